package p2pgossip.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Spread;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.Topology;

/// What is shown without a click.
@ExtendWith(ApplicationExtension.class)
class DemonstrationTest {

  private static final int PEERS = 8;
  private static final PeerSettings SETTINGS =
      PeerSettings.DEFAULT.withPeriod(Duration.ofMillis(200)).withSentences(false);

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

  @Start
  void open(Stage unused) {
    SwarmPlan swarm =
        new SwarmPlan(PEERS, 0, new Topology.SmallWorld(4, 0.1), SETTINGS, 1, 0, null, List.of());
    work =
        new WindowsAtWork(
            new DesktopPlan(
                1,
                Optional.empty(),
                Optional.empty(),
                SETTINGS,
                List.of(),
                Optional.empty(),
                Optional.of(swarm),
                Optional.empty(),
                true,
                Optional.empty()),
            folder);
  }

  @AfterEach
  void close() {
    work.close();

    assertThat(work.uncaught()).isEmpty();
  }

  @Test
  void tellsARumorByItselfThatReachesEverybody() {
    work.untilFurnished();
    work.until(
        () -> {
          Spread spread = work.model().network().view().spread();
          return spread != null && spread.arrivals().size() == PEERS;
        });

    assertThat(work.see(() -> work.model().network().view().rumors()))
        .extracting(it -> it.rumor().text())
        .containsExactly("The tea kettle is haunted.");
    assertThat(work.see(() -> work.<Deck>find("#deck").current())).isEqualTo(Deck.View.SPREAD);
    assertThat(work.textOf("#figure-REACHED .figure-value")).isEqualTo("8 of 8");
  }
}

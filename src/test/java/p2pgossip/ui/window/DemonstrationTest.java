package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Spread;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.testing.OnScreen;
import p2pgossip.ui.window.deck.Deck;
import p2pgossip.ui.window.deck.SpreadDeckView;

/// What is shown without a click.
@ExtendWith(OnScreen.class)
class DemonstrationTest {

  private static final int PEERS = 8;
  private static final PeerSettings SETTINGS =
      PeerSettings.DEFAULT.withPeriod(Duration.ofMillis(200)).withSentences(false);

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

  @Start
  void open(Stage unused) {
    work = WindowsAtWork.demonstration(PEERS, SETTINGS, folder);
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
        .containsExactly(SwarmPlan.DEMONSTRATED);
    assertThat(work.see(() -> work.<Deck>find("#deck").current())).isEqualTo(SpreadDeckView.TAB);
    assertThat(work.textOf("#figure-REACHED .figure-value")).isEqualTo("8 of 8");
  }
}

package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Arrival;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.topology.Complete;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.window.deck.SpreadDeckView;

/// Any two panes of a window agree on a rumour, in each view that is published.
@ExtendWith(OnScreen.class)
class OneMomentTest {

  private static final int PEERS = 12;

  @TempDir static Path folder;

  private final Hand robot = new Hand();

  /// What the panes showed at each published view in which there was a rumour.
  private final List<Shown> beats = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

  /// @param filled peers that the graph draws as having heard it
  /// @param spoken in the graph's words
  /// @param figure in the tile below the curves
  /// @param curve where the curve of coverage ends
  /// @param charted in the words of that chart
  private record Shown(
      boolean live,
      int reached,
      int filled,
      String spoken,
      String figure,
      int curve,
      String charted) {

    boolean agrees() {
      String counted = reached + " of " + PEERS;
      return filled == reached
          && curve == reached
          && spoken.contains("heard by " + counted)
          && figure.equals(counted)
          && charted.endsWith(counted + " peers reached");
    }
  }

  @Start
  void open(Stage unused) {
    Spreading push = PeerSettings.DEFAULT.spreading().withStrategy(Strategy.PUSH).withFanout(1);
    work =
        new WindowsAtWork(
            PeerSettings.DEFAULT
                .withPeriod(Duration.ofMillis(300))
                .withSentences(false)
                .withSpreading(push),
            folder);
  }

  @BeforeEach
  void awaitTheWholeWindow() {
    work.untilFurnished();
  }

  @AfterEach
  void close() {
    work.close();

    assertThat(work.uncaught()).isEmpty();
  }

  @Test
  void countsAndDrawsTheSameAtEachBeatLiveAndReplayed() {
    SwarmPlan plan =
        new SwarmPlan(
            PEERS,
            0,
            new Complete(),
            work.see(() -> work.model().settingsProperty().get()),
            1,
            0,
            null,
            List.of());
    robot.interact(
        () -> {
          work.first().startWith(SpreadDeckView.TAB);
          work.first()
              .swarm()
              .start(plan, member -> work.model().attach(member, work.first().swarm()));
        });
    work.until(() -> work.<GraphPane>find(".graph-pane").isVisible());
    work.until(
        () ->
            work.model().isRunning()
                && work.first().swarm().isConnected()
                && work.model().picture().nodes().size() == PEERS);
    robot.interact(() -> work.model().network().viewProperty().subscribe(this::look));

    robot.interact(() -> work.model().spread("Psst"));
    work.until(() -> stages(true).contains(PEERS));

    // Each moment at which a peer heard it, in its recording.
    List<Instant> moments =
        work.see(
            () ->
                Objects.requireNonNull(work.model().network().view().spread())
                    .arrivals()
                    .values()
                    .stream()
                    .map(Arrival::at)
                    .sorted()
                    .toList());
    for (Instant moment : moments) {
      robot.interact(() -> work.model().network().seek(moment));
      work.until(() -> work.model().network().view().now().equals(moment));
    }

    assertThat(work.see(() -> List.copyOf(beats))).allMatch(Shown::agrees);
    assertThat(work.see(() -> stages(false))).contains(PEERS).hasSizeGreaterThan(2);
  }

  /// How many had heard it in the views of the present, or in those of the recording. FX thread
  /// only.
  private Set<Integer> stages(boolean live) {
    return beats.stream()
        .filter(beat -> beat.live() == live)
        .map(Shown::reached)
        .collect(Collectors.toSet());
  }

  /// Called once all panes have taken the view in.
  private void look(NetworkView view) {
    MeasuredSpread measured = view.measured();
    if (measured != null) {
      GraphPane graph = work.find(".graph-pane");
      beats.add(
          new Shown(
              view.isLive(),
              measured.figures().reached(),
              graph.filledPeers().size(),
              graph.getAccessibleText(),
              work.<Labeled>find("#figure-REACHED .figure-value").getText(),
              measured.curve().steps().getLast().reached(),
              work.find("#coverage .plot").getAccessibleText()));
    }
  }
}

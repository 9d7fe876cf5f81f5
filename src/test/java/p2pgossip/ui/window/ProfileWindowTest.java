package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.RunningPeer;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.ui.window.deck.Deck;
import p2pgossip.ui.window.deck.ProfileDeckView;

/// The figures of the peers' work, through the real scene with real peers behind it.
@ExtendWith(OnScreen.class)
class ProfileWindowTest {

  private static final PeerSettings LIVELY =
      PeerSettings.DEFAULT.withPeriod(Duration.ofMillis(200));

  @TempDir static java.nio.file.Path folder;

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

  @Start
  void open(Stage unused) {
    work = new WindowsAtWork(LIVELY, folder);
  }

  @BeforeEach
  void awaitTheWholeWindow() {
    work.untilFurnished();
    robot.press(KeyCode.CONTROL, KeyCode.DIGIT5).release(KeyCode.CONTROL, KeyCode.DIGIT5);
    work.until(() -> work.<Deck>find("#deck").current() == ProfileDeckView.TAB);
  }

  @AfterEach
  void close() {
    work.close();

    assertThat(work.uncaught()).isEmpty();
  }

  /// Refreshes the window as the program does every second.
  private void untilMeasured(String id, String pattern) {
    work.until(
        () -> {
          work.windows().refresh();
          return work.first().stage().getScene().lookup("#" + id) instanceof Label label
              && label.getText().matches(pattern);
        });
  }

  @Test
  void saysWhatToDoWhileNothingRuns() {
    work.until(() -> work.first().stage().getScene().lookup("#profile-hint .advice") != null);

    assertThat(work.textOf("#profile-hint .advice")).isEqualTo("Start the peer to see figures.");
    assertThat(work.<Node>see(() -> work.first().stage().getScene().lookup("#profile-own")))
        .isNull();
  }

  @Test
  void showsWhatThePeersDo() throws IOException {
    PeerConfig config = new PeerConfig(0, null, LIVELY, List.of());
    try (RunningPeer other = RunningPeer.start(config, work.runtime(), event -> {})) {
      work.start(other.address());

      untilMeasured("profile-out", "Out  \\d+\\.\\d");
      untilMeasured("profile-in", "In  \\d+\\.\\d");
      untilMeasured("profile-median", "Median  \\d+(\\.\\d)? ms");
      untilMeasured("profile-ON_TIME .figure-value", "[1-9]\\d*");
      untilMeasured("profile-THREADS .figure-value", "\\d+");
      untilMeasured("profile-HEAP .figure-value", "\\d+ MiB");
      work.until(
          () -> {
            Path line = work.find(".live-chart .series-0");
            return !line.getElements().isEmpty();
          });
      assertThat(work.<Path>find(".live-chart .series-0").getStrokeDashArray()).isEmpty();
      assertThat(work.<Path>find(".live-chart .series-1").getStrokeDashArray()).isNotEmpty();
      assertThat(work.textOf("#profile-all")).isEqualTo("All 2 peers here");
    }
  }

  @Test
  void turnsToThisPeerAloneAndSaysWhenItDoesNotRun() throws IOException {
    PeerConfig config = new PeerConfig(0, null, LIVELY, List.of());
    try (RunningPeer _ = RunningPeer.start(config, work.runtime(), event -> {})) {
      untilMeasured("profile-ON_TIME .figure-value", "\\d+");
      ToggleButton own = work.find("#profile-own");
      robot.interact(own::fire);

      assertThat(work.see(own::isSelected)).isTrue();
      assertThat(work.textOf("#profile-hint .advice"))
          .isEqualTo(
              "This window's peer does not run. Start it to see its figures, or look at all peers"
                  + " here.");

      robot.interact(own::fire);
      assertThat(work.see(own::isSelected)).as("one is always chosen").isTrue();
    }
  }

  @Test
  void nothingOfItIsCutAtTheSmallestSizeAndAtAMiddlingOne() {
    work.start();
    untilMeasured("profile-out", "Out  .*");
    for (double[] size : new double[][] {{900, 600}, {1_000, 800}}) {
      Stage stage = work.first().stage();
      robot.interact(
          () -> {
            stage.setWidth(size[0]);
            stage.setHeight(size[1]);
          });
      work.until(() -> stage.getScene().getRoot().getLayoutBounds().getWidth() == size[0]);

      List<String> cut = new ArrayList<>();
      // In one turn: the figures change by themselves, and what a label shows follows its text only
      // when it is laid out.
      robot.interact(
          () -> {
            work.layOut();
            cutTexts(work.find("#profile-pane"), cut);
          });
      assertThat(cut).isEmpty();
    }
  }

  private static void cutTexts(Node node, List<String> cut) {
    if (node instanceof Labeled labeled
        && labeled.lookup(".text") instanceof Text shown
        && !shown.getText().equals(labeled.getText())) {
      cut.add(labeled.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> cutTexts(child, cut));
    }
  }
}

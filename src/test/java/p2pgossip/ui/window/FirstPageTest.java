package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;

/// What a window shows before anything begins in it.
@ExtendWith(OnScreen.class)
class FirstPageTest {

  @TempDir static Path folder;

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

  @Start
  void open(Stage unused) {
    work = new WindowsAtWork(PeerSettings.DEFAULT.withPeriod(Duration.ofHours(1)), folder);
  }

  @BeforeEach
  void awaitTheWholeWindow() {
    work.untilFurnished();
  }

  @AfterEach
  void close() {
    work.close();
  }

  private boolean isShown() {
    return work.see(() -> work.<Node>find("#first-page").isVisible());
  }

  private boolean showsTheGraph() {
    return work.see(() -> work.<Node>find("#graph-and-log").isVisible());
  }

  @Test
  void offersTheScenariosUntilAPeerIsStarted() {
    work.until(() -> robot.lookup(".first-scenario").queryAll().size() == 8);
    boolean covered = isShown() && !showsTheGraph();
    robot.interact(() -> work.first().startOrStop());
    work.until(() -> work.first().model().isRunning());

    assertThat(covered).isTrue();
    assertThat(isShown()).isFalse();
    assertThat(showsTheGraph()).isTrue();
  }

  @Test
  void itsKeyLeavesItAndComesBack() {
    robot.press(KeyCode.CONTROL).type(KeyCode.HOME).release(KeyCode.CONTROL);
    work.until(() -> !isShown());
    boolean left = showsTheGraph();
    robot.press(KeyCode.CONTROL).type(KeyCode.HOME).release(KeyCode.CONTROL);
    work.until(this::isShown);

    assertThat(left).isTrue();
    assertThat(showsTheGraph()).isFalse();
  }

  @Test
  void aClickShowsHowARumorSpreads() {
    Button rumor = work.find("#first-rumor");
    robot.interact(rumor::fire);
    work.until(() -> !work.first().model().network().view().rumors().isEmpty());

    assertThat(isShown()).isFalse();
    assertThat(work.see(() -> work.first().swarm().stateProperty().get()).plan().peers())
        .isEqualTo(24);
  }
}

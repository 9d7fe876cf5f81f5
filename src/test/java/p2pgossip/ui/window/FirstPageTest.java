package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import p2pgossip.export.ScenarioFiles;
import p2pgossip.ui.dialog.RecentFile;

/// What a window shows before anything begins in it.
class FirstPageTest extends InOneWindow {

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
  void whatWasOpenedLastIsOneClickAway() throws IOException {
    Path file = folder.resolve("ours.json");
    ScenarioFiles.write(ScenarioFiles.allBundled().getFirst(), file);
    robot.interact(
        () -> work.windows().rememberOpened(new RecentFile(RecentFile.Kind.SCENARIO, file)));
    leaveAndComeBack();
    Button again = work.find(".first-recent");
    String shown = work.see(again::getText);
    robot.interact(again::fire);
    work.until(() -> !isShown());

    assertThat(shown).isEqualTo("ours.json");
    work.until(() -> work.first().swarm().stateProperty().get() != null);
  }

  @Test
  void whatIsGoneIsSaidInWords() {
    Path file = folder.resolve("gone.json");
    robot.interact(
        () -> work.windows().rememberOpened(new RecentFile(RecentFile.Kind.SCENARIO, file)));
    leaveAndComeBack();
    Button again = work.find(".first-recent");
    robot.interact(again::fire);
    work.until(
        () ->
            work.first().model().journal().log().shown().stream()
                .anyMatch(line -> line.text().contains("gone.json")));

    assertThat(isShown()).isTrue();
  }

  private void leaveAndComeBack() {
    robot.interact(() -> work.first().toggleFirstPage());
    robot.interact(() -> work.first().toggleFirstPage());
  }

  @Test
  void aLetterWithAltDoesWhatAClickDoes() {
    robot.press(KeyCode.ALT).type(KeyCode.S).release(KeyCode.ALT);
    work.until(() -> work.first().swarm().stateProperty().get() != null);

    assertThat(isShown()).isFalse();
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

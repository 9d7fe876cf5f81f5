package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.journal.LineKind;
import p2pgossip.ui.lines.LogModel;

/// The keys of a window.
class WindowKeysTest extends PeerInWindow {

  @Test
  void showsTheFormWhereTargetsAreToBeTyped() {
    robot.interact(() -> work.first().showForm(false));
    keys(KeyCode.CONTROL, KeyCode.L);

    assertThat(work.see(() -> work.first().isFormShown())).isTrue();
    assertThat(isFocused("#targets")).isTrue();
  }

  @Test
  void showsTheLogWhereItIsToBeSearched() {
    keys(KeyCode.CONTROL, KeyCode.DIGIT4);
    keys(KeyCode.CONTROL, KeyCode.F);

    assertThat(isFocused(".search")).isTrue();
  }

  @Test
  void saysWhatIsMissingWhereAKeyNeedsASelectedPeer() {
    work.start();
    keys(KeyCode.CONTROL, KeyCode.K);

    assertThat(work.textOf("#notice")).isEqualTo("Select a peer first: click it in the graph.");
  }

  @Test
  void saysAtItsFootWhatCameOfWhatWasAskedForWhicheverViewIsShown() {
    keys(KeyCode.CONTROL, KeyCode.DIGIT4);
    robot.interact(
        () -> work.model().journal().tell(LineKind.ERROR, null, "out.png could not be saved."));

    assertThat(work.textOf("#notice")).isEqualTo("out.png could not be saved.");
    assertThat(work.see(() -> work.find("#notice").isVisible())).isTrue();
  }

  @Test
  void changesTheSettingsByKeysWhereverTheCursorIs() {
    work.type("#targets", "8081");
    keys(KeyCode.CONTROL, KeyCode.P);
    keys(KeyCode.CONTROL, KeyCode.U);
    keys(KeyCode.CONTROL, KeyCode.E);
    PeerSettings on = work.see(() -> work.model().settingsProperty().get());
    keys(KeyCode.CONTROL, KeyCode.P);
    keys(KeyCode.CONTROL, KeyCode.U);
    keys(KeyCode.CONTROL, KeyCode.E);

    assertThat(on).isEqualTo(QUIET.withPaused(true).withUpdate(true).withWholeNetwork(true));
    assertThat(work.see(() -> work.model().settingsProperty().get())).isEqualTo(QUIET);
    assertThat(work.textOf("#targets")).isEqualTo("8081");
  }

  @Test
  void holdsTheLogStillAndEmptiesItByKeys() {
    work.start();
    LogModel log = work.model().journal().log();
    work.until(() -> log.totalProperty().get() > 0);

    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    work.until(() -> log.pausedProperty().get());
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    work.until(() -> !log.pausedProperty().get());
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);

    work.until(() -> log.totalProperty().get() == 0);
  }

  @Test
  void turnsDarkAndLightAgain() {
    keys(KeyCode.CONTROL, KeyCode.T);
    boolean dark = work.see(() -> work.theming().darkProperty().get());
    String darkSheet = work.see(Application::getUserAgentStylesheet);
    keys(KeyCode.CONTROL, KeyCode.T);

    assertThat(dark).isTrue();
    assertThat(darkSheet).contains("dark");
    assertThat(work.see(() -> work.theming().darkProperty().get())).isFalse();
    assertThat(work.see(Application::getUserAgentStylesheet)).contains("light");
  }

  @Test
  void showsTheKeysUntilEscape() {
    keys(KeyCode.F1);
    Node help = robot.lookup(".help").query();
    boolean shown = work.see(() -> help.getScene().getWindow().isShowing());
    robot.type(KeyCode.ESCAPE);

    assertThat(shown).isTrue();
    assertThat(work.see(() -> help.getScene().getWindow().isShowing())).isFalse();
  }
}

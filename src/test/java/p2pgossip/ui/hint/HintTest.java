package p2pgossip.ui.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Screen;

@ExtendWith(OnScreen.class)
class HintTest {

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private Button button;

  @SuppressWarnings("NullAway.Init")
  private Hint hint;

  @Start
  void show(Stage stage) {
    button = new Button("Start");
    hint = Hint.on(button, "Start this peer");
    stage.setScene(new Scene(new StackPane(button), 300, 200));
    stage.show();
  }

  private static List<String> shownTips() {
    return Screen.see(
        () ->
            Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(window -> ((Tooltip) window).getText())
                .toList());
  }

  private static void awaitTips(String... words) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(shownTips()).containsExactly(words));
  }

  @Test
  void showsItsWordsWhereThePointerRests() {
    robot.moveTo(button);

    awaitTips("Start this peer");
  }

  @Test
  void showsWhatItWasToldToSayLast() {
    robot.moveTo(button);
    awaitTips("Start this peer");

    robot.interact(() -> hint.say("Stop this peer"));

    awaitTips("Stop this peer");
  }

  @Test
  void staysForAsLongAsADefinitionTakesToBeRead() {
    robot.moveTo(button);
    awaitTips("Start this peer");

    assertThat(Window.getWindows())
        .filteredOn(Tooltip.class::isInstance)
        .extracting(window -> ((Tooltip) window).getShowDuration().toSeconds())
        .containsExactly(30.0);
  }

  @Test
  void cutsWhatIsLongerThanTheScreenIsHigh() {
    robot.interact(() -> hint.say("hear ".repeat(800)));
    robot.moveTo(button);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(shownTips()).singleElement().asString().endsWith(" …"));

    assertThat(Window.getWindows())
        .filteredOn(Tooltip.class::isInstance)
        .allMatch(window -> window.getHeight() < 400 && window.getWidth() < 400)
        .allMatch(window -> window.getY() >= 0 && window.getX() >= 0);
  }

  @Test
  void keepsToAFewLinesAndToWholeCharacters() {
    assertThat(Hint.brief("short")).isEqualTo("short");
    assertThat(Hint.brief("line\n".repeat(40)).lines()).hasSize(Hint.MOST_LINES);
    assertThat(Hint.brief("x".repeat(Hint.LONGEST - 1) + "\ud83d\ude00"))
        .isEqualTo("x".repeat(Hint.LONGEST - 1) + " …");
  }

  @Test
  void asksForWordsThatChangeEachTimeThePointerComes() {
    String[] said = {""};
    robot.interact(() -> Hint.on(button, () -> said[0]));
    robot.moveTo(button);
    List<String> atFirst = shownTips();
    robot.moveTo(button.getScene().getWindow());
    robot.moveBy(0, 80);
    said[0] = "now there is something";
    robot.moveTo(button);

    assertThat(atFirst).isEmpty();
    awaitTips("now there is something");
  }

  @Test
  void helpsThoseWhoDoNotSeeTheScreenFromTheStart() {
    Label label = new Label();

    Hint.on(label, "Messages since the start").say("Messages");

    assertThat(List.of(button.getAccessibleHelp(), label.getAccessibleHelp()))
        .containsExactly("Start this peer", "Messages");
  }
}

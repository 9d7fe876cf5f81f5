package p2pgossip.ui.spread;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.CountedPeers;
import p2pgossip.testing.Screen;

/// Rumours told, listed, chosen and compared.
class SpreadPaneTest extends SpreadPaneOnScreen {

  @Test
  void saysWhatToDoWhileThereIsNoRumor() {
    robot.interact(() -> pane.show(SpreadView.empty(SampleSpread.BORN)));

    assertThat(robot.lookup(".empty-state").query().isVisible()).isTrue();
    assertThat(robot.lookup(".empty-state .title").queryLabeled().getText())
        .isEqualTo("No rumour yet");
    assertThat(robot.lookup("#rumors").query().isVisible()).isFalse();
  }

  @Test
  void tellsWhatIsTypedFromHereAndClearsTheField() {
    robot.interact(() -> pane.show(SpreadView.empty(SampleSpread.BORN)));
    robot.clickOn("#rumor-text").write("The library closes").type(KeyCode.ENTER);

    assertThat(asked).containsExactly("spread The library closes HERE");
    assertThat(robot.lookup("#rumor-text").<TextField>query().getText()).isEmpty();
  }

  @Test
  void tellsANumberedRumorWhereNothingIsTyped() {
    show(null, NEWEST);
    robot.clickOn("Spread");

    assertThat(asked).containsExactly("spread Rumour 4 HERE");
  }

  @Test
  void tellsFromARandomPeerWhereThatIsWanted() {
    show(null, NEWEST);
    robot.clickOn("#spread-rumor .arrow-button").clickOn("From a random peer").clickOn("Spread");

    assertThat(asked).containsExactly("spread Rumour 4 ANYWHERE");
  }

  @Test
  void saysWhyNoRumorCanBeToldJustNow() {
    show("Not now.", NEWEST);

    assertThat(robot.lookup("#spread-rumor").query().isDisabled()).isTrue();
    assertThat(robot.lookup(".trouble").queryLabeled().getText()).isEqualTo("Not now.");
  }

  @Test
  void refusesATextThatIsTooLongInWords() {
    show(null, NEWEST);
    robot.interact(() -> robot.lookup("#rumor-text").<TextField>query().setText("é".repeat(3_000)));
    robot.clickOn("#rumor-text").type(KeyCode.ENTER);

    assertThat(asked).isEmpty();
    assertThat(robot.lookup(".trouble").queryLabeled().getText())
        .isEqualTo("Too long: 6,000 bytes of UTF-8, at most 4,096");
  }

  @Test
  void choosesTheRumorThatIsClicked() {
    show(null, NEWEST);
    robot.clickOn("In the middle");

    assertThat(asked).containsExactly("choose " + MIDDLE.rumor().id());
  }

  @Test
  void choosesByTheArrowKeysAndComparesWithSpace() {
    show(null, NEWEST);
    robot.interact(() -> robot.lookup("#rumors").query().requestFocus());
    robot.type(KeyCode.DOWN, KeyCode.SPACE);

    assertThat(asked)
        .containsExactly(
            "choose " + MIDDLE.rumor().id(), "compare " + MIDDLE.rumor().id() + " true");
  }

  @Test
  void marksNoOtherRumorThanTheViewSays() {
    show(null, MIDDLE);
    show(null, MIDDLE);

    assertThat(asked).isEmpty();
    assertThat(robot.lookup("#rumors").<RumorList>query().getSelectionModel().getSelectedItem())
        .isEqualTo(MIDDLE.rumor().id());
  }

  @Test
  void asksToCompareTheRumorThatIsTicked() {
    show(null, NEWEST);
    CheckBox box = robot.from(cells().get(2)).lookup(".check-box").query();
    robot.clickOn(box);

    assertThat(asked).containsExactly("compare " + OLDEST.rumor().id() + " true");
  }

  @Test
  void aFigureUnderThePointerLightsUpWhatItCounts() {
    show(null, NEWEST);
    PeerAddress last = CountedPeers.lastToHear(NEWEST).iterator().next();
    robot.moveTo("#figure-T_LAST");
    Screen.until(() -> !asked.all().isEmpty());
    robot.moveTo("#spread-laboratory");
    Screen.until(() -> asked.all().size() > 1);

    assertThat(asked).containsExactly("light [" + last + "]", "light []");
  }

  @Test
  void saysInEachLineHowFarARumorHasCome() {
    show(null, NEWEST);

    assertThat(cells())
        .extracting(RumorCell::getAccessibleText)
        .containsExactly(
            "Newest, heard by 24 of 24 peers, age: 10 s, chosen" + GOES_ON,
            "In the middle, heard by "
                + MIDDLE.arrivals().size()
                + " of 24 peers, age: 10 s"
                + GOES_ON,
            "Oldest, heard by " + OLDEST.arrivals().size() + " of 8 peers, age: 10 s" + GOES_ON);
  }
}

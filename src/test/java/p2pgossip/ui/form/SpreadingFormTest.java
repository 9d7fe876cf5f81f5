package p2pgossip.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Screen;

@ExtendWith(OnScreen.class)
class SpreadingFormTest {

  private static final Spreading GOSSIP1 = Spreading.DEFAULT.withStrategy(Strategy.GOSSIP1);

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private SpreadingForm complete;

  @SuppressWarnings("NullAway.Init")
  private SpreadingForm brief;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    complete = new SpreadingForm();
    brief = SpreadingForm.brief("its-");
    stage.setScene(new Scene(new VBox(complete, brief), 300, 600));
    stage.show();
  }

  private void show(Spreading spreading) {
    robot.interact(() -> List.of(complete, brief).forEach(it -> it.valueProperty().set(spreading)));
  }

  private void type(String probability) {
    TextField field = robot.lookup("#its-probability").query();
    robot.interact(() -> field.setText(probability));
  }

  private String typed() {
    return robot.lookup("#its-probability").<TextField>query().getText();
  }

  private String error() {
    return robot.lookup("#its-probability-error").<Label>query().getText();
  }

  private boolean isSeen(String selector) {
    return robot.lookup(selector).tryQuery().filter(Screen::isSeen).isPresent();
  }

  @Test
  void theProbabilityIsSeenWhereTheStrategyHasAUseForIt() {
    Set<Strategy> seen = EnumSet.noneOf(Strategy.class);
    for (Strategy strategy : Strategy.values()) {
      show(Spreading.DEFAULT.withStrategy(strategy));
      boolean all =
          List.of("#probability", "#flood-hops", "#its-probability", "#its-flood-hops").stream()
              .allMatch(this::isSeen);
      if (all) {
        seen.add(strategy);
      }
    }

    assertThat(seen).containsExactly(Strategy.GOSSIP1);
  }

  @Test
  void whatIsChosenIsInTheValueAtOnce() {
    show(GOSSIP1);
    type("0,65");
    Spinner<Integer> hops = robot.lookup("#its-flood-hops").query();
    robot.interact(() -> hops.getValueFactory().setValue(4));

    assertThat(brief.valueProperty().get())
        .isEqualTo(GOSSIP1.withForwarding(new Forwarding(0.65, 4)));
    assertThat(brief.goodProperty().get()).isTrue();
  }

  @Test
  void theValueIsShown() {
    show(GOSSIP1.withForwarding(new Forwarding(0.25, 9)));

    assertThat(typed()).isEqualTo("0.25");
    assertThat(robot.lookup("#its-flood-hops").<Spinner<Integer>>query().getValue()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "often", "1.5", "-0.5", "70%"})
  void whatIsNoProbabilityIsSaidAndStaysAsItIsTyped(String typed) {
    show(GOSSIP1);
    type(typed);
    robot.interact(() -> brief.valueProperty().set(brief.valueProperty().get().withFanout(9)));

    assertThat(error()).isEqualTo("Probability p: a number from 0 to 1, such as 0.7.");
    assertThat(typed()).isEqualTo(typed);
    assertThat(brief.goodProperty().get()).isFalse();
    assertThat(brief.valueProperty().get().forwarding()).isEqualTo(Forwarding.DEFAULT);
  }

  @Test
  void whatIsHalfTypedStays() {
    show(GOSSIP1);
    type("0.70");

    assertThat(typed()).isEqualTo("0.70");
    assertThat(brief.valueProperty().get()).isEqualTo(GOSSIP1);
  }

  private RoundsPicture picture(String selector) {
    return robot.lookup(selector).query();
  }

  @Test
  void theDrawingOfAStrategyPlaysWhenThePointerComesToIt() {
    RoundsPicture picture = picture("#strategy-picture");
    boolean before = Screen.see(picture::isPlaying);
    robot.moveTo("#strategy-picture");
    Screen.until(picture::isPlaying);

    assertThat(before).isFalse();
  }

  @Test
  void whatIsChosenIsPlayed() {
    ComboBox<Strategy> strategy = robot.lookup("#strategy").query();
    robot.interact(() -> strategy.setValue(Strategy.FLOOD));
    RoundsPicture picture = picture("#strategy-picture");
    Screen.until(picture::isPlaying);
    Screen.until(() -> picture.knowing() == 8);

    assertThat(picture("#interest-picture").isVisible()).isFalse();
  }

  @Test
  void theWayOfLosingInterestHasADrawingOfItsOwn() {
    ComboBox<InterestChoice> interest = robot.lookup("#interest").query();
    robot.interact(() -> interest.setValue(InterestChoice.FEEDBACK_COIN));
    RoundsPicture picture = picture("#interest-picture");
    Screen.until(picture::isPlaying);

    assertThat(picture("#strategy-picture").isPlaying()).isFalse();
  }
}

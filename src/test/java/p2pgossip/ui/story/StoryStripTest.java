package p2pgossip.ui.story;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;
import p2pgossip.story.Mark;
import p2pgossip.story.Outcome;
import p2pgossip.story.Story;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;

@ExtendWith(OnScreen.class)
class StoryStripTest {

  private static final Instant BEGUN = Instant.parse("2026-01-01T10:00:00Z");
  private static final Mark NETWORK = new Mark(BEGUN, Mark.Kind.BEGAN, "\"A trial\"");
  private static final Mark TOLD = new Mark(BEGUN.plusSeconds(1), Mark.Kind.TOLD, "\"Hark\"");
  private static final Mark CUT =
      new Mark(BEGUN.plusSeconds(6), Mark.Kind.FAULT, "the network is cut in two: .1 | .2");

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private StoryStrip strip;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    strip = new StoryStrip();
    stage.setScene(new Scene(new VBox(strip), 700, 80));
    stage.show();
  }

  private void show(double seconds, @Nullable Outcome outcome, Mark... marks) {
    Instant now = BEGUN.plusMillis((long) (1_000 * seconds));
    robot.interact(() -> strip.show(new Story(List.of(marks), outcome), BEGUN, now));
  }

  private String event() {
    return robot.lookup("#story-event").<Labeled>query().getText();
  }

  private String outcome() {
    return robot.lookup("#story-outcome").<Labeled>query().getText();
  }

  @Test
  void takesNoRoomWhileThereIsNothingToSay() {
    assertThat(robot.lookup("#story").<Node>query().isManaged()).isFalse();
    show(0, null, NETWORK);
    assertThat(robot.lookup("#story").<Node>query().isManaged()).isTrue();
  }

  @Test
  void saysWhatHappenedLastByTheMomentThatIsShown() {
    show(7, null, NETWORK, TOLD, CUT);
    String late = event();
    show(2, null, NETWORK, TOLD, CUT);

    assertThat(late).isEqualTo("From 6.0 s on: the network is cut in two: .1 | .2.");
    assertThat(event()).isEqualTo("At 1.0 s a rumour is told: \"Hark\".");
  }

  @Test
  void saysWhatAScenarioIsAboutUntilSomethingHappens() {
    robot.interact(() -> strip.introduce("Two halves come together again."));
    show(0, null, NETWORK);
    String before = event();
    show(1, null, NETWORK, TOLD);

    assertThat(before).isEqualTo("Two halves come together again.");
    assertThat(event()).contains("a rumour is told");
  }

  @Test
  void saysWhatCameOfTheRumourAndWhy() {
    show(1, new Outcome.GoesOn(11, 24, 7, false), NETWORK, TOLD);
    String underWay = outcome();
    show(20, new Outcome.Stopped(15, 24, Set.of(), Outcome.Reason.OUT_OF_HOPS), NETWORK, TOLD);

    assertThat(underWay).isEqualTo("11 of 24 have heard it. 7 peers still pass it on.");
    assertThat(outcome()).startsWith("9 of 24 have not heard it, because ");
  }
}

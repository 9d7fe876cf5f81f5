package p2pgossip.ui.replay;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.Start;
import p2pgossip.story.Mark;
import p2pgossip.story.Story;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Recorder;
import p2pgossip.ui.model.Moment;

@ExtendWith(OnScreen.class)
class ReplayBarTest {

  private static final Instant BEGUN = Instant.parse("2026-01-01T10:00:00Z");
  private static final Duration LENGTH = Duration.ofSeconds(100);

  private final Hand robot = new Hand();
  private final Recorder<String> asked = new Recorder<>();

  private Story story = Story.EMPTY;

  @SuppressWarnings("NullAway.Init")
  private ReplayBar bar;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    bar = new ReplayBar(new Asked());
    stage.setScene(new Scene(bar, 600, 60));
    stage.show();
  }

  private void show(Moment.Mode mode, double seconds) {
    Instant at = BEGUN.plusMillis(Math.round(seconds * 1_000));
    robot.interact(() -> bar.show(new Moment(BEGUN, BEGUN.plus(LENGTH), at, mode, 0.1), story));
  }

  private void fire(String selector) {
    ButtonBase button = robot.lookup(selector).query();
    robot.interact(button::fire);
  }

  private String clock() {
    return robot.lookup(".replay-clock").queryLabeled().getText();
  }

  @Test
  void holdsWhatIsLiveOrPlayedAndPlaysWhatIsHeld() {
    show(Moment.Mode.LIVE, 100);
    fire("#replay-play");
    show(Moment.Mode.PLAYING, 10);
    fire("#replay-play");
    show(Moment.Mode.HELD, 10);
    fire("#replay-play");

    assertThat(asked).containsExactly("hold", "hold", "play");
  }

  @Test
  void goesLiveAndHoldsByTheSameButton() {
    show(Moment.Mode.HELD, 10);
    fire("#replay-live");
    show(Moment.Mode.LIVE, 100);
    fire("#replay-live");

    assertThat(asked).containsExactly("live", "hold");
  }

  @Test
  void stepsBackAndOn() {
    show(Moment.Mode.HELD, 10);
    fire("#replay-back");
    fire("#replay-forward");

    assertThat(asked).containsExactly("step false", "step true");
  }

  @Test
  void seeksWhereTheSliderIsPutAndNotWhereItFollows() {
    Slider slider = robot.lookup("#replay-moment").query();
    show(Moment.Mode.HELD, 10);
    robot.interact(() -> slider.setValue(42));
    show(Moment.Mode.PLAYING, 43);

    assertThat(asked).containsExactly("seek 42");
    assertThat(slider.getValue()).isEqualTo(43);
    assertThat(slider.getMax()).isEqualTo(100);
  }

  @Test
  void tellsTheMomentOfTheWhole() {
    show(Moment.Mode.HELD, 7.3);
    String held = clock();
    show(Moment.Mode.LIVE, 100);

    assertThat(held).isEqualTo("0:07.3 of 1:40.0");
    assertThat(clock()).isEqualTo("1:40.0");
  }

  @Test
  void choosesThePace() {
    show(Moment.Mode.HELD, 10);
    MenuButton pace = robot.lookup("#replay-pace").query();
    String before = pace.getText();
    robot.interact(() -> pace.getItems().getLast().fire());

    assertThat(before).isEqualTo("1/10 ×");
    assertThat(asked).containsExactly("pace 10.0");
  }

  @ParameterizedTest
  @CsvSource({"200, false, false", "360, true, false", "600, true, true"})
  void leavesOutWhatIsLeastMissedWhereThereIsLittleRoom(double width, boolean clock, boolean pace) {
    show(Moment.Mode.HELD, 10);
    robot.interact(() -> bar.resize(width, 50));
    robot.interact(bar::layout);

    assertThat(robot.lookup(".replay-clock").<Node>query().isVisible()).isEqualTo(clock);
    assertThat(robot.lookup("#replay-pace").<Node>query().isVisible()).isEqualTo(pace);
    assertThat(robot.lookup("#replay-play").<Node>query().isVisible()).isTrue();
    assertThat(robot.lookup("#replay-live").<Labeled>query().isVisible()).isTrue();
    assertThat(robot.lookup("#replay-moment").<Slider>query().getWidth()).isGreaterThan(50);
  }

  @ParameterizedTest
  @ValueSource(doubles = {440, 458, 480, 520, 600})
  void keepsAllWithinItsEdgesWhereTheClockSaysTwoTimes(double width) {
    show(Moment.Mode.HELD, 9.4);
    robot.interact(() -> bar.resize(width, 50));
    robot.interact(bar::layout);

    for (Node child : bar.getChildren()) {
      if (child.isVisible()) {
        assertThat(child.getBoundsInParent().getMaxX())
            .as(child.getId())
            .isLessThanOrEqualTo(width);
      }
    }
  }

  @Test
  void aMarkStandsWhereSomethingHappenedAndAClickGoesThere() {
    story =
        new Story(
            List.of(
                new Mark(BEGUN.plusSeconds(20), Mark.Kind.TOLD, "\"Hark\""),
                new Mark(BEGUN.plusMillis(20_100), Mark.Kind.FAULT, "loss of 20 % everywhere"),
                new Mark(BEGUN.plusSeconds(75), Mark.Kind.ALL, "all have heard")),
            null);
    show(Moment.Mode.HELD, 10);
    robot.interact(() -> bar.resize(600, 50));
    robot.interact(bar::layout);
    List<Node> marks = List.copyOf(robot.lookup(".moment-mark").queryAll());

    // The first two are too near to each other to be two.
    assertThat(marks).hasSize(2);
    assertThat(marks.getFirst().getStyleClass()).contains("told");
    double width = robot.lookup("#replay-moment").<Slider>query().getWidth();
    assertThat(marks.getLast().getLayoutX()).isBetween(0.70 * width, 0.80 * width);
    robot.clickOn(marks.getLast());
    assertThat(asked).containsExactly("seek 75");
  }

  @Test
  void offersNoWayBackToAPresentWhereThereIsNone() {
    Instant end = BEGUN.plus(LENGTH);
    robot.interact(
        () -> bar.show(new Moment(BEGUN, end, BEGUN, Moment.Mode.HELD, 1, false), story));
    robot.interact(() -> bar.resize(700, 50));
    robot.interact(bar::layout);
    boolean offered = robot.lookup("#replay-live").query().isVisible();
    show(Moment.Mode.HELD, 10);

    assertThat(offered).isFalse();
    assertThat(robot.lookup("#replay-live").query().isVisible()).isTrue();
  }

  private final class Asked implements ReplayActions {
    @Override
    public void goLive() {
      asked.accept("live");
    }

    @Override
    public void play() {
      asked.accept("play");
    }

    @Override
    public void hold() {
      asked.accept("hold");
    }

    @Override
    public void step(boolean forward) {
      asked.accept("step " + forward);
    }

    @Override
    public void seek(Instant moment) {
      asked.accept("seek " + Math.round(Duration.between(BEGUN, moment).toMillis() / 1e3));
    }

    @Override
    public void setPace(double pace) {
      asked.accept("pace " + pace);
    }
  }
}

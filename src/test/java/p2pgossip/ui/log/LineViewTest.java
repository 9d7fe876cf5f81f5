package p2pgossip.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.lines.SampleLines.BOB;
import static p2pgossip.ui.lines.SampleLines.EVE;

import java.time.ZoneOffset;
import java.util.List;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import p2pgossip.journal.LineFormat;
import p2pgossip.journal.LineKind;
import p2pgossip.testing.Screen;
import p2pgossip.testing.Wheel;
import p2pgossip.ui.lines.LogFilter;
import p2pgossip.ui.lines.SampleLines;

/// Which lines are in view.
class LineViewTest extends LineViewOnScreen {

  @Test
  void showsTheLinesFromTheTopWhileTheyFit() {
    append(1, 3);

    assertThat(numbersInView()).isEqualTo(numbers(1, 3));
  }

  @Test
  void followsTheNewestLine() {
    append(1, 5);
    append(6, 50);

    assertThat(numbersInView()).isEqualTo(numbers(43, 50));
  }

  @Test
  void followsTheNewestLineWhenItIsMadeForALogThatHasLines() {
    append(1, 50);
    LineView later =
        Screen.see(() -> new LineView(model.shown(), selection, new LineFormat(ZoneOffset.UTC)));

    assertThat(later.followingProperty().get()).isTrue();
  }

  @Test
  void followsTheNewestLineWhileOldOnesFallOff() {
    append(1, 100);
    append(101, 130);

    assertThat(numbersInView()).isEqualTo(numbers(123, 130));
    assertThat(view.followingProperty().get()).isTrue();
  }

  @Test
  void followsTheNewestLineWhenItsHeightChanges() {
    append(1, 50);
    robot.interact(
        () -> {
          view.setPrefHeight(6 * LineRow.HEIGHT);
          view.getParent().layout();
        });

    assertThat(numbersInView()).isEqualTo(numbers(45, 50));
  }

  @Test
  void staysWhereTheUserScrolledWhileLinesComeAndFallOff() {
    append(1, 60);
    wheel(-10);
    List<Long> before = numbersInView();

    append(61, 110);

    assertThat(before).isEqualTo(numbers(43, 50));
    assertThat(numbersInView()).isEqualTo(before);
  }

  @Test
  void keepsAPartOfARowHiddenAsItWas() {
    append(1, 60);
    robot.interact(() -> scrollBy(100.0));
    double before = rowOf(50).getLayoutY();

    append(61, 110);

    assertThat(rowOf(50).getLayoutY()).isEqualTo(before);
  }

  @Test
  void showsTheOldestLinesWhenThoseInViewFallOff() {
    append(1, 100);
    wheel(-50);

    append(101, 190);

    assertThat(numbersInView()).isEqualTo(numbers(91, 98));
    assertThat(view.followingProperty().get()).isFalse();
  }

  @Test
  void countsTheLinesThatCameBelowWhatWasSeen() {
    append(1, 60);
    wheel(-10);
    append(61, 83);

    assertThat(view.unseenProperty().get()).isEqualTo(23);
  }

  @Test
  void countsNoLineTwiceThatTheUserScrollsPast() {
    append(1, 60);
    wheel(-10);
    append(61, 83);
    wheel(13);

    assertThat(view.unseenProperty().get()).isEqualTo(20);
  }

  @Test
  void followsAgainWhenTheUserScrollsToTheEnd() {
    append(1, 60);
    wheel(-10);
    wheel(10);
    append(61, 70);

    assertThat(numbersInView()).isEqualTo(numbers(63, 70));
    assertThat(view.unseenProperty().get()).isZero();
  }

  @Test
  void followsAgainWhenAsked() {
    append(1, 60);
    wheel(-10);
    append(61, 70);
    robot.interact(view::follow);
    append(71, 71);

    assertThat(numbersInView()).isEqualTo(numbers(64, 71));
    assertThat(view.unseenProperty().get()).isZero();
  }

  @Test
  void startsAgainWhenTheLogIsCleared() {
    append(1, 60);
    robot.interact(model::clear);
    append(61, 62);

    assertThat(numbersInView()).isEqualTo(numbers(61, 62));
  }

  @Test
  void keepsTheUppermostLineInViewWhenTheFilterChanges() {
    append(1, 60);
    wheel(-30);
    robot.interact(() -> model.setFilter(LogFilter.ALL.withOnly(BOB)));

    assertThat(numbersInView().getFirst()).isEqualTo(23);
  }

  @Test
  void marksTheLinesOfOnePeerWithoutMoving() {
    append(1, 60);
    wheel(-10);
    List<Long> before = numbersInView();
    robot.interact(() -> view.highlightedProperty().set(EVE));

    assertThat(numbersInView()).isEqualTo(before);
    assertThat(before)
        .filteredOn(
            number ->
                rowOf(number).getPseudoClassStates().stream()
                    .anyMatch(state -> state.getPseudoClassName().equals("same-peer")))
        .containsExactly(44L, 46L, 48L, 50L);
  }

  @Test
  void aLineAboutNobodyHasItsTextInThePeersColumnToo() {
    append(1, 1);
    robot.interact(
        () -> model.append(List.of(SampleLines.line(2, LineKind.ERROR, null, "The disk is full"))));
    robot.interact(() -> view.getParent().layout());

    assertThat(rowOf(2).lookup(".message").getLayoutX())
        .isEqualTo(rowOf(1).lookup(".peer").getLayoutX());
  }

  /// Turns the wheel by this many lines, downwards if positive. The robot's wheel does nothing on
  /// the headless platform.
  private void wheel(int rows) {
    robot.interact(() -> scrollBy(-rows * LineRow.HEIGHT));
  }

  private void scrollBy(double deltaY) {
    Point2D pointer = new Point2D(10, 10);
    view.fireEvent(Wheel.turned(pointer, pointer, deltaY));
  }
}

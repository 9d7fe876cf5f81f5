package p2pgossip.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.log.SampleLines.BOB;
import static p2pgossip.ui.log.SampleLines.EVE;
import static p2pgossip.ui.log.SampleLines.lines;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;
import p2pgossip.journal.LineKind;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Screen;

/// A view of eight lines over a log of at most a hundred.
@ExtendWith(OnScreen.class)
class LineViewTest {

  private static final int FITTING = 8;

  private final LogModel model = new LogModel(100);
  private final LineSelection selection = new LineSelection(model.shown());
  private final Hand robot = new Hand();

  private LineView view;

  @Start
  void start(Stage stage) {
    view = new LineView(model.shown(), selection, new LineFormat(ZoneOffset.UTC));
    view.setPrefSize(800, FITTING * LineRow.HEIGHT);
    stage.setScene(new Scene(new Pane(view)));
    stage.show();
  }

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
  void selectsTheLineThatIsClicked() {
    append(1, 5);
    robot.clickOn(rowOf(3));

    assertThat(selection.selected()).isEqualTo(lines(3, 3));
  }

  @Test
  void selectsARangeWithShift() {
    append(1, 8);
    robot.clickOn(rowOf(3));
    pressWithShift(rowOf(6));

    assertThat(selection.selected()).isEqualTo(lines(3, 6));
  }

  @Test
  void selectsARangeByDragging() {
    append(1, 8);
    robot.drag(rowOf(6)).dropTo(rowOf(4));

    assertThat(selection.selected()).isEqualTo(lines(4, 6));
  }

  @Test
  void keepsTheSelectionThatIsRightClicked() {
    append(1, 8);
    robot.clickOn(rowOf(3));
    pressWithShift(rowOf(6));
    robot.clickOn(rowOf(4), MouseButton.SECONDARY);

    assertThat(selection.selected()).isEqualTo(lines(3, 6));
  }

  @Test
  void selectsALineThatIsRightClicked() {
    append(1, 8);
    robot.clickOn(rowOf(4), MouseButton.SECONDARY);

    assertThat(selection.selected()).isEqualTo(lines(4, 4));
  }

  @Test
  void selectsNothingBelowTheLastLine() {
    append(1, 2);
    robot.clickOn(rowOf(2)).moveBy(0, 3 * LineRow.HEIGHT);
    robot.interact(selection::clear);
    robot.clickOn(MouseButton.PRIMARY);

    assertThat(selection.selected()).isEmpty();
  }

  @Test
  void movesWithTheArrowsAndBringsTheLineIntoView() {
    append(1, 60);
    robot.interact(view::requestFocus);
    type(KeyCode.UP, 9);

    assertThat(selection.selected()).isEqualTo(lines(52, 52));
    assertThat(numbersInView()).isEqualTo(numbers(52, 59));
    assertThat(view.followingProperty().get()).isFalse();
  }

  @Test
  void movesByPages() {
    append(1, 60);
    robot.interact(view::requestFocus);
    type(KeyCode.END, 1);
    type(KeyCode.PAGE_UP, 3);
    type(KeyCode.PAGE_DOWN, 1);

    assertThat(selection.selected()).isEqualTo(lines(44, 44));
  }

  @Test
  void movesToTheEnds() {
    append(1, 60);
    robot.interact(view::requestFocus);
    type(KeyCode.HOME, 1);
    List<Long> atHome = numbersInView();
    type(KeyCode.END, 1);

    assertThat(atHome).isEqualTo(numbers(1, 8));
    assertThat(numbersInView()).isEqualTo(numbers(53, 60));
    assertThat(view.followingProperty().get()).isTrue();
  }

  @Test
  void extendsTheSelectionByKeys() {
    append(1, 60);
    robot.interact(view::requestFocus);
    type(KeyCode.END, 1);
    robot.press(KeyCode.SHIFT);
    type(KeyCode.UP, 2);
    robot.release(KeyCode.SHIFT);

    assertThat(selection.selected()).isEqualTo(lines(58, 60));
  }

  @Test
  void selectsAllAndNothingByKeys() {
    append(1, 60);
    robot.interact(view::requestFocus);
    robot.press(KeyCode.SHORTCUT).type(KeyCode.A).release(KeyCode.SHORTCUT);
    List<JournalLine> all = selection.selected();
    type(KeyCode.ESCAPE, 1);

    assertThat(all).isEqualTo(lines(1, 60));
    assertThat(selection.selected()).isEmpty();
  }

  @Test
  void keepsTheSelectedLineWhereItIsWhenTheFilterGoes() {
    append(1, 60);
    robot.interact(() -> model.setFilter(LogFilter.ALL.withText("Rumour 2")));
    robot.clickOn(rowOf(24));
    double before = rowOf(24).getLayoutY();

    robot.interact(() -> model.setFilter(LogFilter.ALL));

    assertThat(rowOf(24).getLayoutY()).isEqualTo(before);
    assertThat(selection.selected()).isEqualTo(lines(24, 24));
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

  private void append(long first, long last) {
    robot.interact(() -> model.append(lines(first, last)));
  }

  /// Turns the wheel by so many lines, downwards if positive. The robot's wheel does nothing on the
  /// headless platform.
  private void wheel(int rows) {
    robot.interact(() -> scrollBy(-rows * LineRow.HEIGHT));
  }

  private void scrollBy(double deltaY) {
    view.fireEvent(
        new ScrollEvent(
            ScrollEvent.SCROLL,
            10,
            10,
            10,
            10,
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            deltaY,
            0,
            deltaY,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            new PickResult(view, 10, 10)));
  }

  /// The robot holds no modifier key down for the mouse on the headless platform.
  private void pressWithShift(LineRow row) {
    Point2D at = row.localToScene(10, 10);
    robot.interact(
        () ->
            row.fireEvent(
                new MouseEvent(
                    MouseEvent.MOUSE_PRESSED,
                    at.getX(),
                    at.getY(),
                    at.getX(),
                    at.getY(),
                    MouseButton.PRIMARY,
                    1,
                    true,
                    false,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    true,
                    new PickResult(row, at.getX(), at.getY()))));
  }

  private void type(KeyCode key, int times) {
    robot.type(key, times);
  }

  /// The numbers of the lines that are in view as a whole, from top to bottom.
  private List<Long> numbersInView() {
    return rows().stream()
        .filter(
            row ->
                row.isVisible()
                    && row.getLayoutY() >= 0
                    && row.getLayoutY() + LineRow.HEIGHT <= view.getHeight())
        .sorted(Comparator.comparingDouble(LineRow::getLayoutY))
        .map(row -> Objects.requireNonNull(row.line()).number())
        .toList();
  }

  private LineRow rowOf(long number) {
    return rows().stream()
        .filter(row -> row.line() != null && row.line().number() == number)
        .findFirst()
        .orElseThrow();
  }

  private List<LineRow> rows() {
    return robot.from(view).lookup(".line-row").<LineRow>queryAll().stream().toList();
  }

  private static List<Long> numbers(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}

package p2pgossip.ui.log;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.lines.SampleLines.lines;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.Test;
import p2pgossip.journal.JournalLine;
import p2pgossip.ui.lines.LogFilter;

/// Which lines are selected.
class LineViewSelectionTest extends LineViewOnScreen {

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
}

package p2pgossip.ui.overview;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// What the pointer and the keys do in the overview. See [OverviewPane] for the keys.
final class OverviewInput {

  private final OverviewPane pane;

  OverviewInput(OverviewPane pane) {
    this.pane = pane;
    pane.setOnMousePressed(_ -> pane.requestFocus());
    pane.setOnMouseClicked(this::click);
    pane.setOnMouseMoved(event -> pane.pointAt(event.getX(), event.getY()));
    pane.setOnMouseExited(_ -> pane.pointAtNone());
    pane.setOnKeyPressed(this::type);
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      pane.selectAt(event.getX(), event.getY());
    }
  }

  private void type(KeyEvent event) {
    boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    if (plain && handled(event)) {
      event.consume();
    }
  }

  private boolean handled(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> pane.movePointer(-1, 0);
      case RIGHT -> pane.movePointer(1, 0);
      case UP -> pane.movePointer(0, -1);
      case DOWN -> pane.movePointer(0, 1);
      case HOME -> pane.pointAtFirst();
      case END -> pane.pointAtLast();
      case ENTER, SPACE -> {
        return pane.selectPointed();
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}

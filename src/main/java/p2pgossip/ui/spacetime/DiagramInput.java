package p2pgossip.ui.spacetime;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What the pointer, the wheel and the keys do in the diagram. See [SpaceTimePane] for the keys.
final class DiagramInput {

  /// The wheel's step, as most mice report it.
  private static final double WHEEL_STEP = 40;

  private static final double ZOOM_STEP = 1.25;
  private static final double PAN_PART = 0.15;

  /// A press that moves no further is a click.
  private static final double CLICK_SLACK = 4;

  private final SpaceTimePane pane;
  private double pressedX;
  private double pressedY;
  private double lastX;
  private double lastY;
  private boolean dragged;

  DiagramInput(SpaceTimePane pane) {
    this.pane = pane;
    pane.setOnMousePressed(this::press);
    pane.setOnMouseDragged(this::drag);
    pane.setOnMouseReleased(this::release);
    pane.setOnMouseMoved(event -> pane.pointAt(event.getX(), event.getY()));
    pane.setOnMouseExited(_ -> pane.pointAt(Double.NaN, Double.NaN));
    pane.setOnScroll(this::scroll);
    pane.setOnKeyPressed(this::type);
  }

  private void press(MouseEvent event) {
    pane.requestFocus();
    pressedX = event.getX();
    pressedY = event.getY();
    lastX = pressedX;
    lastY = pressedY;
    dragged = false;
  }

  private void drag(MouseEvent event) {
    dragged |= Math.hypot(event.getX() - pressedX, event.getY() - pressedY) > CLICK_SLACK;
    if (dragged && event.getButton() == MouseButton.PRIMARY) {
      pane.panPixels(lastX - event.getX(), lastY - event.getY());
      lastX = event.getX();
      lastY = event.getY();
    }
  }

  private void release(MouseEvent event) {
    if (!dragged && event.getButton() == MouseButton.PRIMARY) {
      pane.selectAt(event.getX(), event.getY());
    }
  }

  private void scroll(ScrollEvent event) {
    double steps = event.getDeltaY() / WHEEL_STEP;
    if (event.getDeltaX() != 0) {
      pane.panPixels(-event.getDeltaX(), 0);
    } else if (steps != 0 && event.isShortcutDown()) {
      pane.zoomRows(Math.pow(ZOOM_STEP, steps), event.getY());
    } else if (steps != 0) {
      pane.zoomTimes(Math.pow(ZOOM_STEP, steps), event.getX());
    }
    event.consume();
  }

  private void type(KeyEvent event) {
    boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown();
    if (plain && handled(event)) {
      event.consume();
    }
  }

  private boolean handled(KeyEvent event) {
    switch (event.getCode()) {
      case PLUS, ADD, EQUALS -> pane.zoomIn();
      case MINUS, SUBTRACT -> pane.zoomOut();
      case DIGIT0, NUMPAD0, HOME -> pane.showAll();
      case F, END -> pane.toggleFollow();
      case LEFT -> pane.panPixels(-pane.getWidth() * PAN_PART, 0);
      case RIGHT -> pane.panPixels(pane.getWidth() * PAN_PART, 0);
      case PAGE_UP -> pane.panPixels(0, -pane.getHeight() * PAN_PART);
      case PAGE_DOWN -> pane.panPixels(0, pane.getHeight() * PAN_PART);
      case UP -> pane.selectNext(-1);
      case DOWN -> pane.selectNext(1);
      case ESCAPE -> {
        return pane.clearSelection();
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}

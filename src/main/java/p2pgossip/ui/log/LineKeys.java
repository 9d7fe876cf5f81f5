package p2pgossip.ui.log;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keyboard in a [LineView]. Arrows, page keys, Home and End move the selection; with Shift
/// they extend it. Ctrl+A selects all lines, Escape none.
final class LineKeys {

  private final LineView view;
  private final LineSelection selection;

  LineKeys(LineView view, LineSelection selection) {
    this.view = view;
    this.selection = selection;
  }

  void install() {
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (view.lineCount() == 0 || event.isAltDown()) {
      return;
    }
    if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
      selection.all();
      event.consume();
      return;
    }
    if (event.getCode() == KeyCode.ESCAPE && selection.leadIndex() >= 0) {
      selection.clear();
      event.consume();
      return;
    }
    int target = target(event.getCode());
    if (target < 0) {
      return;
    }
    event.consume();
    int index = Math.min(target, view.lineCount() - 1);
    if (event.isShiftDown()) {
      selection.extendTo(index);
    } else {
      selection.only(index);
    }
    if (event.getCode() == KeyCode.END) {
      view.follow();
    } else {
      view.reveal(index);
    }
  }

  /// The place that a key moves to, which may lie beyond the ends; -1 if the key does not move.
  private int target(KeyCode key) {
    int last = view.lineCount() - 1;
    int lead = selection.leadIndex();
    return switch (key) {
      case UP -> lead < 0 ? last : Math.max(0, lead - 1);
      case DOWN -> lead < 0 ? last : lead + 1;
      case PAGE_UP -> Math.max(0, (lead < 0 ? last : lead) - view.pageSize());
      case PAGE_DOWN -> (lead < 0 ? last : lead) + view.pageSize();
      case HOME -> 0;
      case END -> last;
      default -> -1;
    };
  }
}

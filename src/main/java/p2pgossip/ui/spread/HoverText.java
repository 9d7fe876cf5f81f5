package p2pgossip.ui.spread;

import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A tooltip that is made when the pointer first comes: most are never seen, and each is a window of
/// its own.
final class HoverText implements EventHandler<MouseEvent> {

  private static final double MAX_WIDTH = 320;

  private final Node node;
  private final Supplier<String> words;
  private @Nullable Tooltip made;

  private HoverText(Node node, Supplier<String> words) {
    this.node = node;
    this.words = words;
  }

  /// @param words asked each time the pointer comes
  static void on(Node node, Supplier<String> words) {
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, new HoverText(node, words));
  }

  @Override
  public void handle(MouseEvent event) {
    Tooltip tooltip = made;
    if (tooltip == null) {
      tooltip = new Tooltip();
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(MAX_WIDTH);
      tooltip.setShowDelay(Duration.millis(400));
      tooltip.setShowDuration(Duration.seconds(30));
      made = tooltip;
      Tooltip.install(node, tooltip);
    }
    tooltip.setText(words.get());
  }
}

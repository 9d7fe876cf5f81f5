package p2pgossip.ui.hint;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A tooltip that costs nothing until the pointer first comes: each brings a popup window of its own,
/// and a window has some twenty of them to make before it stands. What helps those who can't see the
/// screen has the words from the start. On the FX thread, once the node is shown.
public final class Hint {

  /// Definitions take a second line sooner than one across the screen.
  private static final double MAX_WIDTH = 360;

  /// The usual five seconds are too short for a definition.
  private static final Duration READING = Duration.seconds(30);

  private final Node node;
  private String words;
  private @Nullable Tooltip tooltip;

  private Hint(Node node, String words) {
    this.node = node;
    this.words = words;
    node.setAccessibleHelp(words);
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> install());
  }

  /// Gives a node its words. Once for each node.
  public static Hint on(Node node, String words) {
    return new Hint(node, words);
  }

  /// Says something else from now on.
  public void say(String newWords) {
    words = newWords;
    node.setAccessibleHelp(newWords);
    if (tooltip != null) {
      tooltip.setText(newWords);
    }
  }

  // The pointer's move that is just being told reaches the tooltip too, so that it comes in time.
  private void install() {
    if (tooltip == null) {
      tooltip = new Tooltip(words);
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(MAX_WIDTH);
      tooltip.setShowDuration(READING);
      Tooltip.install(node, tooltip);
    }
  }
}

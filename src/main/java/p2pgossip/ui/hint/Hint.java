package p2pgossip.ui.hint;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A tooltip that costs nothing until the pointer first comes: each has a popup window of its own,
/// and a window would have some twenty of them to make before it appears. It fits on the screen:
/// long words are wrapped, and what is too long ends in an ellipsis. On the FX thread, once the
/// node is shown.
public final class Hint {

  /// How many characters are shown; a definition has some 200.
  static final int LONGEST = 600;

  /// How many lines are shown of words with line breaks.
  static final int MOST_LINES = 12;

  /// A definition is better read in two lines than in one across the screen.
  private static final double MAX_WIDTH = 360;

  private static final Duration DELAY = Duration.millis(500);

  /// The usual five seconds are too short for a definition.
  private static final Duration READING = Duration.seconds(30);

  private final Node node;
  private Supplier<String> words;
  private @Nullable Tooltip tooltip;

  /// Whether it appears when the pointer rests: it does not if it has nothing to say.
  private boolean installed;

  private Hint(Node node, Supplier<String> words) {
    this.node = node;
    this.words = words;
    node.getProperties().put(Hint.class, this);
    node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> update());
  }

  /// Gives a node its words, in place of earlier ones. Screen readers have them from the start.
  public static Hint on(Node node, String words) {
    Hint hint = on(node, () -> words);
    node.setAccessibleHelp(words);
    return hint;
  }

  /// Gives a node words that are asked for each time the pointer comes. If they are empty, nothing
  /// is shown.
  public static Hint on(Node node, Supplier<String> words) {
    if (node.getProperties().get(Hint.class) instanceof Hint hint) {
      hint.words = words;
      hint.refresh();
      return hint;
    }
    return new Hint(node, words);
  }

  /// Says something else from now on.
  public void say(String newWords) {
    words = () -> newWords;
    node.setAccessibleHelp(newWords);
    refresh();
  }

  /// As much of a text as a tooltip or a card holds: some 600 characters, and 12 lines.
  public static String brief(String text) {
    int end = Math.min(text.length(), LONGEST);
    int line = -1;
    for (int count = 0; count < MOST_LINES && line < end; count++) {
      int next = text.indexOf('\n', line + 1);
      line = next < 0 ? end : next;
    }
    end = Math.min(end, line);
    if (end == text.length()) {
      return text;
    }
    // Half of a surrogate pair would be shown as a box.
    int whole = end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return text.substring(0, whole).stripTrailing() + " …";
  }

  private void refresh() {
    if (tooltip != null) {
      update();
    }
  }

  // The tooltip hears of the very move that is being handled, so it appears in time.
  private void update() {
    String said = brief(words.get());
    if (said.isEmpty()) {
      if (tooltip != null && installed) {
        Tooltip.uninstall(node, tooltip);
        installed = false;
      }
      return;
    }
    if (tooltip == null) {
      tooltip = new Tooltip();
      tooltip.setWrapText(true);
      tooltip.setMaxWidth(MAX_WIDTH);
      tooltip.setShowDelay(DELAY);
      tooltip.setShowDuration(READING);
    }
    tooltip.setText(said);
    if (!installed) {
      Tooltip.install(node, tooltip);
      installed = true;
    }
  }
}

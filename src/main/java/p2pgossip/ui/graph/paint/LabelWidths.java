package p2pgossip.ui.graph.paint;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// The widths of labels in one font, in pixels. Addresses and ports have no kerning, so the width
/// of a label is the sum of its letters' widths. Each letter is measured once, which is much faster
/// than to measure each label.
final class LabelWidths {

  /// More letters than addresses have.
  private static final int MAX_MEASURED = 500;

  private final Font font;
  private final Map<Integer, Double> letters = new HashMap<>();

  LabelWidths(Font font) {
    this.font = font;
  }

  Font font() {
    return font;
  }

  double of(String label) {
    if (letters.size() > MAX_MEASURED) {
      letters.clear();
    }
    return Math.ceil(
        label
            .codePoints()
            .mapToDouble(letter -> letters.computeIfAbsent(letter, this::measure))
            .sum());
  }

  private double measure(int letter) {
    Text text = new Text(Character.toString(letter));
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }
}

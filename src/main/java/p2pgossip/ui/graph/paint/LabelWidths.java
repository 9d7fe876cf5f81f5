package p2pgossip.ui.graph.paint;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide labels are in one font, in pixels. Labels are addresses and ports, in which no letter
/// moves closer to its neighbour: so their widths are the sums of their letters', and only those
/// are measured, once. To lay out hundreds of labels takes a tenth of a second.
final class LabelWidths {

  /// More letters than addresses are made of.
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

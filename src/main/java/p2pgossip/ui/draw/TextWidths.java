package p2pgossip.ui.draw;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide texts are in one font, in pixels. Those on axes come again and again, so their widths
/// are kept. One thread at a time.
public final class TextWidths {

  private static final int MOST_KEPT = 500;

  private final Text measured = new Text();
  private final Map<String, Double> widths = new HashMap<>();

  public TextWidths(Font font) {
    measured.setFont(font);
  }

  public double of(String text) {
    if (widths.size() > MOST_KEPT) {
      widths.clear();
    }
    return widths.computeIfAbsent(text, this::measure);
  }

  private double measure(String text) {
    measured.setText(text);
    return measured.getLayoutBounds().getWidth();
  }
}

package p2pgossip.ui.spacetime;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import p2pgossip.ui.hint.Hint;

/// The card beside what the pointer rests on.
final class TripCard extends VBox {

  private static final double GAP = 14;
  private static final double MAX_WIDTH = 290;

  private final Label title = new Label();
  private final Label details = new Label();

  TripCard() {
    super(2);
    getStyleClass().add("trip-card");
    title.getStyleClass().add("title");
    title.setWrapText(true);
    details.setWrapText(true);
    getChildren().addAll(title, details);
    setMaxWidth(MAX_WIDTH);
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
  }

  /// Beside a point, within a pane of the given size, all in pixels.
  void show(
      String titleText, String words, double x, double y, double paneWidth, double paneHeight) {
    title.setText(titleText);
    details.setText(Hint.brief(words));
    setVisible(true);
    applyCss();
    double width = Math.min(Math.min(MAX_WIDTH, paneWidth), prefWidth(-1));
    double height = prefHeight(width);
    double left = x + GAP + width <= paneWidth ? x + GAP : x - GAP - width;
    double top = y + GAP + height <= paneHeight ? y + GAP : y - GAP - height;
    resizeRelocate(
        Math.rint(Math.clamp(left, 0, Math.max(0, paneWidth - width))),
        Math.rint(Math.clamp(top, 0, Math.max(0, paneHeight - height))),
        width,
        height);
  }
}

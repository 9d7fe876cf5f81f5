package p2pgossip.ui.hint;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import p2pgossip.ui.theme.StyleSheets;

/// A card beside what the pointer rests on. The pointer goes through it, and it takes no part in
/// the layout of its pane. Hidden at first. FX thread only.
public final class HoverCard extends VBox {

  /// Between the card and what it describes, and to the edge of the pane, in pixels.
  private static final double GAP = 10;

  private static final double MAX_WIDTH = 290;

  /// @param content from top to bottom
  public HoverCard(Node... content) {
    super(2, content);
    getStyleClass().add("hover-card");
    getStylesheets().add(StyleSheets.of(HoverCard.class, "hint.css"));
    setMaxWidth(MAX_WIDTH);
    setMouseTransparent(true);
    setManaged(false);
    setVisible(false);
  }

  /// Shows the card at the height of a point: to its right where there is room, else to its left.
  /// All in pixels.
  ///
  /// @param radius how far what it describes reaches from the point
  public void showBeside(double x, double y, double radius, double paneWidth, double paneHeight) {
    setVisible(true);
    applyCss();
    double width = Math.min(Math.min(MAX_WIDTH, paneWidth - 2 * GAP), prefWidth(-1));
    double height = prefHeight(width);
    boolean right = x + radius + GAP + width <= paneWidth - GAP;
    double left = right ? x + radius + GAP : x - radius - GAP - width;
    resizeRelocate(
        within(left, width, paneWidth), within(y - height / 2, height, paneHeight), width, height);
  }

  private static double within(double start, double length, double room) {
    return Math.rint(Math.clamp(start, GAP, Math.max(GAP, room - length - GAP)));
  }
}

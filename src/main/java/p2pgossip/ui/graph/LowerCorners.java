package p2pgossip.ui.graph;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import p2pgossip.ui.draw.Box;
import p2pgossip.ui.graph.live.LiveGraph;

/// The legend and the zoom buttons, in the lower corners of the pane. Unfolds the legend where
/// there is room for it, and keeps peers and labels out from under both.
final class LowerCorners {

  /// From the edges of the pane, in pixels.
  private static final double MARGIN = 10;

  /// From this width of the pane on the legend is unfolded at first.
  private static final double ROOMY = 760;

  /// From this height on, too: a lower pane is left to the graph.
  private static final double HIGH = 360;

  private final StackPane pane;
  private final LiveGraph graph;
  private final GraphLegend legend;
  private final ZoomButtons buttons;

  /// Whether the user has folded or unfolded the legend, so that it stays as it is.
  private boolean touched;

  /// @param pane which holds the other three
  LowerCorners(StackPane pane, LiveGraph graph, GraphLegend legend, ZoomButtons buttons) {
    this.pane = pane;
    this.graph = graph;
    this.legend = legend;
    this.buttons = buttons;
    StackPane.setAlignment(legend, Pos.BOTTOM_LEFT);
    StackPane.setAlignment(buttons, Pos.BOTTOM_RIGHT);
    StackPane.setMargin(legend, new Insets(MARGIN));
    StackPane.setMargin(buttons, new Insets(MARGIN));
    legend.expandedProperty().addListener(_ -> touched = true);
    legend.widthProperty().addListener(_ -> keepClear());
    legend.heightProperty().addListener(_ -> keepClear());
    legend.visibleProperty().addListener(_ -> keepClear());
    buttons.heightProperty().addListener(_ -> keepClear());
    pane.widthProperty().addListener(_ -> resized());
    pane.heightProperty().addListener(_ -> resized());
  }

  /// Explains in the legend what the graph shows now. One peer alone explains itself.
  void explain() {
    legend.setVisible(graph.network().picture().nodes().size() > 1);
    legend.show(
        graph.spread().scale(),
        graph.network().picture(),
        graph.faults().looks(),
        graph.network().hasOriginals());
    fitLegend();
  }

  private void fitLegend() {
    legend.fitInto(pane.getHeight() - 2 * MARGIN);
  }

  private void resized() {
    if (!touched) {
      legend.expandedProperty().set(pane.getWidth() >= ROOMY && pane.getHeight() >= HIGH);
      touched = false;
    }
    fitLegend();
    keepClear();
  }

  private void keepClear() {
    double left = legend.getWidth() + MARGIN;
    double bottom = legend.getHeight() + MARGIN;
    boolean roomy = pane.getWidth() >= ROOMY || !legend.expandedProperty().get();
    if (!legend.isRoomTaking() || !roomy) {
      graph.setInsets(0, 0);
    } else if (left / pane.getWidth() <= bottom / pane.getHeight()) {
      graph.setInsets(left, 0);
    } else {
      graph.setInsets(0, bottom);
    }
    List<Box> covered = new ArrayList<>();
    covered.add(atTheFoot(buttons, pane.getWidth() - buttons.getWidth() - MARGIN));
    if (legend.isVisible()) {
      covered.add(atTheFoot(legend, MARGIN));
    }
    graph.setCovered(covered);
  }

  private Box atTheFoot(Region node, double x) {
    double y = pane.getHeight() - node.getHeight() - MARGIN;
    return new Box(x, y, node.getWidth(), node.getHeight());
  }
}

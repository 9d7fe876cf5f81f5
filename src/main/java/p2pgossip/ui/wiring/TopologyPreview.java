package p2pgossip.ui.wiring;

import java.util.SplittableRandom;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import p2pgossip.topology.Edges;
import p2pgossip.topology.Places;
import p2pgossip.topology.Topology;
import p2pgossip.ui.draw.InkPicture;
import p2pgossip.ui.theme.StyleSheets;

/// Draws the wiring that is going to be: the very edges, since they come from the same seed. Each
/// form stands as one would draw it by hand, so that it is known again at a glance. FX thread only.
public final class TopologyPreview extends StackPane {

  private static final double MARGIN = 14;
  private static final double DOT = 3.5;

  /// In a picture beside a few words.
  private static final double SMALL_MARGIN = 7;

  private static final double SMALL_DOT = 2;

  /// So many peers get smaller dots.
  private static final int MANY = 60;

  private static final double MANY_DOT = 0.6;

  /// Nobody tells more lines apart, and to draw all 124,750 of 500 peers would hold the window up.
  private static final int MOST_LINES = 5_000;

  private final InkPicture picture = new InkPicture(this::draw);
  private final double margin;
  private final double dot;
  private @Nullable Topology topology;
  private int peers = 2;
  private long seed;

  private TopologyPreview(double margin, double dot) {
    super();
    this.margin = margin;
    this.dot = dot;
    getStyleClass().add("topology-preview");
    getStylesheets().add(StyleSheets.of(TopologyPreview.class, "wiring.css"));
    getChildren().add(picture);
    setAccessibleText("A picture of the wiring");
  }

  /// A picture to be looked at.
  public static TopologyPreview large() {
    TopologyPreview large = new TopologyPreview(MARGIN, DOT);
    large.setMinSize(160, 160);
    return large;
  }

  /// A picture beside a few words, which say the same.
  ///
  /// @param side in pixels
  public static TopologyPreview small(double side) {
    TopologyPreview small = new TopologyPreview(SMALL_MARGIN, SMALL_DOT);
    small.setMinSize(side, side);
    small.setPrefSize(side, side);
    small.setMaxSize(side, side);
    return small;
  }

  /// @param newTopology null for an empty picture
  public void show(@Nullable Topology newTopology, int newPeers, long newSeed) {
    topology = newTopology;
    peers = newPeers;
    seed = newSeed;
    picture.redraw();
  }

  private void draw(GraphicsContext pen, double width, double height) {
    Topology shown = topology;
    if (shown == null || width <= 2 * margin || height <= 2 * margin) {
      return;
    }
    Edges edges = shown.edges(peers, new SplittableRandom(seed));
    Places places = shown.places(peers, edges);
    double side = Math.min(width, height) - 2 * margin;
    double left = (width - side) / 2;
    double top = (height - side) / 2;
    pen.setGlobalAlpha(Math.clamp(60.0 / edges.size(), 0.12, 0.6));
    pen.setLineWidth(1);
    int step = Math.max(1, Math.ceilDiv(edges.size(), MOST_LINES));
    for (int edge = 0; edge < edges.size(); edge += step) {
      int from = edges.from(edge);
      int to = edges.to(edge);
      pen.strokeLine(
          left + places.x(from) * side,
          top + places.y(from) * side,
          left + places.x(to) * side,
          top + places.y(to) * side);
    }
    pen.setGlobalAlpha(1);
    double radius = peers > MANY ? MANY_DOT * dot : dot;
    for (int peer = 0; peer < places.size(); peer++) {
      double x = left + places.x(peer) * side;
      double y = top + places.y(peer) * side;
      pen.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
  }
}

package p2pgossip.ui.swarm;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;
import p2pgossip.topology.Edges;
import p2pgossip.topology.Places;
import p2pgossip.topology.Topology;

/// Draws the wiring that is going to be: the very edges, since they come from the same seed. Each
/// form stands as one would draw it by hand, so that it is known again at a glance.
final class TopologyPreview extends Region {

  private static final double MARGIN = 14;
  private static final double DOT = 3.5;

  /// Nobody tells more lines apart, and to draw all 124,750 of 500 peers would hold the window up.
  private static final int MOST_LINES = 5_000;

  private final Canvas canvas = new Canvas();
  private final StyleableObjectProperty<Paint> ink =
      new SimpleStyleableObjectProperty<>(Ink.LINE, this, "ink", Color.GRAY);
  private @Nullable Topology topology;
  private int peers = 2;
  private long seed;

  TopologyPreview() {
    getStyleClass().add("topology-preview");
    getChildren().add(canvas);
    setMinSize(160, 160);
    setAccessibleText("A picture of the wiring");
    ink.subscribe(paint -> draw());
  }

  /// @param newTopology null for an empty picture
  void show(@Nullable Topology newTopology, int newPeers, long newSeed) {
    topology = newTopology;
    peers = newPeers;
    seed = newSeed;
    draw();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    draw();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return Ink.ALL;
  }

  private void draw() {
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, width, height);
    Topology shown = topology;
    if (shown == null || width <= 2 * MARGIN || height <= 2 * MARGIN) {
      return;
    }
    Edges edges = shown.edges(peers, new SplittableRandom(seed));
    Places places = shown.places(peers, edges);
    double side = Math.min(width, height) - 2 * MARGIN;
    double left = (width - side) / 2;
    double top = (height - side) / 2;
    Paint paint = ink.get();
    pen.setStroke(paint);
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
    pen.setFill(paint);
    double dot = peers > 60 ? DOT - 1.5 : DOT;
    for (int peer = 0; peer < places.size(); peer++) {
      double x = left + places.x(peer) * side;
      double y = top + places.y(peer) * side;
      pen.fillOval(x - dot, y - dot, 2 * dot, 2 * dot);
    }
  }

  /// Lets the style sheet choose the colour.
  private static final class Ink {

    private static final CssMetaData<TopologyPreview, Paint> LINE =
        new CssMetaData<>("-ink", StyleConverter.getPaintConverter(), Color.GRAY) {
          @Override
          public boolean isSettable(TopologyPreview preview) {
            return !preview.ink.isBound();
          }

          @Override
          public StyleableProperty<Paint> getStyleableProperty(TopologyPreview preview) {
            return preview.ink;
          }
        };

    private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

    private static List<CssMetaData<? extends Styleable, ?>> all() {
      List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
      all.add(LINE);
      return List.copyOf(all);
    }
  }
}

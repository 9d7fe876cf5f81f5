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
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import p2pgossip.topology.Edges;
import p2pgossip.topology.Topology;

/// Draws the wiring that is going to be: the very edges, since they come from the same seed. Each form
/// stands as one would draw it by hand, so that it is known again at a glance.
final class TopologyPreview extends Region {

  private static final double MARGIN = 14;
  private static final double DOT = 3.5;

  /// Nobody tells more lines apart, and to draw all 124,750 of 500 peers would hold the window up.
  private static final int MOST_LINES = 5_000;

  private final Canvas canvas = new Canvas();
  private final StyleableObjectProperty<Paint> ink =
      new SimpleStyleableObjectProperty<>(Ink.LINE, this, "ink", Color.GRAY);
  private Topology topology = new Topology.Ring();
  private int peers = 2;
  private long seed;

  TopologyPreview() {
    getStyleClass().add("topology-preview");
    getChildren().add(canvas);
    setMinSize(160, 160);
    setAccessibleText("A picture of the wiring");
    ink.subscribe(paint -> draw());
  }

  void show(Topology newTopology, int newPeers, long newSeed) {
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
    if (width <= 2 * MARGIN || height <= 2 * MARGIN) {
      return;
    }
    Edges edges = topology.edges(peers, new SplittableRandom(seed));
    List<Point2D> places = places(edges);
    Paint paint = ink.get();
    pen.setStroke(paint);
    pen.setGlobalAlpha(Math.clamp(60.0 / edges.size(), 0.12, 0.6));
    pen.setLineWidth(1);
    int step = Math.max(1, Math.ceilDiv(edges.size(), MOST_LINES));
    for (int edge = 0; edge < edges.size(); edge += step) {
      Point2D from = on(places.get(edges.from(edge)), width, height);
      Point2D to = on(places.get(edges.to(edge)), width, height);
      pen.strokeLine(from.getX(), from.getY(), to.getX(), to.getY());
    }
    pen.setGlobalAlpha(1);
    pen.setFill(paint);
    double dot = peers > 60 ? DOT - 1.5 : DOT;
    for (Point2D place : places) {
      Point2D at = on(place, width, height);
      pen.fillOval(at.getX() - dot, at.getY() - dot, 2 * dot, 2 * dot);
    }
  }

  private static Point2D on(Point2D place, double width, double height) {
    double side = Math.min(width, height) - 2 * MARGIN;
    return new Point2D(
        (width - side) / 2 + place.getX() * side, (height - side) / 2 + place.getY() * side);
  }

  /// Between 0 and 1 both ways.
  private List<Point2D> places(Edges edges) {
    return switch (topology) {
      case Topology.Line _ -> line();
      case Topology.Grid _ -> grid();
      case Topology.Tree _ -> layers(edges);
      case Topology.Star _ -> star();
      case Topology.Ring _,
          Topology.Complete _,
          Topology.RandomOut _,
          Topology.SmallWorld _,
          Topology.ScaleFree _ ->
          circle(0, peers);
    };
  }

  private List<Point2D> circle(int first, int count) {
    List<Point2D> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * (i + first) / count - Math.PI / 2;
      places.add(new Point2D(0.5 + 0.5 * Math.cos(angle), 0.5 + 0.5 * Math.sin(angle)));
    }
    return places;
  }

  private List<Point2D> star() {
    List<Point2D> places = new ArrayList<>();
    places.add(new Point2D(0.5, 0.5));
    places.addAll(circle(0, peers - 1));
    return places;
  }

  /// To and fro, so that many find room.
  private List<Point2D> line() {
    int columns = Math.max(2, (int) Math.ceil(Math.sqrt(peers)));
    int rows = Math.ceilDiv(peers, columns);
    List<Point2D> places = new ArrayList<>();
    for (int i = 0; i < peers; i++) {
      int row = i / columns;
      int column = row % 2 == 0 ? i % columns : columns - 1 - i % columns;
      places.add(new Point2D(part(column, columns), rows == 1 ? 0.5 : part(row, rows)));
    }
    return places;
  }

  private List<Point2D> grid() {
    int columns = (int) Math.ceil(Math.sqrt(peers));
    int rows = Math.ceilDiv(peers, columns);
    List<Point2D> places = new ArrayList<>();
    for (int i = 0; i < peers; i++) {
      places.add(new Point2D(part(i % columns, columns), part(i / columns, rows)));
    }
    return places;
  }

  /// A row for each distance from the first peer.
  private List<Point2D> layers(Edges edges) {
    int[] depth = new int[peers];
    for (int edge = 0; edge < edges.size(); edge++) {
      int lower = Math.max(edges.from(edge), edges.to(edge));
      depth[lower] = depth[Math.min(edges.from(edge), edges.to(edge))] + 1;
    }
    int deepest = 0;
    for (int each : depth) {
      deepest = Math.max(deepest, each);
    }
    int[] inRow = new int[deepest + 1];
    for (int each : depth) {
      inRow[each]++;
    }
    int[] placed = new int[deepest + 1];
    List<Point2D> places = new ArrayList<>();
    for (int each : depth) {
      places.add(new Point2D((placed[each]++ + 0.5) / inRow[each], part(each, deepest + 1)));
    }
    return places;
  }

  private static double part(int index, int count) {
    return count <= 1 ? 0.5 : (double) index / (count - 1);
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

package p2pgossip.ui.graph;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.StrokeLineCap;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.network.Role;

/// Says what each shape, line and dot in the graph means, drawn as the graph draws them. Folds up
/// into its title. FX thread only.
public final class GraphLegend extends VBox {

  private static final double WIDTH = 28;
  private static final double HEIGHT = 20;

  private final BooleanProperty expanded = new SimpleBooleanProperty(this, "expanded", true);
  private final VBox rows = new VBox();
  private final FontIcon arrow = new FontIcon(Feather.CHEVRON_DOWN);

  public GraphLegend() {
    super();
    getStyleClass().add("graph-legend");
    rows.getStyleClass().add("rows");
    Button title = new Button("Legend", arrow);
    title.getStyleClass().add("legend-title");
    title.setTooltip(new Tooltip("Show or hide what the shapes and lines mean"));
    title.setOnAction(event -> expanded.set(!expanded.get()));
    getChildren().addAll(title, rows);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    expanded.addListener(change -> fold());
    setPalette(RolePalette.LIGHT);
  }

  /// Whether the rows are shown, not only the title.
  public BooleanProperty expandedProperty() {
    return expanded;
  }

  private void fold() {
    rows.setVisible(expanded.get());
    rows.setManaged(expanded.get());
    arrow.setIconCode(expanded.get() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
  }

  void setPalette(RolePalette palette) {
    rows.getChildren().clear();
    for (Role role : Role.values()) {
      HBox swatch = new HBox(palette.swatch(role));
      swatch.getStyleClass().add("swatch");
      add(swatch, RolePalette.name(role), RolePalette.meaning(role));
    }
    add(mutualLink(palette), "Know each other", "Messages flow both ways along a solid line.");
    add(
        oneWayLink(palette),
        "Knows, one way",
        "The peer at the tail knows the one at the head of the arrow, not the other way round.");
    add(message(palette, false), "Message out", "A message that this peer has sent.");
    add(message(palette, true), "Message in", "A message that has come in here.");
    add(failure(palette), "Failed", "A message that was not answered.");
  }

  private void add(Node picture, String name, String meaning) {
    Label label = new Label(name, picture);
    label.setTooltip(new Tooltip(meaning));
    label.getStyleClass().add("row");
    rows.getChildren().add(label);
  }

  private static Node mutualLink(RolePalette palette) {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    LinkPainter.sample(canvas.getGraphicsContext2D(), palette, true, WIDTH, HEIGHT);
    return canvas;
  }

  private static Node oneWayLink(RolePalette palette) {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    LinkPainter.sample(canvas.getGraphicsContext2D(), palette, false, WIDTH, HEIGHT);
    return canvas;
  }

  private static Node message(RolePalette palette, boolean incoming) {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    LinkPainter.sample(graphics, palette, true, WIDTH, HEIGHT);
    graphics.setFill(incoming ? palette.background() : palette.message());
    graphics.fillOval(WIDTH / 2 - 4.5, HEIGHT / 2 - 4.5, 9, 9);
    if (incoming) {
      graphics.setStroke(palette.message());
      graphics.setLineWidth(2.4);
      graphics.strokeOval(WIDTH / 2 - 4, HEIGHT / 2 - 4, 8, 8);
    }
    return canvas;
  }

  private static Node failure(RolePalette palette) {
    Canvas canvas = new Canvas(WIDTH, HEIGHT);
    GraphicsContext graphics = canvas.getGraphicsContext2D();
    LinkPainter.sample(graphics, palette, true, WIDTH, HEIGHT);
    double x = WIDTH / 2;
    double y = HEIGHT / 2;
    graphics.setFill(palette.background());
    graphics.fillOval(x - 8, y - 8, 16, 16);
    graphics.setStroke(palette.failure());
    graphics.setLineWidth(2.6);
    graphics.setLineCap(StrokeLineCap.ROUND);
    graphics.strokeLine(x - 4, y - 4, x + 4, y + 4);
    graphics.strokeLine(x - 4, y + 4, x + 4, y - 4);
    return canvas;
  }
}

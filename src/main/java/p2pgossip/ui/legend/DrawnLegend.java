package p2pgossip.ui.legend;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import p2pgossip.ui.draw.CanvasDrawing;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.TextWidths;
import p2pgossip.ui.theme.RolePalette;
import p2pgossip.ui.theme.StyleSheets;

/// Explains a drawing by small pictures with words beside them, in as many rows as it needs: as
/// labels in a pane, or at the head of a picture that is drawn alone. FX thread only.
public final class DrawnLegend extends FlowPane {

  /// How high each small picture is, in pixels.
  public static final double HEIGHT = 16;

  private static final double GAP = 12;
  private static final double MARGIN = 10;
  private static final double ROW = 22;
  private static final Font FONT = Font.font(12.5);

  private List<Entry> entries = List.of();
  private RolePalette palette = RolePalette.LIGHT;

  /// One thing that is explained.
  ///
  /// @param width of the picture, in pixels
  /// @param picture draws it, from (0, 0) to (`width`, [#HEIGHT])
  public record Entry(String words, double width, BiConsumer<Drawing, RolePalette> picture) {

    private record Frame(String words, double width) {}

    private Frame frame() {
      return new Frame(words, width);
    }
  }

  public DrawnLegend(List<Entry> entries) {
    super(GAP, 1);
    getStyleClass().add("drawn-legend");
    getStylesheets().add(StyleSheets.of(DrawnLegend.class, "legend.css"));
    explain(entries);
  }

  /// Explains these from now on. Where the words stay, only the pictures are drawn anew, which may
  /// be done in the middle of a layout.
  public void explain(List<Entry> newEntries) {
    boolean alike = newEntries.stream().map(Entry::frame).toList().equals(frames());
    entries = List.copyOf(newEntries);
    if (!alike) {
      getChildren().setAll(entries.stream().map(DrawnLegend::label).toList());
    }
    draw();
  }

  public void setPalette(RolePalette palette) {
    this.palette = palette;
    draw();
  }

  private List<Entry.Frame> frames() {
    return entries.stream().map(Entry::frame).toList();
  }

  private void draw() {
    for (int i = 0; i < entries.size(); i++) {
      Canvas canvas = (Canvas) ((Label) getChildren().get(i)).getGraphic();
      CanvasDrawing drawing = new CanvasDrawing(canvas);
      drawing.setLineDashes();
      drawing.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
      entries.get(i).picture().accept(drawing, palette);
    }
  }

  private static Label label(Entry entry) {
    Canvas canvas = new Canvas(entry.width(), HEIGHT);
    Label label = new Label(entry.words(), canvas);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }

  private record Place(Entry entry, double x, double y) {}

  /// Where the entries stand in a picture: their left upper corners.
  private static List<Place> places(List<Entry> entries, double width) {
    TextWidths widths = new TextWidths(FONT);
    List<Place> places = new ArrayList<>();
    double x = MARGIN;
    double y = MARGIN / 2;
    for (Entry entry : entries) {
      double wide = entry.width() + 4 + widths.of(entry.words());
      if (x > MARGIN && x + wide > width - MARGIN) {
        x = MARGIN;
        y += ROW;
      }
      places.add(new Place(entry, x, y));
      x += wide + GAP;
    }
    return places;
  }

  /// How high the legend is in a picture of this width, in pixels.
  ///
  /// @param entries at least one
  public static double heightOf(List<Entry> entries, double width) {
    return places(entries, width).getLast().y() + ROW;
  }

  /// Draws the legend at the head of a picture, in the colours of the light theme.
  public static void draw(List<Entry> entries, Drawing drawing, double width) {
    RolePalette palette = RolePalette.LIGHT;
    for (Place place : places(entries, width)) {
      drawing.setLineDashes();
      drawing.translated(
          place.x(),
          place.y() + (ROW - HEIGHT) / 2,
          () -> place.entry().picture().accept(drawing, palette));
      drawing.setFont(FONT);
      drawing.setTextAlign(TextAlignment.LEFT);
      drawing.setTextBaseline(VPos.CENTER);
      drawing.setFill(palette.ink());
      drawing.fillText(
          place.entry().words(), place.x() + place.entry().width() + 4, place.y() + ROW / 2);
    }
  }
}

package p2pgossip.ui.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.theme.StyleSheets;

/// Short strokes along an axis of time, where something happened. A click on one goes there. FX
/// thread only.
public final class MomentMarks extends Pane {

  private static final double WIDTH = 3;
  public static final double HEIGHT = 7;

  /// Strokes that would be nearer to each other are one.
  private static final double APART = 5;

  /// Something that happened.
  ///
  /// @param place seconds from the beginning of the axis
  /// @param style a style class: the kind of what happened
  /// @param words a sentence
  public record Stroke(double place, Instant at, String style, String words) {}

  /// Where the strokes stand, and where a thin line leads from each.
  public enum Lines {
    /// The strokes stand at the top, and there are no lines.
    NONE,
    /// The strokes stand at the top, and the lines lead to the foot.
    DOWN,
    /// The strokes stand at the foot, and the lines lead to the top.
    UP
  }

  private final double inset;
  private final Lines lines;
  private Consumer<Instant> seek = _ -> {};
  private List<Stroke> strokes = List.of();

  /// The strokes that stand together, from left to right.
  private List<List<Stroke>> groups = List.of();

  private double from;
  private double to = 1;

  /// @param inset pixels at both ends to which the axis does not reach
  public MomentMarks(double inset, Lines lines) {
    super();
    this.inset = inset;
    this.lines = lines;
    getStyleClass().add("moment-marks");
    getStylesheets().add(StyleSheets.of(MomentMarks.class, "moments.css"));
    setPickOnBounds(false);
    setMinWidth(0);
  }

  /// @param newSeek is told where to go
  public void setSeek(Consumer<Instant> newSeek) {
    seek = newSeek;
  }

  /// Shows these strokes. The ends may move all the time: the strokes follow them pixel by pixel.
  ///
  /// @param newStrokes in the order of their places; those beyond the axis are left out
  /// @param newFrom where the axis begins, in seconds
  /// @param newTo where it ends
  public void show(List<Stroke> newStrokes, double newFrom, double newTo) {
    double pixel = (newTo - newFrom) / Math.max(1, getWidth());
    boolean same =
        newStrokes.equals(strokes)
            && Math.abs(newFrom - from) < pixel
            && Math.abs(newTo - to) < pixel;
    if (!same) {
      strokes = List.copyOf(newStrokes);
      from = newFrom;
      to = newTo;
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    List<Double> places = new ArrayList<>();
    List<List<Stroke>> fresh = new ArrayList<>();
    double room = getWidth() - 2 * inset;
    for (Stroke stroke : strokes) {
      if (to <= from || room <= 0 || stroke.place() < from || stroke.place() > to) {
        continue;
      }
      double x = inset + room * (stroke.place() - from) / (to - from);
      if (!places.isEmpty() && x - places.getLast() < APART) {
        fresh.getLast().add(stroke);
      } else {
        places.add(x);
        fresh.add(new ArrayList<>(List.of(stroke)));
      }
    }
    if (!fresh.equals(groups)) {
      // Only then: a stroke that is replaced while it is pressed hears of no click.
      groups = fresh;
      List<Node> children = new ArrayList<>();
      if (lines != Lines.NONE) {
        groups.forEach(group -> children.add(line(group)));
      }
      groups.forEach(group -> children.add(stroke(group)));
      getChildren().setAll(children);
    }
    int first = lines == Lines.NONE ? 0 : groups.size();
    double rest = Math.max(0, getHeight() - HEIGHT);
    boolean up = lines == Lines.UP;
    for (int i = 0; i < places.size(); i++) {
      double x = Math.rint(places.get(i) - WIDTH / 2);
      getChildren().get(first + i).resizeRelocate(x, up ? rest : 0, WIDTH, HEIGHT);
      if (first > 0) {
        getChildren().get(i).resizeRelocate(x + 1, up ? 0 : HEIGHT, 1, rest);
      }
    }
  }

  private static Region line(List<Stroke> of) {
    Region line = new Region();
    line.setManaged(false);
    line.setMouseTransparent(true);
    line.getStyleClass().addAll("moment-line", of.getFirst().style());
    return line;
  }

  private Region stroke(List<Stroke> of) {
    Stroke first = of.getFirst();
    Region stroke = new Region();
    stroke.setManaged(false);
    stroke.getStyleClass().addAll("moment-mark", first.style());
    Hint.on(stroke, () -> of.stream().map(Stroke::words).collect(Collectors.joining("\n")));
    stroke.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY) {
            seek.accept(first.at());
          }
        });
    return stroke;
  }
}

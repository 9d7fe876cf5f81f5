package p2pgossip.ui.laboratory;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.laboratory.ResultSet;
import p2pgossip.laboratory.ResultSet.Entry;
import p2pgossip.ui.draw.CanvasDrawing;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.theme.RolePalette;

/// The results of a set, each with its mark, and a name that one can edit. FX thread only.
final class ResultList extends VBox {

  private static final double SWATCH = 36;
  private static final double HEIGHT = 16;

  private final VBox rows = new VBox(14);
  private final Label note = RunForm.muted("");
  private final BiConsumer<Integer, String> renamed;
  private final IntConsumer removed;
  private List<Entry> shown = List.of();
  private RolePalette palette = RolePalette.LIGHT;

  /// @param renamed is told the mark of the one that has a new name
  /// @param removed is told the mark of the one that is to be removed
  ResultList(BiConsumer<Integer, String> renamed, IntConsumer removed) {
    super();
    this.renamed = renamed;
    this.removed = removed;
    getStyleClass().add("side-form");
    getChildren().add(RunForm.section("WHAT IS COMPARED", note, rows));
    show(new ResultSet(List.of()));
  }

  /// Shows the results of a set. What is being typed stays.
  void show(ResultSet set) {
    note.setText(
        set.entries().isEmpty()
            ? "Nothing yet. Press Keep beside a result on the pages One run, Many runs and Sweep."
            : "The names can be edited. Up to %s results can be told apart."
                .formatted(ResultSet.MOST));
    List<Integer> before = shown.stream().map(Entry::mark).toList();
    shown = set.entries();
    if (!before.equals(shown.stream().map(Entry::mark).toList())) {
      rows.getChildren().setAll(shown.stream().map(this::row).toList());
    }
  }

  private Node row(Entry entry) {
    int mark = entry.mark();
    TextField name = new TextField(entry.name());
    name.setId("compare-name-" + mark);
    name.setAccessibleText("Name of the result");
    Hint.on(name, "By this name it is known in the charts and tables");
    name.textProperty().subscribe((_, text) -> renamed.accept(mark, text));
    HBox.setHgrow(name, Priority.ALWAYS);
    Button remove = new Button(null, new FontIcon(Feather.X));
    remove.setId("compare-remove-" + mark);
    remove.getStyleClass().addAll("button-icon", "flat");
    remove.setAccessibleText("Remove");
    Hint.on(remove, "Remove it from this page");
    remove.setOnAction(_ -> removed.accept(mark));
    HBox line = new HBox(4, name, remove);
    line.setAlignment(Pos.CENTER_LEFT);
    Label words = RunForm.muted(entry.result().words());
    HBox.setHgrow(words, Priority.ALWAYS);
    return new VBox(4, line, new HBox(8, swatch(mark), words));
  }

  private Canvas swatch(int mark) {
    Canvas canvas = new Canvas(SWATCH, HEIGHT);
    Drawing drawing = new CanvasDrawing(canvas);
    SeriesMark.of(mark).explain(drawing, palette, SWATCH, HEIGHT, /* joined= */ true);
    return canvas;
  }

  void setPalette(RolePalette newPalette) {
    palette = newPalette;
    rows.getChildren().setAll(shown.stream().map(this::row).toList());
  }
}

package p2pgossip.ui.laboratory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.file.WholeFile;
import p2pgossip.gossip.ShownText;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.dialog.FileChoice.Kind;
import p2pgossip.ui.draw.Drawable;
import p2pgossip.ui.draw.Sketch;
import p2pgossip.ui.draw.SvgDrawing;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.print.Png;

/// Saves what a page shows: each chart as vectors, as pixels or as a table, and the field as
/// pixels. FX thread only.
final class SaveMenu extends MenuButton {

  private static final Kind SVG = new Kind("Vectors, of any size", "svg");
  private static final Kind PNG = new Kind("Pixels, as on the screen", "png");
  private static final Kind CSV = new Kind("Table", "csv");

  private final Supplier<List<Printed>> shown;
  private final FileChoice files;
  private final Executor background;
  private final Executor fxThread;
  private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper(this, "outcome", "");

  /// Writes a file.
  @FunctionalInterface
  private interface Writing {
    void write(Path file) throws IOException;
  }

  /// @param shown what there is to be saved
  /// @param background writes the files
  SaveMenu(
      Supplier<List<Printed>> shown, FileChoice files, Executor background, Executor fxThread) {
    super("Save", new FontIcon(Feather.SAVE));
    this.shown = shown;
    this.files = files;
    this.background = background;
    this.fxThread = fxThread;
    setId("lab-save");
    Hint.on(this, "Save a chart as vectors, pixels or a table, or the field as pixels");
    getItems().add(new MenuItem("…"));
    setOnShowing(_ -> fill());
  }

  /// The outcome of the last attempt to save, as a sentence; empty at first.
  ReadOnlyStringProperty outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    for (Printed printed : shown.get()) {
      MenuItem item = new MenuItem(printed.name() + " …");
      item.setId("lab-save-" + id(printed));
      item.setOnAction(_ -> save(printed));
      items.add(item);
    }
    if (items.isEmpty()) {
      MenuItem none = new MenuItem("There is nothing to save yet. Press Run first.");
      none.setDisable(true);
      items.add(none);
    }
    getItems().setAll(items);
  }

  private static String id(Printed printed) {
    return printed.name().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private void save(Printed printed) {
    Printed.Table table = printed.table();
    Drawable vectors = printed.vectors();
    Path file =
        files.toSave(
            "Save “" + printed.name() + "”",
            "gossip-" + id(printed),
            table == null ? List.of(PNG) : List.of(SVG, PNG, CSV));
    if (file == null) {
      return;
    }
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (table != null && name.endsWith(".csv")) {
      write(file, to -> WholeFile.save(to, table::write));
    } else if (vectors != null && name.endsWith(".svg")) {
      Sketch sketch = vectors.sketch();
      String document = sketch == null ? "" : SvgDrawing.document(sketch);
      write(
          file,
          to -> WholeFile.save(to, out -> out.write(document.getBytes(StandardCharsets.UTF_8))));
    } else {
      Image image = Png.take(printed.node());
      write(file, to -> Png.write(to, image));
    }
  }

  private void write(Path file, Writing writing) {
    background.execute(
        () -> {
          String words;
          try {
            writing.write(file);
            words = "Saved to " + ShownText.of(file.toString()) + ".";
          } catch (IOException e) {
            words = "Not saved: " + ShownText.of(String.valueOf(e.getMessage())) + ".";
          }
          String told = words;
          fxThread.execute(() -> outcome.set(told));
        });
  }
}

package p2pgossip.ui.laboratory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.export.ExperimentFiles;
import p2pgossip.file.FailureInWords;
import p2pgossip.gossip.ShownText;
import p2pgossip.laboratory.SweepShelf;
import p2pgossip.results.SweepFolder;
import p2pgossip.sweep.Experiment;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.dialog.FileChoice.Kind;
import p2pgossip.ui.form.FileReading;
import p2pgossip.ui.hint.Hint;

/// Opens experiments and sweeps: bundled ones by name, those that were made in this window, and
/// files; and saves experiments. FX thread only.
final class SweepOpening {

  /// The most sweeps that are offered.
  private static final int MOST_KEPT = 15;

  /// By this file the folder of a sweep is known.
  private static final String HEADER = "sweep.json";

  private static final Kind EXPERIMENT = new Kind("Experiment", "json");

  private final FileReading files;
  private final SweepShelf shelf;
  private final MenuButton button = new MenuButton("Open", new FontIcon(Feather.FOLDER));
  private final Menu earlier = new Menu("Earlier sweeps");
  private Taker taker = new Taker(_ -> {}, _ -> {}, _ -> {});

  /// Who takes what is opened.
  ///
  /// @param experiment takes one that is to be run anew
  /// @param sweep takes one that has a folder
  /// @param told takes what went wrong, or was saved: a sentence
  record Taker(
      Consumer<Experiment> experiment, Consumer<SweepFolder> sweep, Consumer<String> told) {}

  /// Reads a file, which may take a while.
  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }

  SweepOpening(FileReading files, SweepShelf shelf) {
    this.files = files;
    this.shelf = shelf;
    button.setId("sweep-open");
    Hint.on(button, "Open an experiment that comes with the program, an earlier sweep, or a file");
    List<MenuItem> items = new ArrayList<>();
    for (String name : ExperimentFiles.BUNDLED) {
      MenuItem item =
          new MenuItem(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
      item.setId("sweep-open-" + name);
      item.setOnAction(_ -> open(() -> ExperimentFiles.bundled(name), taker.experiment()));
      items.add(item);
    }
    MenuItem file = new MenuItem("A file …");
    file.setId("sweep-open-file");
    file.setOnAction(_ -> openFile());
    items.add(new SeparatorMenuItem());
    items.add(earlier);
    items.add(file);
    button.getItems().setAll(items);
    showEarlier(List.of());
    button.setOnShowing(_ -> look());
  }

  /// Who takes what is opened from now on.
  void setTaker(Taker newTaker) {
    taker = newTaker;
  }

  MenuButton button() {
    return button;
  }

  private void look() {
    Executor background = files.background();
    background.execute(
        () -> {
          try {
            List<SweepShelf.Kept> kept = shelf.kept(MOST_KEPT);
            files.fxThread().execute(() -> showEarlier(kept));
          } catch (IOException e) {
            fail(FailureInWords.withName(shelf.folder(), e));
          }
        });
  }

  private void showEarlier(List<SweepShelf.Kept> kept) {
    List<MenuItem> items = new ArrayList<>();
    for (SweepShelf.Kept each : kept) {
      MenuItem item = new MenuItem(ShownText.of(each.name()));
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> open(() -> shelf.open(each.path()), taker.sweep()));
      items.add(item);
    }
    if (items.isEmpty()) {
      MenuItem none = new MenuItem("There is none yet.");
      none.setDisable(true);
      items.add(none);
    }
    earlier.getItems().setAll(items);
  }

  private void openFile() {
    Path file =
        files.choice().toOpen("Open an experiment, or the sweep.json of a sweep", EXPERIMENT);
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && file.endsWith(HEADER)) {
      open(() -> shelf.open(folder), taker.sweep());
    } else {
      open(() -> ExperimentFiles.read(file.toString()), taker.experiment());
    }
  }

  private <T> void open(Reading<T> reading, Consumer<T> to) {
    files
        .background()
        .execute(
            () -> {
              try {
                T read = reading.read();
                files.fxThread().execute(() -> to.accept(read));
              } catch (IOException e) {
                fail(String.valueOf(e.getMessage()));
              }
            });
  }

  private void fail(String words) {
    String told = "Not opened: " + ShownText.of(words) + ".";
    files.fxThread().execute(() -> taker.told().accept(told));
  }

  /// Asks for a file and saves an experiment in it.
  void save(Experiment experiment) {
    FileChoice choice = files.choice();
    Path file = choice.toSave("Save the experiment", "experiment", List.of(EXPERIMENT));
    if (file == null) {
      return;
    }
    files
        .background()
        .execute(
            () -> {
              String words;
              try {
                ExperimentFiles.write(experiment, file);
                words = "Saved to " + ShownText.of(file.toString()) + ".";
              } catch (IOException e) {
                words = "Not saved: " + ShownText.of(String.valueOf(e.getMessage())) + ".";
              }
              String told = words;
              files.fxThread().execute(() -> taker.told().accept(told));
            });
  }
}

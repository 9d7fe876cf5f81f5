package p2pgossip.ui.keep;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.export.ChartCsv;
import p2pgossip.export.DamagedRecording;
import p2pgossip.export.GexfFile;
import p2pgossip.export.LogFiles;
import p2pgossip.export.NetworkFiles;
import p2pgossip.export.RecordingFile;
import p2pgossip.export.ShivizLog;
import p2pgossip.file.FailureInWords;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Recorded;
import p2pgossip.network.Spread;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.dialog.SavedName;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.theme.StyleSheets;

/// Saves what the window shows, and opens recordings. Files are written and read in the background, one at
/// a time; meanwhile the menu shows how far that has come, and can call it off. FX thread only.
public final class KeepMenu extends MenuButton implements AutoCloseable {

  private static final FileChoice.Kind RECORDING =
      new FileChoice.Kind("Recording", RecordingFile.EXTENSION);
  private static final FileChoice.Kind PICTURE = new FileChoice.Kind("Picture", "png");
  private static final FileChoice.Kind TABLE = new FileChoice.Kind("Table", "csv");
  private static final FileChoice.Kind GRAPHML = new FileChoice.Kind("GraphML", "graphml");
  private static final FileChoice.Kind GEXF =
      new FileChoice.Kind("GEXF, with the course of time", "gexf");
  private static final FileChoice.Kind DOT = new FileChoice.Kind("DOT, for Graphviz", "dot", "gv");
  private static final FileChoice.Kind TEXT = new FileChoice.Kind("Text", "log", "txt");
  private static final FileChoice.Kind JSON = new FileChoice.Kind("JSON lines", "jsonl");
  private static final FileChoice.Kind SHIVIZ =
      new FileChoice.Kind("ShiViz, of all peers that were watched", "shiviz");

  private static final DateTimeFormatter IN_NAMES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);

  /// What it works with.
  ///
  /// @param background where files are written and read
  /// @param fxThread runs what it is given on the FX thread, soon
  /// @param zone in which times are told where people read them; asked for when there is one to tell
  /// @param program the version of this program
  public record Tools(
      FileChoice files,
      Executor background,
      Executor fxThread,
      InstantSource clock,
      Supplier<ZoneId> zone,
      String program) {}

  private final KeepSource source;
  private final KeepActions actions;
  private final Tools tools;
  private final Job job;

  /// The rumours that stood in the recording which was saved last, to their end.
  private Set<RumorId> saved = Set.of();

  public KeepMenu(KeepSource source, KeepActions actions, Tools tools) {
    super("Keep");
    this.source = source;
    this.actions = actions;
    this.tools = tools;
    this.job = new Job(tools.background(), tools.fxThread());
    setId("keep");
    getStyleClass().addAll("header-button", "keep-menu");
    getStylesheets().add(StyleSheets.of(KeepMenu.class, "keep.css"));
    Hint.on(this, "Save what was seen, for later or for other programs; open a recording");
    setUpGraphic();
    setUpItems();
  }

  private void setUpGraphic() {
    FontIcon icon = new FontIcon(Feather.SAVE);
    ProgressIndicator progress = new ProgressIndicator();
    progress.setPrefSize(16, 16);
    progress.setMinSize(16, 16);
    progress.setAccessibleText("A file is being written or read");
    graphicProperty()
        .bind(Bindings.when(job.runningProperty()).then((Node) progress).otherwise((Node) icon));
  }

  private void setUpItems() {
    MenuItem cancel = item("keep-cancel", "Cancel", Feather.X, job::cancel);
    cancel.visibleProperty().bind(job.runningProperty());
    cancel
        .textProperty()
        .bind(job.progressProperty().multiply(100).asString(Locale.ROOT, "Cancel (%.0f %% done)"));
    Menu charts = new Menu("Chart data", new FontIcon(Feather.BAR_CHART_2));
    charts.setId("keep-charts");
    charts
        .getItems()
        .addAll(
            table("Coverage over time…", "coverage", ChartCsv.Table.COVERAGE),
            table("Period by period…", "periods", ChartCsv.Table.PERIODS),
            table("Figures…", "figures", ChartCsv.Table.FIGURES),
            table("Who heard it when…", "arrivals", ChartCsv.Table.ARRIVALS));
    Menu pictures = new Menu("Picture", new FontIcon(Feather.IMAGE));
    pictures.setId("keep-pictures");
    for (KeepSource.Sight sight : KeepSource.Sight.values()) {
      pictures
          .getItems()
          .add(
              item(
                  "keep-picture-" + sight.id(),
                  "Of " + sight.words() + "…",
                  Feather.IMAGE,
                  () -> savePicture(sight)));
    }
    List<MenuItem> work =
        List.of(
            item("keep-recording", "Save the recording…", Feather.SAVE, this::saveRecording),
            item("keep-open", "Open a recording…", Feather.FOLDER, this::openRecording),
            new SeparatorMenuItem(),
            pictures,
            charts,
            item("keep-network", "Network…", Feather.SHARE_2, this::saveNetwork),
            item("keep-log", "Log…", Feather.FILE_TEXT, this::saveLog));
    work.forEach(item -> item.disableProperty().bind(job.runningProperty()));
    getItems().add(cancel);
    getItems().addAll(work);
  }

  private MenuItem table(String words, String name, ChartCsv.Table table) {
    return item(
        "keep-" + name, words, Feather.BAR_CHART_2, () -> saveTable("gossip-" + name, table));
  }

  private static MenuItem item(String id, String words, Feather icon, Runnable action) {
    MenuItem item = new MenuItem(words, new FontIcon(icon));
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }

  /// Asks for a file and saves the whole session there.
  public void saveRecording() {
    Path file = toSave("Save the recording", "gossip", RECORDING);
    if (file == null) {
      return;
    }
    PeerAddress self = source.self();
    Set<RumorId> finished = source.finished();
    save(
        file,
        () -> saved = finished,
        progress -> {
          Recorded recorded = source.recorded();
          if (recorded.isEmpty()) {
            throw new IOException("nothing has been recorded yet");
          }
          RecordingFile.write(
              file, recorded, self, tools.program(), tools.clock().instant(), progress);
          return String.format(
              Locale.UK, "%,d observations saved to %s.", recorded.observations().size(), file);
        });
  }

  /// Asks for a recording and reads it.
  public void openRecording() {
    Path file = tools.files().toOpen("Open a recording", RECORDING);
    if (file != null) {
      open(file);
    }
  }

  /// Reads a recording; the actions are told when it is done.
  public void open(Path file) {
    job.run(
        progress -> RecordingFile.read(file, progress),
        opened -> actions.opened(file, opened),
        failure -> actions.failed(notOpened(file, failure)));
  }

  private static String notOpened(Path file, IOException failure) {
    String advice =
        failure instanceof DamagedRecording
            ? "Nothing of it is shown. Choose another file, or mend that line."
            : "Choose another file.";
    return "%s could not be opened: %s. %s".formatted(file, FailureInWords.of(failure), advice);
  }

  /// Asks for a file and saves a picture there, of the size that it has on the screen and without any
  /// controls.
  public void savePicture(KeepSource.Sight sight) {
    Parent shown = source.shown(sight);
    if (shown == null) {
      actions.failed(sight.missing());
      return;
    }
    // As it was when the user asked for it, without the window that asks for a file.
    Image image = Png.take(shown);
    Path file = toSave("Save a picture", "gossip-" + sight.id(), PICTURE);
    if (file != null) {
      save(
          file,
          _ -> {
            Png.write(file, image);
            return String.format(
                Locale.UK,
                "Picture of %.0f x %.0f pixels saved to %s.",
                image.getWidth(),
                image.getHeight(),
                file);
          });
    }
  }

  private void saveTable(String name, ChartCsv.Table table) {
    List<ChartCsv.Run> runs = List.copyOf(source.runs());
    if (runs.isEmpty()) {
      actions.failed("There is no rumour in the charts yet. Tell one first.");
      return;
    }
    Path file = toSave("Save chart data", name, TABLE);
    if (file != null) {
      save(
          file,
          progress -> {
            ChartCsv.write(file, table, runs, progress);
            return "%s saved to %s."
                .formatted(runs.size() == 1 ? "1 rumour" : runs.size() + " rumours", file);
          });
    }
  }

  /// Asks for a file and saves the network there, as its extension says.
  public void saveNetwork() {
    NetworkPicture picture = source.picture();
    Spread chosen = source.chosen();
    PeerAddress self = source.self();
    Path file = toSave("Save the network", "gossip-network", GRAPHML, GEXF, DOT);
    if (file == null) {
      return;
    }
    String extension = SavedName.extensionOf(file);
    if (!GEXF.has(extension)) {
      save(
          file,
          _ -> {
            if (DOT.has(extension)) {
              NetworkFiles.writeDot(file, picture, chosen);
            } else {
              NetworkFiles.writeGraphMl(file, picture, chosen);
            }
            return String.format(
                Locale.UK,
                "%,d peers and %,d links saved to %s.",
                picture.nodes().size(),
                picture.links().size(),
                file);
          });
    } else if (self == null) {
      actions.failed("There is no peer yet whose network could be saved. Start it first.");
    } else {
      save(
          file,
          progress -> {
            GexfFile.write(
                file, source.recorded(), self, chosen == null ? null : chosen.key(), progress);
            return "The network in the course of time saved to " + file + ".";
          });
    }
  }

  /// Asks for a file and saves the log there, as its extension says.
  public void saveLog() {
    List<JournalLine> lines = List.copyOf(source.lines());
    Path file = toSave("Save the log", "gossip", TEXT, JSON, SHIVIZ);
    if (file == null) {
      return;
    }
    String extension = SavedName.extensionOf(file);
    if (SHIVIZ.has(extension)) {
      save(
          file,
          progress -> {
            ShivizLog.Written written = ShivizLog.write(file, source.recorded(), progress);
            String rest =
                written.leftOut() == 0
                    ? ""
                    : String.format(
                        Locale.UK,
                        " %,d earlier ones were left out: ShiViz could not draw them.",
                        written.leftOut());
            return String.format(
                Locale.UK, "%,d events saved to %s.%s", written.events(), file, rest);
          });
      return;
    }
    save(
        file,
        progress -> {
          if (JSON.has(extension)) {
            LogFiles.writeJson(file, lines, progress);
          } else {
            LogFiles.writeText(file, lines, new LineFormat(tools.zone().get()), progress);
          }
          return "%s saved to %s."
              .formatted(
                  lines.size() == 1
                      ? "1 line"
                      : String.format(Locale.UK, "%,d lines", lines.size()),
                  file);
        });
  }

  private @Nullable Path toSave(String title, String name, FileChoice.Kind... kinds) {
    String now = IN_NAMES.format(tools.clock().instant().atZone(tools.zone().get()));
    return tools.files().toSave(title, name + "-" + now, List.of(kinds));
  }

  /// Whether a recording was saved in which all of these spread to their end.
  public boolean hasSaved(Collection<RumorId> rumors) {
    return saved.containsAll(rumors);
  }

  private void save(Path file, Job.Work<String> work) {
    save(file, () -> {}, work);
  }

  /// @param done is run once the file is written
  /// @param work says what it has done, in a sentence
  private void save(Path file, Runnable done, Job.Work<String> work) {
    Function<IOException, String> words =
        failure ->
            "%s could not be saved: %s. What was there before is as it was; save to another place."
                .formatted(file, FailureInWords.of(failure));
    job.run(
        work,
        sentence -> {
          done.run();
          actions.succeeded(sentence);
        },
        failure -> actions.failed(words.apply(failure)));
  }

  /// Calls off what is being written or read. Idempotent.
  @Override
  public void close() {
    job.close();
  }
}

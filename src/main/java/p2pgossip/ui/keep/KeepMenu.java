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
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.export.DamagedRecording;
import p2pgossip.export.RecordingFile;
import p2pgossip.file.FailureInWords;
import p2pgossip.gossip.RumorId;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.dialog.SavedName;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.keep.Exporter.Section;
import p2pgossip.ui.keep.Exporter.Subject;
import p2pgossip.ui.keep.Exporter.Writing;
import p2pgossip.ui.theme.StyleSheets;
import p2pgossip.ui.work.Job;

/// Saves what the window shows, and opens recordings. Files are written and read in the background,
/// one at a time; meanwhile the menu shows how far that has come, and can call it off. FX thread
/// only.
public final class KeepMenu extends MenuButton implements AutoCloseable {

  private static final DateTimeFormatter IN_NAMES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);

  /// What it works with.
  ///
  /// @param background where files are written and read
  /// @param fxThread runs what it is given on the FX thread, soon
  /// @param zone in which times are told where people read them; asked for when there is one to
  ///     tell
  /// @param program the version of this program
  public record Tools(
      FileChoice files,
      Executor background,
      Executor fxThread,
      InstantSource clock,
      Supplier<ZoneId> zone,
      String program) {

    Exporter.Surroundings surroundings() {
      return new Exporter.Surroundings(clock, zone, program);
    }
  }

  private final KeepSource source;
  private final KeepActions actions;
  private final Tools tools;
  private final Job job;
  private final List<Exporter> exporters;

  /// The finished rumours in the recording that was saved last.
  private Set<RumorId> saved = Set.of();

  public KeepMenu(KeepSource source, KeepActions actions, Tools tools) {
    super("Keep");
    this.source = source;
    this.actions = actions;
    this.tools = tools;
    this.job = new Job(tools.background(), tools.fxThread());
    this.exporters = Exporters.all(source.sights());
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
    MenuItem open = item("keep-open", "Open a recording…", Feather.FOLDER, this::openRecording);
    open.disableProperty().bind(job.runningProperty());
    Menu pictures = new Menu("Picture", new FontIcon(Feather.IMAGE));
    pictures.setId("keep-pictures");
    pictures.getItems().addAll(items(Section.PICTURES));
    Menu charts = new Menu("Chart data", new FontIcon(Feather.BAR_CHART_2));
    charts.setId("keep-charts");
    charts.getItems().addAll(items(Section.CHART_DATA));
    getItems().add(cancel);
    getItems().addAll(items(Section.RECORDING));
    getItems().addAll(open, new SeparatorMenuItem(), pictures, charts);
    getItems().addAll(items(Section.REST));
  }

  private List<MenuItem> items(Section section) {
    return exporters.stream()
        .map(Exporter::subject)
        .distinct()
        .filter(subject -> subject.section() == section)
        .map(this::item)
        .toList();
  }

  /// Where nothing of the subject can be saved, the item says why.
  private MenuItem item(Subject subject) {
    MenuItem item =
        item("keep-" + subject.id(), subject.words(), subject.icon(), () -> save(subject));
    BooleanProperty off = new SimpleBooleanProperty();
    item.disableProperty().bind(job.runningProperty().or(off));
    addEventHandler(
        ON_SHOWING,
        _ -> {
          String missing = missing(exportersOf(subject));
          item.setText(missing == null ? subject.words() : subject.words() + "  " + missing);
          off.set(missing != null);
        });
    return item;
  }

  private List<Exporter> exportersOf(Subject subject) {
    return exporters.stream().filter(it -> it.subject().equals(subject)).toList();
  }

  /// Why none of these can save anything just now; null where one of them can.
  private @Nullable String missing(List<Exporter> offered) {
    String first = null;
    for (Exporter exporter : offered) {
      String missing = exporter.need().missing(source);
      if (missing == null) {
        return null;
      }
      first = first == null ? missing : first;
    }
    return first;
  }

  private static MenuItem item(String id, String words, Feather icon, Runnable action) {
    MenuItem item = new MenuItem(words, new FontIcon(icon));
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }

  /// Asks for a file and saves the whole session there.
  public void saveRecording() {
    save(Exporters.RECORDING);
  }

  /// Takes the subject as it is, asks for a file, and saves it there as the extension says.
  private void save(Subject subject) {
    List<Exporter> offered = exportersOf(subject);
    String missing = missing(offered);
    if (missing != null) {
      actions.failed(missing);
      return;
    }
    // As it is now, without the window that asks for a file.
    List<Taken> taken = offered.stream().map(this::take).toList();
    Set<RumorId> finished = source.finished();
    String now = IN_NAMES.format(tools.clock().instant().atZone(tools.zone().get()));
    Path file =
        tools
            .files()
            .toSave(
                subject.title(),
                subject.fileName() + "-" + now,
                offered.stream().map(Exporter::kind).toList());
    if (file != null) {
      String extension = SavedName.extensionOf(file);
      Taken chosen =
          taken.stream()
              .filter(each -> each.kind().has(extension))
              .findFirst()
              .orElse(taken.getFirst());
      save(chosen, file, subject.equals(Exporters.RECORDING) ? finished : saved);
    }
  }

  /// What one exporter saves.
  ///
  /// @param writing null where what it needs is missing
  /// @param missing what that is, in words; empty where nothing is
  private record Taken(FileChoice.Kind kind, @Nullable Writing writing, String missing) {}

  private Taken take(Exporter exporter) {
    String missing = exporter.need().missing(source);
    return missing == null
        ? new Taken(exporter.kind(), exporter.taking().take(source, tools.surroundings()), "")
        : new Taken(exporter.kind(), null, missing);
  }

  /// @param afterwards the rumours whose end stands in the recording that was saved last
  private void save(Taken taken, Path file, Set<RumorId> afterwards) {
    Writing writing = taken.writing();
    if (writing == null) {
      actions.failed(taken.missing());
      return;
    }
    job.run(
        progress -> writing.write(file, progress).sentence(file),
        sentence -> {
          saved = afterwards;
          actions.succeeded(sentence);
        },
        failure -> actions.failed(notSaved(file, failure)));
  }

  private static String notSaved(Path file, IOException failure) {
    return "%s could not be saved: %s. What was there before is as it was; save to another place."
        .formatted(file, FailureInWords.of(failure));
  }

  /// Asks for a recording and reads it.
  public void openRecording() {
    Path file = tools.files().toOpen("Open a recording", Exporters.RECORDING_FILE);
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

  /// Whether a recording was saved in which all of these spread to their end.
  public boolean hasSaved(Collection<RumorId> rumors) {
    return saved.containsAll(rumors);
  }

  /// Calls off what is being written or read. Idempotent.
  @Override
  public void close() {
    job.close();
  }
}

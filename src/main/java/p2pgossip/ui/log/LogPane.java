package p2pgossip.ui.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import p2pgossip.export.LogFiles;
import p2pgossip.export.Progress;
import p2pgossip.file.FailureInWords;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineFormat;
import p2pgossip.journal.LineKind;
import p2pgossip.ui.command.Command;
import p2pgossip.ui.command.CommandGroup;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.lines.LogFilter;
import p2pgossip.ui.lines.LogModel;
import p2pgossip.ui.theme.StyleSheets;

/// The gossip log of a window: the lines of a [LogModel] and what can be done with them. FX thread
/// only. It needs 560 x 140 pixels to show everything.
public final class LogPane extends VBox {

  /// In a lower pane the details of a line would leave too little room for the list.
  private static final double DETAIL_FROM = 220;

  static final Command<LogPane> SEARCH =
      new Command<>("Shortcut+F", "Search the log", LogPane::search);

  static final Command<LogPane> SAVE = new Command<>("Shortcut+S", "Save the log", LogPane::save);

  static final Command<LogPane> COPY =
      new Command<>("Shortcut+Shift+C", "Copy the log", LogPane::copy);

  static final Command<LogPane> PAUSE =
      new Command<>("Shortcut+Shift+P", "Freeze the log, or resume it", LogPane::pauseOrResume);

  static final Command<LogPane> CLEAR =
      new Command<>("Shortcut+Shift+K", "Clear the log", log -> log.model.clear());

  /// What the keys do to it, wherever the focus is.
  public static final CommandGroup<LogPane> COMMANDS =
      new CommandGroup<>("Log", List.of(SEARCH, SAVE, COPY, PAUSE, CLEAR));

  private static final Set<LineKind> MESSAGES =
      Set.of(LineKind.SENT, LineKind.RECEIVED, LineKind.FAILED);

  private static final FileChoice.Kind TEXT = new FileChoice.Kind("Text", "log", "txt");

  private final LogModel model;
  private final LineFormat format;
  private final FileChoice files;
  private final Executor background;
  private final Executor fxThread;
  private final LineSelection selection;
  private final LineView list;
  private final LogToolbar toolbar;
  private final Notice notice = new Notice();
  private Runnable beforeSearch = () -> {};

  /// @param format how lines are copied and saved, and in which zone the time is told
  /// @param files asks where to save
  /// @param background where files are written
  /// @param fxThread runs a task on the FX thread, soon
  public LogPane(
      LogModel model, LineFormat format, FileChoice files, Executor background, Executor fxThread) {
    this.model = model;
    this.format = format;
    this.files = files;
    this.background = background;
    this.fxThread = fxThread;
    getStyleClass().add("log-pane");
    getStylesheets().add(StyleSheets.of(LogPane.class, "log.css"));

    selection = new LineSelection(model.shown());
    list = new LineView(model.shown(), selection, format);
    toolbar =
        new LogToolbar(
            model,
            new LogToolbar.Actions(this::copy, this::save, model::clear, list::requestFocus));
    EmptyLogHint empty = new EmptyLogHint(model);
    empty.visibleProperty().bind(Bindings.isEmpty(model.shown()));
    StackPane.setAlignment(notice, Pos.BOTTOM_LEFT);
    StackPane.setMargin(notice, new Insets(8));
    StackPane stage = new StackPane(list, empty, new Pills(model, list), notice);
    stage.getStyleClass().add("stage");
    stage.setMinHeight(0);
    stage.heightProperty().subscribe(height -> empty.fitInto(height.doubleValue()));
    VBox.setVgrow(stage, Priority.ALWAYS);
    getChildren().addAll(toolbar, new FilterBar(model), stage, detail());

    new LineMenu(this, list, selection).install();
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::copyByKey);
    selection.leadProperty().subscribe(this::selectPeerOf);
    selectedPeerProperty().subscribe(this::unselectOthers);
  }

  /// The peer whose lines are marked. Selecting a line sets it to that line's peer, or to null if
  /// the line is about no peer. Setting it from outside marks lines; it neither scrolls nor
  /// filters.
  public ObjectProperty<@Nullable PeerAddress> selectedPeerProperty() {
    return list.highlightedProperty();
  }

  /// Selects the line about a message, and brings it into view.
  ///
  /// @param peer the peer that sent or received it
  /// @param at the time by this peer's clock
  /// @return whether such a line is shown
  public boolean find(PeerAddress peer, Instant at) {
    List<JournalLine> lines = model.shown();
    for (int index = lines.size() - 1; index >= 0; index--) {
      JournalLine line = lines.get(index);
      if (peer.equals(line.peer()) && at.equals(line.at()) && MESSAGES.contains(line.kind())) {
        selection.only(index);
        list.reveal(index);
        return true;
      }
    }
    return false;
  }

  /// Lets the user type a text to search for at once.
  public void search() {
    beforeSearch.run();
    toolbar.focusSearch();
  }

  /// @param action brings the log to the screen, before the cursor is put into its search field
  public void beforeSearch(Runnable action) {
    beforeSearch = action;
  }

  private void pauseOrResume() {
    if (model.pausedProperty().get()) {
      model.resume();
    } else {
      model.pause();
    }
  }

  /// Shows only the lines about this peer and about others that were given here before.
  public void showOnly(PeerAddress peer) {
    model.setFilter(model.filterProperty().get().withOnly(peer));
  }

  /// Hides the lines about this peer.
  public void hide(PeerAddress peer) {
    model.setFilter(model.filterProperty().get().withHidden(peer));
  }

  public void clearFilter() {
    model.setFilter(LogFilter.ALL);
  }

  /// Copies the selected lines to the clipboard, or all that are shown if none is selected.
  public void copy() {
    List<JournalLine> selected = selection.selected();
    List<JournalLine> lines = selected.isEmpty() ? model.shown() : selected;
    if (lines.isEmpty()) {
      notice.failed("There is no line to copy.");
      return;
    }
    ClipboardContent content = new ClipboardContent();
    content.putString(lines.stream().map(format::format).collect(Collectors.joining("\n")));
    Clipboard.getSystemClipboard().setContent(content);
    notice.succeeded(Counts.lines(lines.size()) + " copied.");
  }

  /// Asks for a file and saves the lines that are shown, in UTF-8. The pane says how it went.
  public void save() {
    Path file = files.toSave("Save the log", "gossip", List.of(TEXT));
    if (file != null) {
      saveTo(file);
    }
  }

  private void saveTo(Path file) {
    List<JournalLine> lines = List.copyOf(model.shown());
    background.execute(
        () -> {
          try {
            LogFiles.writeText(file, lines, format, Progress.UNHEARD);
            fxThread.execute(
                () -> notice.succeeded(Counts.lines(lines.size()) + " saved to " + file + "."));
          } catch (IOException e) {
            fxThread.execute(
                () ->
                    notice.failed(
                        "The log could not be saved to %s: %s. Save it to another place."
                            .formatted(file, FailureInWords.of(e))));
          }
        });
  }

  private LineDetail detail() {
    LineDetail detail = new LineDetail(format, selection::clear);
    detail.managedProperty().bind(detail.visibleProperty());
    detail
        .visibleProperty()
        .bind(selection.leadProperty().isNotNull().and(heightProperty().greaterThan(DETAIL_FROM)));
    detail.maxHeightProperty().bind(heightProperty().multiply(0.35));
    selection
        .leadProperty()
        .subscribe(
            line -> {
              if (line != null) {
                detail.show(line);
              }
            });
    return detail;
  }

  private void copyByKey(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      copy();
      event.consume();
    }
  }

  private void selectPeerOf(@Nullable JournalLine line) {
    if (line != null) {
      selectedPeerProperty().set(line.peer());
    }
  }

  /// A selected line of another peer would contradict the marks.
  private void unselectOthers(@Nullable PeerAddress peer) {
    JournalLine line = selection.leadProperty().get();
    if (line != null && !Objects.equals(line.peer(), peer)) {
      selection.clear();
    }
  }
}

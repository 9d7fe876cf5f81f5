package p2pgossip.ui.window;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import p2pgossip.export.RecordingFile;
import p2pgossip.export.ThisProgram;
import p2pgossip.journal.LineKind;
import p2pgossip.ui.beat.Beat;
import p2pgossip.ui.command.WindowActions;
import p2pgossip.ui.command.WindowCommands;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.dialog.KeptFolder;
import p2pgossip.ui.dialog.NativeFileChoice;
import p2pgossip.ui.form.SettingsForm;
import p2pgossip.ui.keep.KeepMenu;
import p2pgossip.ui.model.PeerCommands;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmViewModel;
import p2pgossip.ui.settings.SidePane;
import p2pgossip.ui.swarm.SwarmBar;
import p2pgossip.ui.theme.StyleSheets;
import p2pgossip.ui.window.deck.DeckTab;
import p2pgossip.ui.window.deck.LogDeckView;
import p2pgossip.ui.window.deck.SpreadDeckView;

/// The window of one peer. It is built in three steps, each when the one before has been drawn: the
/// header, the form, and the graph with the views beside it and the inspector. This class only puts
/// them together; they meet in the view model.
///
/// It is made on any thread, even before the toolkit runs. From [#show] on it is for the FX thread
/// only.
final class PeerWindow implements AutoCloseable {

  static final double MIN_WIDTH = 900;
  static final double MIN_HEIGHT = 600;

  private final PeerViewModel model;
  private final SwarmViewModel swarm;
  private final WindowActions actions;
  private final Executor background;
  private final Executor fxThread;
  private final Beat beat;
  private final RandomGenerator layoutRandom;
  private final Path lessonNotes;
  private final SettingsForm form = new SettingsForm();
  private final BorderPane root = new BorderPane();
  private final VBox top;
  private final SwarmCommands swarmCommands;
  private final KeepMenu keep;

  private final FileChoice files = new NativeFileChoice(() -> this.stage, new KeptFolder());
  private @Nullable Stage stage;

  /// The file of the recording that is shown, or was shown at first.
  private @Nullable Path recordingFile;

  // Made once the parts above have been drawn, so that the window appears sooner.
  private @Nullable SidePane side;
  private @Nullable StatusBar statusBar;
  private @Nullable Workspace workspace;
  private @Nullable Beginning beginning;
  private @Nullable LessonPlace lessons;
  private @Nullable Presentation presentation;
  private DeckTab firstView = LogDeckView.TAB;
  private boolean formShown = true;

  private boolean dark;
  private boolean closed;

  /// @param lessonNotes the folder where it is kept how far the user has come in the lessons
  PeerWindow(
      PeerViewModel model,
      SwarmViewModel swarm,
      WindowActions actions,
      Executor background,
      Executor fxThread,
      Beat beat,
      RandomGenerator layoutRandom,
      Path lessonNotes) {
    this.model = model;
    this.swarm = swarm;
    this.actions = actions;
    this.background = background;
    this.fxThread = fxThread;
    this.beat = beat;
    this.layoutRandom = layoutRandom;
    this.lessonNotes = lessonNotes;
    swarmCommands =
        new SwarmCommands(swarm, model, this::setTravelPace, question -> question.ask(stage()));
    WindowKeep kept =
        new WindowKeep(model, actions, sight -> workspace == null ? null : workspace.shown(sight));
    keep =
        new KeepMenu(
            kept,
            kept,
            new KeepMenu.Tools(
                files,
                background,
                fxThread,
                InstantSource.system(),
                ZoneId::systemDefault,
                ThisProgram.nameAndVersion()));
    SwarmMenu swarms = new SwarmMenu(model, swarm, actions, files, background, fxThread);
    top = new VBox(new HeaderBar(model, form, actions, swarms, keep));
    root.setTop(top);
    root.getStyleClass().add("peer-window");
    root.getStylesheets().add(StyleSheets.window());
  }

  /// Brings it to the screen. Called once.
  void show(Stage shown) {
    stage = shown;
    // Not earlier: a scene asks for pulses at once, and the toolkit may have no timer for them yet.
    Scene scene = new Scene(root);
    shown.setScene(scene);
    shown.setMinWidth(MIN_WIDTH);
    shown.setMinHeight(MIN_HEIGHT);
    shown
        .titleProperty()
        .bind(
            Bindings.createStringBinding(
                () -> WindowTitle.of(model, recordingFile),
                model.addressProperty(),
                model.network().viewProperty()));
    shown.show();
    Shortcuts shortcuts = new Shortcuts(scene);
    shortcuts.reach(WindowCommands.PEER, actions);
    shortcuts.reach(WindowCommands.SWARM, actions);
    shortcuts.reach(WindowCommands.WINDOW, actions);
    shortcuts.reach(PeerCommands.PEER, model);
    shortcuts.reach(PeerCommands.SELECTED, model);
    onceDrawn(
        () -> {
          showForm();
          onceDrawn(() -> showWorkspace(shortcuts));
        });
  }

  /// Shows this view beside the graph as soon as it is there.
  void startWith(DeckTab tab) {
    firstView = tab;
    if (workspace != null) {
      workspace.show(tab);
    }
  }

  /// Shows a recording in place of a peer of its own.
  void showRecording(Path file, RecordingFile.Opened recording) {
    recordingFile = file;
    startWith(SpreadDeckView.TAB);
    showForm(false);
    // A peer that is started in it needs the form to find its neighbours.
    model.stateProperty().subscribe(state -> showForm(formShown || state == PeerState.RUNNING));
    model.open(recording.recorded(), recording.header().self());
    if (recording.unknown() > 0) {
      model.journal().tell(LineKind.NOTE, null, RecordingWords.leftOut(recording.unknown()));
    }
  }

  /// Shows the form on the left, or hides it.
  void showForm(boolean shown) {
    formShown = shown;
    if (side != null && (presentation == null || !presentation.isOn())) {
      root.setLeft(shown ? side : null);
    }
  }

  boolean isFormShown() {
    return formShown;
  }

  SwarmViewModel swarm() {
    return swarm;
  }

  SettingsForm form() {
    return form;
  }

  PeerViewModel model() {
    return model;
  }

  /// Its stage.
  ///
  /// @throws NullPointerException if it has not been shown yet
  Stage stage() {
    return Objects.requireNonNull(stage, "the window has not been shown yet");
  }

  /// Starts or stops the peer, as the button does.
  void startOrStop() {
    if (model.stateProperty().get() == PeerState.STOPPED) {
      start();
    } else {
      model.stop();
    }
  }

  /// Shows the first page, or what it covers.
  void toggleFirstPage() {
    if (beginning != null) {
      beginning.toggle();
    }
  }

  /// Does something with the lessons, once they are there. The form makes room for them.
  void withLessons(Consumer<LessonPlace> action) {
    LessonPlace place = lessons;
    if (place != null) {
      action.accept(place);
      if (place.shownProperty().get()) {
        showForm(false);
      }
    }
  }

  /// The graph, the curve and the story alone; null until there is something to present.
  @Nullable Presentation presentation() {
    return presentation;
  }

  /// Puts the cursor where the password is typed. Shows the form if it is hidden.
  void typePassword() {
    inForm(SidePane::focusPassword);
  }

  /// Puts the cursor where the addresses to connect to are typed. Shows the form if it is hidden.
  void typeTargets() {
    inForm(SidePane::focusTargets);
  }

  private void inForm(Consumer<SidePane> action) {
    showForm(true);
    if (side != null) {
      root.applyCss();
      root.layout();
      action.accept(side);
    }
  }

  private void start() {
    if (!form.canStart()) {
      inForm(SidePane::start);
    } else if (side != null) {
      side.start();
    } else {
      form.port().ifPresent(it -> model.start(it, form.hostAliasProperty().get(), List.of()));
    }
  }

  void setDark(boolean newDark) {
    dark = newDark;
    if (statusBar != null) {
      statusBar.setDark(dark);
    }
    if (workspace != null) {
      workspace.setDark(dark);
    }
    if (lessons != null) {
      lessons.setDark(dark);
    }
    if (presentation != null) {
      presentation.setDark(dark);
    }
  }

  /// Refreshes what changes with time.
  void refresh() {
    model.age();
    if (workspace != null) {
      workspace.refresh();
    }
  }

  private void onceDrawn(Runnable action) {
    new OnceDrawn(
            () -> {
              if (!closed) {
                action.run();
              }
            })
        .start();
  }

  private void showForm() {
    SidePane made = new SidePane(model, form, actions::startOrStop);
    side = made;
    showForm(formShown);
    statusBar = new StatusBar(model);
    statusBar.setDark(dark);
    root.setBottom(statusBar);
  }

  private void showWorkspace(Shortcuts shortcuts) {
    Workspace made =
        new Workspace(model, swarm, actions, files, background, fxThread, beat, layoutRandom);
    shortcuts.reach(SwarmBar.COMMANDS, swarmCommands);
    workspace = made;
    made.setDark(dark);
    stage().iconifiedProperty().subscribe(away -> made.graph().setSeen(!away));
    var begun = new Beginning(model, swarm, actions, keep, background, fxThread);
    beginning = begun;
    made.reachBy(
        shortcuts,
        begun::leave,
        () -> {
          begun.leave();
          Presentation.endOf(this);
        });
    // What the page covers can't be reached by Tab either.
    made.split().visibleProperty().bind(begun.page().visibleProperty().not());
    LessonPlace place =
        new LessonPlace(
            new StackPane(made.split(), begun.page()),
            model.network(),
            swarm,
            actions,
            background,
            fxThread,
            lessonNotes);
    place.setDark(dark);
    lessons = place;
    root.setCenter(place.node());
    root.setRight(
        made.details(root.widthProperty(), place.shownProperty(), begun.page().visibleProperty()));
    if (side != null) {
      side.complete();
    }
    presentation =
        new Presentation(
            root,
            stage(),
            made,
            new Presentation.Subject(model, swarm, swarmCommands, actions),
            begun::leave,
            () -> showForm(formShown));
    presentation.setDark(dark);
    new SwarmStrip(top, swarmCommands, model).follow(swarm);
    made.show(firstView);
  }

  private void setTravelPace(double pace) {
    if (workspace != null) {
      workspace.setTravelPace(pace);
    }
  }

  /// Closes the window by the action, or asks first if a swarm would end with it, or rumours would
  /// be lost that are in no recording. It does not ask for an opened recording, which has its file,
  /// or in a window on a peer of another window's swarm.
  void close(Runnable action) {
    Partings partings = new Partings(model, swarm);
    int unsaved = partings.unsaved(rumor -> keep.hasSaved(Set.of(rumor)));
    if (partings.hasSwarm() || unsaved > 0) {
      partings.closeWindow(unsaved, keep::saveRecording, action).ask(stage());
    } else {
      action.run();
    }
  }

  /// Ends the peer and takes the window from the screen. Idempotent.
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    keep.close();
    swarm.close();
    model.close();
    if (presentation != null) {
      presentation.close();
    }
    if (workspace != null) {
      workspace.close();
    }
    if (lessons != null) {
      lessons.close();
    }
    if (stage != null) {
      stage.close();
    }
  }
}

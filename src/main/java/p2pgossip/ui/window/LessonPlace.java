package p2pgossip.ui.window;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import p2pgossip.experiment.RealStage;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.lesson.LessonRunner;
import p2pgossip.lesson.Observed;
import p2pgossip.network.Run;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.WordLists;
import p2pgossip.scenario.Scenario;
import p2pgossip.steering.NetworkMember;
import p2pgossip.ui.command.WindowActions;
import p2pgossip.ui.dialog.KeptFolder;
import p2pgossip.ui.dialog.NativeFileChoice;
import p2pgossip.ui.lesson.LessonPane;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.model.SwarmState;
import p2pgossip.ui.model.SwarmViewModel;

/// Puts the lessons beside the graph, or under it where the window is narrow, and shows them what
/// happens in the network. FX thread only.
final class LessonPlace implements AutoCloseable {

  /// Narrower, the lessons stand under the graph.
  private static final double NARROW = 900;

  /// The part of the width that they take beside the graph, within these bounds.
  private static final double SHARE = 0.33;

  private static final double WIDTH = 420;
  private static final double LEAST_WIDTH = 320;

  /// The part of the height that the graph keeps above the lessons.
  private static final double ABOVE = 0.5;

  private final SplitPane split = new SplitPane();
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");
  private final NetworkViewModel network;
  private final SwarmViewModel swarm;
  private final WindowActions actions;
  private final Executor background;
  private final Executor fxThread;
  private final Path notes;
  private final Subscription watching;

  /// Made when it is first needed.
  private @Nullable LessonPane pane;

  private boolean dark;

  /// @param content what they stand beside
  /// @param notes the folder where it is kept how far the user has come
  LessonPlace(
      Region content,
      NetworkViewModel network,
      SwarmViewModel swarm,
      WindowActions actions,
      Executor background,
      Executor fxThread,
      Path notes) {
    this.swarm = swarm;
    this.actions = actions;
    this.background = background;
    this.fxThread = fxThread;
    this.notes = notes;
    split.setId("content-and-lessons");
    // Else it would keep the room that it has without the lessons.
    content.setMinWidth(0);
    split.getItems().add(content);
    this.network = network;
    watching = network.viewProperty().subscribe(this::show);
    // Later, since this is called in the middle of the layout that has changed the width.
    split.widthProperty().subscribe(_ -> fxThread.execute(this::arrange));
  }

  Node node() {
    return split;
  }

  /// Whether the lessons are on the screen.
  ReadOnlyBooleanProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// Opens the lessons, or closes them.
  void toggle() {
    if (shown.get()) {
      split.getItems().removeLast();
      shown.set(false);
      return;
    }
    LessonPane made = pane == null ? make() : pane;
    pane = made;
    split.getItems().add(made);
    SplitPane.setResizableWithParent(made, false);
    shown.set(true);
    place();
    // A divider that has just come can't be moved before it has been laid out.
    fxThread.execute(this::place);
  }

  /// Saves the open lesson as a lab pack, after a question. If none is open, shows the lessons.
  void savePack() {
    if (!shown.get()) {
      toggle();
    }
    if (pane != null) {
      pane.savePack();
    }
  }

  private LessonPane make() {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    LessonPane made =
        new LessonPane(
            new LessonPane.Surroundings(
                background,
                fxThread,
                notes,
                new LessonRunner(
                    RealStage.of(seed -> new PeerRuntime(WordLists.sentences(), seed)), threads),
                owner -> new NativeFileChoice(owner, new KeptFolder()),
                InstantSource.system(),
                network::recorded,
                this::setUp,
                this::toggle));
    made.setDark(dark);
    // A task is about what happens after it was set, so the network is looked at then, too.
    made.onProgress(() -> fxThread.execute(() -> show(network.view())));
    return made;
  }

  /// Real peers can't keep step.
  private void setUp(Scenario scenario) {
    actions.playScenario(scenario, scenario.traits().inStep() ? Run.Time.VIRTUAL : Run.Time.REAL);
  }

  private void arrange() {
    if (shown.get() && wanted() != split.getOrientation()) {
      place();
    }
  }

  private Orientation wanted() {
    return split.getScene() != null && split.getScene().getWidth() < NARROW
        ? Orientation.VERTICAL
        : Orientation.HORIZONTAL;
  }

  private void place() {
    if (!shown.get()) {
      return;
    }
    Orientation wanted = wanted();
    split.setOrientation(wanted);
    if (pane != null) {
      // The divider leads no further, so this is the width that they have.
      pane.setMinWidth(
          wanted == Orientation.VERTICAL
              ? 0
              : Math.clamp(SHARE * split.getScene().getWidth(), LEAST_WIDTH, WIDTH));
    }
    split.setDividerPositions(wanted == Orientation.VERTICAL ? ABOVE : 1);
  }

  void setDark(boolean newDark) {
    dark = newDark;
    if (pane != null) {
      pane.setDark(dark);
    }
  }

  private void show(NetworkView view) {
    if (pane == null || !pane.isWatching() || !view.isLive()) {
      return;
    }
    pane.observe(
        Observed.of(running(view), view.picture().links(), view.faults(), view.measured()));
  }

  private Set<PeerAddress> running(NetworkView view) {
    SwarmState state = swarm.stateProperty().get();
    return state == null
        ? view.watched()
        : state.members().stream()
            .filter(NetworkMember::running)
            .map(NetworkMember::address)
            .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    watching.unsubscribe();
    if (pane != null) {
      pane.close();
    }
  }
}

package p2pgossip.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import p2pgossip.certificate.UserData;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.journal.LineKind;
import p2pgossip.multicast.NearbyClasses;
import p2pgossip.net.password.Password;
import p2pgossip.network.Run;
import p2pgossip.peer.FreePorts;
import p2pgossip.peer.HostAlias;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.Target;
import p2pgossip.scenario.Scenario;
import p2pgossip.ui.beat.Beat;
import p2pgossip.ui.command.Command;
import p2pgossip.ui.command.WindowActions;
import p2pgossip.ui.command.WindowCommands;
import p2pgossip.ui.dialog.RecentFile;
import p2pgossip.ui.laboratory.Laboratory;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmViewModel;
import p2pgossip.ui.theme.Theming;

/// The windows that are open. They share the theme, and each can open another.
///
/// They are made, and the first is prepared, on any thread, even before the toolkit runs. From
/// [#openFirst] on they are for the FX thread only.
final class PeerWindows {

  /// Below the folder of the user's data.
  private static final String SWEEPS = "sweeps";

  private final DesktopPlan plan;
  private final PeerRuntime runtime;
  private final ClassWindows classes;
  private final WindowPreferences preferences;
  private final Theming theming;
  private final Executor background;
  private final Executor fxThread;
  private final Beat beat;
  private final Runnable whenAllClosed;
  private final List<PeerWindow> windows = new ArrayList<>();
  private boolean joined;

  /// Null while it is closed.
  private @Nullable Laboratory laboratory;

  /// The first window, until it is opened.
  private @Nullable PeerWindow prepared;

  /// @param secure for the peers of classes
  /// @param nearby the classes on the networks of this machine
  /// @param background runs what waits
  /// @param beat paces what is handed to the FX thread
  /// @param whenAllClosed told when the last window is closed
  PeerWindows(
      DesktopPlan plan,
      PeerRuntime runtime,
      SecureRuntime secure,
      NearbyClasses nearby,
      WindowPreferences preferences,
      Theming theming,
      Executor background,
      Executor fxThread,
      Beat beat,
      Runnable whenAllClosed) {
    this.plan = plan;
    this.runtime = runtime;
    this.preferences = preferences;
    this.theming = theming;
    this.background = background;
    this.fxThread = fxThread;
    this.beat = beat;
    this.whenAllClosed = whenAllClosed;
    classes = new ClassWindows(nearby, secure, this::openInPlace, background, fxThread);
    theming.darkProperty().subscribe(this::setDark);
  }

  private void setDark(boolean dark) {
    windows.forEach(window -> window.setDark(dark));
    if (laboratory != null) {
      laboratory.setDark(dark);
    }
  }

  ClassWindows classes() {
    return classes;
  }

  private PeerWindow openInPlace(
      PeerRuntime of, PeerSettings settings, @Nullable Password password, PeerWindow near) {
    boolean replaced = new Partings(near.model(), near.swarm()).isUntouched();
    int port = replaced ? near.form().port().orElseGet(this::nextPort) : nextPort();
    PeerWindow window = make(of, settings, password);
    open(window, port);
    if (replaced) {
      Stage place = near.stage();
      window.stage().setX(place.getX());
      window.stage().setY(place.getY());
      close(near);
    }
    return window;
  }

  List<RecentFile> recentFiles() {
    return preferences.recentFiles();
  }

  void rememberOpened(RecentFile opened) {
    preferences.rememberOpened(opened);
  }

  /// The laboratory, while it is open.
  Optional<Laboratory> laboratory() {
    return Optional.ofNullable(laboratory);
  }

  /// Opens the laboratory, or brings it to the front.
  ///
  /// @param near the window that asks for it; null for none
  void openLaboratory(@Nullable Stage near) {
    if (laboratory != null) {
      laboratory.toFront();
      return;
    }
    Laboratory opened =
        new Laboratory(
            new Laboratory.Surroundings(
                background,
                fxThread,
                UserData.folder().resolve(SWEEPS),
                this::watch,
                this::closeLaboratory));
    laboratory = opened;
    opened.setDark(theming.darkProperty().get());
    opened.open(near);
    reach(opened, WindowCommands.SWITCH_THEME, this::switchTheme);
    reach(opened, WindowCommands.CLOSE, this::closeLaboratory);
  }

  /// Plays a scenario in virtual time in a window of its own.
  void watch(Scenario scenario) {
    PeerWindow window = openWindow(nextPort(), plan.settings(), null);
    SwarmStarts.play(window, scenario, FreePorts.FIRST, Run.Time.VIRTUAL);
  }

  private static void reach(Laboratory opened, Command<WindowActions> command, Runnable action) {
    for (String key : command.keys()) {
      opened.scene().getAccelerators().put(KeyCombination.valueOf(key), action);
    }
  }

  private void closeLaboratory() {
    Laboratory open = laboratory;
    laboratory = null;
    if (open != null) {
      open.close();
      endIfAllClosed();
    }
  }

  private void endIfAllClosed() {
    if (windows.isEmpty() && laboratory == null) {
      whenAllClosed.run();
    }
  }

  /// The open windows, in the order in which they were opened.
  List<PeerWindow> all() {
    return List.copyOf(windows);
  }

  /// Makes the first window as far as is possible without a screen, so that it appears sooner.
  /// Called before [#openFirst], if at all.
  void prepareFirst() {
    if (plan.laboratory()) {
      return;
    }
    prepared = make(runtime, plan.settings(), plan.password().orElse(null));
  }

  /// Opens the first window, with this port, and the others as soon as its peer listens.
  void openFirst(int port) {
    if (plan.laboratory()) {
      openLaboratory(null);
      return;
    }
    PeerWindow first =
        prepared != null ? prepared : make(runtime, plan.settings(), plan.password().orElse(null));
    prepared = null;
    open(first, port);
    first.form().hostAliasProperty().set(plan.hostAlias().map(HostAlias::host).orElse(""));
    plan.name().ifPresent(first.model().nameProperty()::set);
    if (plan.scenario().isPresent()) {
      SwarmStarts.play(
          first, plan.scenario().get(), plan.port().orElse(FreePorts.FIRST), plan.time());
      return;
    }
    if (plan.swarm().isPresent()) {
      List<Target> named =
          plan.targets().stream().filter(target -> target.literal().isEmpty()).toList();
      SwarmStarts.startFirst(first, plan.swarm().get(), named, plan.demonstration());
      return;
    }
    first
        .form()
        .targetsProperty()
        .set(String.join(" ", plan.targets().stream().map(Target::toString).toList()));
    if (plan.classroom().isPresent()) {
      classes.begin(first, plan.classroom().get());
    } else if (plan.startsAtOnce()) {
      first.model().stateProperty().subscribe(state -> firstIs(state, first));
      first.startOrStop();
    }
  }

  /// Refreshes what changes with time.
  void refresh() {
    windows.forEach(PeerWindow::refresh);
    classes.refresh();
  }

  void switchTheme() {
    theming.toggle();
  }

  void closeAll() {
    all().forEach(this::close);
    closeLaboratory();
  }

  /// Once the first peer listens, those that join it can start. This happens only once, not each
  /// time the first peer is started again.
  private void firstIs(PeerState state, PeerWindow first) {
    PeerAddress address = first.model().addressProperty().get();
    if (state != PeerState.RUNNING || address == null || joined) {
      return;
    }
    joined = true;
    if (!plan.targets().isEmpty()) {
      // The form has the targets too, and drops each once it is connected.
      first.model().connect(plan.targets());
    }
    for (int i = 1; i < plan.windows(); i++) {
      openConnected(first, address, plan.settings(), plan.password().orElse(null));
    }
  }

  PeerWindow openWindow(int port, PeerSettings settings, @Nullable Password password) {
    PeerWindow window = make(runtime, settings, password);
    open(window, port);
    return window;
  }

  private PeerWindow make(PeerRuntime of, PeerSettings settings, @Nullable Password password) {
    PeerViewModel model = new PeerViewModel(of, settings, background, fxThread, beat);
    model.security().use(password);
    SwarmViewModel swarm =
        new SwarmViewModel(
            of,
            background,
            fxThread,
            beat,
            model::watch,
            model::note,
            words -> model.journal().tell(LineKind.ERROR, null, words),
            words -> model.journal().tell(LineKind.NOTE, null, words),
            model::keepsUp);
    WindowRequests actions = new WindowRequests(this, background, fxThread);
    PeerWindow window =
        new PeerWindow(
            model,
            swarm,
            actions,
            background,
            fxThread,
            beat,
            new SplittableRandom(),
            preferences.lessons());
    actions.of(window);
    return window;
  }

  private void open(PeerWindow window, int port) {
    Stage stage = new Stage();
    windows.add(window);
    PeerViewModel model = window.model();
    model
        .security()
        .certificateTrouble()
        .ifPresent(words -> model.journal().tell(LineKind.ERROR, null, words));
    window.form().portProperty().set(Integer.toString(port));
    window.setDark(theming.darkProperty().get());
    place(stage, windows.size() - 1);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          window.close(() -> close(window));
        });
    keepTitleInReach(stage);
    window.show(stage);
  }

  /// Some window managers (seen with openbox) now and then put the content of a new window, and not
  /// its frame, into the corner of the screen. Its title bar is then out of reach, so it is moved
  /// to where it belongs.
  private void keepTitleInReach(Stage stage) {
    double x = stage.getX();
    double y = stage.getY();
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    stage
        .yProperty()
        .subscribe(
            now -> {
              if (now.doubleValue() < screen.getMinY()) {
                fxThread.execute(
                    () -> {
                      stage.setX(x);
                      stage.setY(y);
                    });
              }
            });
  }

  /// The new peer gets the host alias of the one that it joins: otherwise that one could not call
  /// back.
  void openConnected(
      PeerWindow joined, PeerAddress to, PeerSettings settings, @Nullable Password password) {
    int expected = plan.port().isEmpty() ? 0 : windows.getLast().form().port().orElse(0) + 1;
    int port = nextPort();
    PeerWindow window = openWindow(port, settings, password);
    if (expected > 1 && port > expected) {
      String taken =
          port == expected + 1
              ? "Port " + expected + " is"
              : "Ports " + expected + " to " + (port - 1) + " are";
      window.model().journal().tell(LineKind.NOTE, null, taken + " taken: " + port + " is next.");
    }
    String alias = joined.form().hostAliasProperty().get();
    window.form().hostAliasProperty().set(alias);
    window.model().start(port, alias, List.of(to));
  }

  /// The next port, from the one that was asked for, on which nobody listens and that no window has
  /// in its form. 0, for any port, if any port was asked for.
  int nextPort() {
    int first = plan.port().orElse(FreePorts.FIRST);
    if (first == 0) {
      return 0;
    }
    int port = FreePorts.nextFrom(first);
    while (port != 0 && isInAForm(port)) {
      port = FreePorts.nextFrom(port + 1);
    }
    return port;
  }

  private boolean isInAForm(int port) {
    return windows.stream()
        .anyMatch(window -> window.form().port().filter(it -> it == port).isPresent());
  }

  private void place(Stage stage, int index) {
    Rectangle2D place =
        new WindowPlacement(Screen.getPrimary().getVisualBounds(), preferences.size())
            .of(index, plan.windows());
    stage.setX(place.getMinX());
    stage.setY(place.getMinY());
    stage.setWidth(place.getWidth());
    stage.setHeight(place.getHeight());
  }

  void close(PeerWindow window) {
    if (!windows.remove(window)) {
      return;
    }
    if (plan.windows() == 1 && !window.stage().isMaximized()) {
      preferences.rememberSize(
          new WindowPreferences.Size(window.stage().getWidth(), window.stage().getHeight()));
    }
    classes.closed(window);
    window.close();
    endIfAllClosed();
  }
}

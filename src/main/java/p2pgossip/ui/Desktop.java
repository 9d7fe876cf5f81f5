package p2pgossip.ui;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.FreePorts;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.peer.Target;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;

/// All windows of the process, from the first to the last.
public final class Desktop {

  private final DesktopPlan plan;
  private final PeerRuntime runtime;
  private final FxThread fxThread = new FxThread();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("frames").factory());
  private final CountDownLatch ended = new CountDownLatch(1);
  private final List<PeerWindow> windows = new ArrayList<>();
  private final WindowPreferences preferences =
      new WindowPreferences(WindowPreferences.usersFile());

  /// Made on the FX thread, once there is one.
  private @Nullable Theming theming;

  private Desktop(DesktopPlan plan, PeerRuntime runtime) {
    this.plan = plan;
    this.runtime = runtime;
  }

  /// Opens the windows and waits until the last is closed. Called once in a process, on the main
  /// thread.
  ///
  /// @throws NoDesktopException when there is no screen, saying what is missing
  /// @throws IOException when the port asked for is taken
  public static void run(DesktopPlan plan, PeerRuntime runtime)
      throws NoDesktopException, IOException, InterruptedException {
    if (plan.port().isPresent()) {
      FreePorts.requireFree(plan.port().get(), plan.hostAlias().orElse(null));
    }
    new Desktop(plan, runtime).runToolkit();
  }

  private void runToolkit() throws NoDesktopException, InterruptedException {
    try {
      Platform.startup(this::open);
    } catch (RuntimeException | LinkageError e) {
      background.shutdownNow();
      timer.shutdownNow();
      throw new NoDesktopException(MissingDesktop.explain(e), e);
    }
    Platform.setImplicitExit(false);
    ended.await();
    Platform.exit();
    preferences.save();
    timer.shutdownNow();
    background.shutdown();
    if (!background.awaitTermination(800, TimeUnit.MILLISECONDS)) {
      background.shutdownNow();
    }
  }

  private void open() {
    Theme theme =
        plan.theme()
            .map(name -> Theme.valueOf(name.toUpperCase(Locale.ROOT)))
            .orElseGet(preferences::theme);
    theming = new Theming(preferences, theme);
    theming.darkProperty().subscribe(dark -> windows.forEach(window -> window.setDark(dark)));
    PeerWindow first = openWindow(plan.port().orElseGet(FreePorts::next), plan.settings());
    first.form().hostAliasProperty().set(plan.hostAlias().map(PeerAddress::text).orElse(""));
    first
        .form()
        .targetsProperty()
        .set(String.join(" ", plan.targets().stream().map(Target::toString).toList()));
    if (plan.startsAtOnce()) {
      first.model().stateProperty().subscribe(state -> firstIs(state, first));
      first.startOrStop();
    }
    var _ =
        timer.scheduleAtFixedRate(
            () -> fxThread.execute(() -> windows.forEach(PeerWindow::refresh)),
            1,
            1,
            TimeUnit.SECONDS);
    plan.runFor().ifPresent(this::closeAfter);
  }

  private void closeAfter(Duration time) {
    var _ =
        timer.schedule(
            () -> fxThread.execute(this::closeAll), time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Once the first peer listens, those that are to join it can start.
  private void firstIs(PeerState state, PeerWindow first) {
    PeerAddress address = first.model().addressProperty().get();
    if (state != PeerState.RUNNING || address == null || windows.size() > 1) {
      return;
    }
    if (!plan.targets().isEmpty()) {
      first.model().connect(plan.targets());
      first.form().targetsProperty().set("");
    }
    for (int i = 1; i < plan.windows(); i++) {
      openConnected(address, plan.settings());
    }
  }

  private PeerWindow openWindow(int port, PeerSettings settings) {
    Stage stage = new Stage();
    PeerViewModel model = new PeerViewModel(runtime, settings, background, fxThread, timer);
    Actions actions = new Actions();
    PeerWindow window =
        new PeerWindow(stage, model, actions, background, fxThread, RandomGenerator.getDefault());
    actions.window = window;
    windows.add(window);
    window.form().portProperty().set(Integer.toString(port));
    if (theming != null) {
      window.setDark(theming.darkProperty().get());
    }
    place(stage, windows.size() - 1);
    stage.setOnCloseRequest(event -> close(window));
    stage.show();
    return window;
  }

  private void openConnected(PeerAddress to, PeerSettings settings) {
    PeerWindow window = openWindow(nextPort(), settings);
    window.model().start(window.form().port().orElse(0), "", List.of(to));
  }

  /// The next port that nobody listens on and that no window of ours has in its form.
  private int nextPort() {
    int port = FreePorts.next();
    while (port != 0 && isInAForm(port)) {
      port = FreePorts.nextFrom(port + 1);
    }
    return port;
  }

  private boolean isInAForm(int port) {
    return windows.stream()
        .anyMatch(window -> window.form().port().filter(it -> it == port).isPresent());
  }

  /// Side by side where the screen has room for all, else each a little below and right of the one
  /// before.
  private void place(Stage stage, int index) {
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    WindowPreferences.Size size = preferences.size();
    int columns = (int) (screen.getWidth() / PeerWindow.MIN_WIDTH);
    int rows = (int) (screen.getHeight() / PeerWindow.MIN_HEIGHT);
    if (plan.windows() > 1 && plan.windows() <= columns * rows) {
      int usedRows = Math.ceilDiv(plan.windows(), columns);
      int usedColumns = Math.ceilDiv(plan.windows(), usedRows);
      double width = screen.getWidth() / usedColumns;
      double height = screen.getHeight() / usedRows;
      int cell = index % (usedColumns * usedRows);
      stage.setX(screen.getMinX() + cell % usedColumns * width);
      stage.setY(screen.getMinY() + Math.floorDiv(cell, usedColumns) * height);
      stage.setWidth(width);
      stage.setHeight(height);
      return;
    }
    double width = Math.min(size.width(), screen.getWidth());
    double height = Math.min(size.height(), screen.getHeight());
    stage.setWidth(width);
    stage.setHeight(height);
    double step = 36.0 * (index % 10);
    stage.setX(Math.min(screen.getMinX() + 24 + step, screen.getMaxX() - width));
    stage.setY(Math.min(screen.getMinY() + 24 + step, screen.getMaxY() - height));
  }

  private void close(PeerWindow window) {
    if (plan.windows() == 1 && !window.stage().isMaximized()) {
      preferences.rememberSize(
          new WindowPreferences.Size(window.stage().getWidth(), window.stage().getHeight()));
    }
    window.close();
    windows.remove(window);
    if (windows.isEmpty()) {
      ended.countDown();
    }
  }

  private void closeAll() {
    List.copyOf(windows).forEach(this::close);
  }

  /// What one window asks for.
  private final class Actions implements WindowActions {

    private @Nullable PeerWindow window;

    @Override
    public void startOrStop() {
      if (window != null) {
        window.startOrStop();
      }
    }

    @Override
    public void newWindow(boolean connected) {
      if (window == null) {
        return;
      }
      PeerSettings settings = window.model().settingsProperty().get();
      PeerAddress address = window.model().addressProperty().get();
      if (connected && address != null) {
        openConnected(address, settings);
      } else {
        openWindow(nextPort(), settings).startOrStop();
      }
    }

    @Override
    public void switchTheme() {
      if (theming != null) {
        theming.toggle();
      }
    }

    @Override
    public void showHelp() {
      if (window != null) {
        new HelpDialog(window.stage()).show();
      }
    }

    @Override
    public void closeWindow() {
      if (window != null) {
        close(window);
      }
    }
  }
}

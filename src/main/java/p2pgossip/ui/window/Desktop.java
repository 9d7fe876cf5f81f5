package p2pgossip.ui.window;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.machine.Machine;
import p2pgossip.machine.Part;
import p2pgossip.multicast.MulticastClasses;
import p2pgossip.peer.FreePorts;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.ui.beat.Beat;
import p2pgossip.ui.theme.Theme;
import p2pgossip.ui.theme.Theming;

/// Runs the windows: the toolkit and the threads that they share, from the first window to the
/// last.
public final class Desktop {

  private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

  /// How often what changes with time is refreshed.
  private static final Duration REFRESH = Duration.ofMillis(950);

  private final DesktopPlan plan;

  /// What kept the toolkit from starting, once that is known. Null if nothing did.
  private final CompletableFuture<Optional<Throwable>> toolkit = new CompletableFuture<>();

  /// Before it is set, only the toolkit's own thread touches JavaFX.
  private final CountDownLatch controlsCanBeMade = new CountDownLatch(1);

  private final FxThread fxThread = new FxThread();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("frames").factory());
  private final Beat beat = new Beat(fxThread, timer);
  private final CountDownLatch ended = new CountDownLatch(1);

  /// What kept the windows from opening. Written before the end is announced.
  private @Nullable RuntimeException failure;

  private Desktop(DesktopPlan plan) {
    this.plan = plan;
  }

  /// Starts the toolkit on a thread of its own. That takes a while, and other things can be
  /// prepared meanwhile. Called once in a process, before [#run].
  ///
  /// @throws IOException if the port that was asked for is taken
  /// @throws NoDesktopException if the machine lacks something that a window needs; says what
  public static Desktop begin(DesktopPlan plan) throws IOException, NoDesktopException {
    if (plan.port().isPresent()) {
      FreePorts.requireFree(plan.port().get(), plan.hostAlias().orElse(null));
    }
    Machine machine = Machine.here();
    boolean headless = "Headless".equals(System.getProperty("glass.platform"));
    Optional<String> missing = MissingDesktop.foresee(machine, headless);
    if (missing.isPresent()) {
      throw new NoDesktopException(missing.get());
    }
    drawWithoutCardWhereItMust(machine);
    Desktop desktop = new Desktop(plan);
    Thread.ofPlatform().daemon().name("toolkit").start(desktop::startToolkit);
    return desktop;
  }

  /// JavaFX does so by itself, with a stack trace.
  private static void drawWithoutCardWhereItMust(Machine machine) {
    List<Part> lacking = machine.lacking(Part.FOR_SPEED);
    if (!lacking.isEmpty() && System.getProperty("prism.order") == null) {
      LOG.warn("Windows are drawn without the graphics card: {}", machine.inWords(lacking));
      System.setProperty("prism.order", "sw");
    }
  }

  private void startToolkit() {
    try {
      Theming.announce();
      controlsCanBeMade.countDown();
      Platform.startup(
          () -> {
            Platform.setImplicitExit(false);
            toolkit.complete(Optional.empty());
          });
    } catch (RuntimeException | LinkageError e) {
      toolkit.complete(Optional.of(e));
      controlsCanBeMade.countDown();
    }
  }

  /// Opens the windows and waits until the last one is closed. Called once, on the main thread.
  ///
  /// @param runtime of the peers of the first windows
  /// @param secure for the peers of classes
  /// @param whenOpen is given an action that closes all windows, soon after they open. It is called
  /// on a thread of its own, and the action can run on any thread
  /// @throws NoDesktopException if there is no screen; says what is missing
  public void run(PeerRuntime runtime, SecureRuntime secure, Consumer<Runnable> whenOpen)
      throws NoDesktopException, InterruptedException {
    WindowPreferences preferences = new WindowPreferences(WindowPreferences.usersFile());
    Theming theming = new Theming(theme(preferences), preferences::rememberTheme);
    int port = plan.port().orElseGet(FreePorts::next);
    controlsCanBeMade.await();
    PeerWindows windows;
    try {
      windows = prepare(runtime, secure, preferences, theming);
    } catch (RuntimeException | LinkageError e) {
      // Without a toolkit no control can be made: that is then the reason to give.
      requireToolkit();
      Platform.exit();
      throw e;
    }
    requireToolkit();
    fxThread.execute(() -> open(windows, theming, port, whenOpen));
    ended.await();
    Platform.exit();
    preferences.save();
    // Peers that are still stopping report through the timer, so it is closed last.
    background.shutdown();
    if (!background.awaitTermination(800, TimeUnit.MILLISECONDS)) {
      background.shutdownNow();
    }
    timer.shutdownNow();
    if (failure != null) {
      throw failure;
    }
  }

  private Theme theme(WindowPreferences preferences) {
    return plan.theme()
        .map(name -> Theme.valueOf(name.toUpperCase(Locale.ROOT)))
        .orElseGet(preferences::theme);
  }

  private void requireToolkit() throws NoDesktopException, InterruptedException {
    Throwable missing;
    try {
      missing = toolkit.get().orElse(null);
    } catch (ExecutionException e) {
      throw new IllegalStateException("nobody fails the toolkit's future", e);
    }
    if (missing != null) {
      background.shutdownNow();
      timer.shutdownNow();
      throw new NoDesktopException(MissingDesktop.explain(missing), missing);
    }
  }

  /// Makes the first window, as far as possible, while the toolkit waits for the screen.
  private PeerWindows prepare(
      PeerRuntime runtime, SecureRuntime secure, WindowPreferences preferences, Theming theming) {
    PeerWindows windows =
        new PeerWindows(
            plan,
            runtime,
            secure,
            new MulticastClasses(runtime.scheduler(), runtime.steadyClock()),
            preferences,
            theming,
            background,
            fxThread,
            beat,
            ended::countDown);
    windows.prepareFirst();
    return windows;
  }

  private void open(PeerWindows windows, Theming theming, int port, Consumer<Runnable> whenOpen) {
    try {
      theming.begin();
      windows.openFirst(port);
    } catch (RuntimeException e) {
      failure = e;
      ended.countDown();
      return;
    }
    beat.every(REFRESH, windows::refresh);
    plan.runFor().ifPresent(time -> closeAfter(time, windows));
    // This takes longer than a frame, and nothing of it is seen.
    background.execute(() -> whenOpen.accept(() -> fxThread.execute(windows::closeAll)));
  }

  private void closeAfter(Duration time, PeerWindows windows) {
    var _ =
        timer.schedule(
            () -> fxThread.execute(windows::closeAll), time.toMillis(), TimeUnit.MILLISECONDS);
  }
}

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
import p2pgossip.peer.FreePorts;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.ui.beat.Beat;
import p2pgossip.ui.theme.Theme;
import p2pgossip.ui.theme.Theming;

/// The run of the windows: the toolkit and the threads that they share, from the first to the last.
public final class Desktop {

  private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

  /// How often what changes as time passes is brought up to date, but for the wait for a beat.
  private static final Duration REFRESH = Duration.ofMillis(950);

  private final DesktopPlan plan;

  /// What kept the toolkit from starting, if anything did, once that is known.
  private final CompletableFuture<Optional<Throwable>> toolkit = new CompletableFuture<>();

  /// Nothing of JavaFX is touched before, unless by the toolkit's thread.
  private final CountDownLatch controlsCanBeMade = new CountDownLatch(1);

  private final FxThread fxThread = new FxThread();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("frames").factory());
  private final Beat beat = new Beat(fxThread, timer);
  private final CountDownLatch ended = new CountDownLatch(1);

  /// What kept the windows from opening, written before the end is told.
  private @Nullable RuntimeException failure;

  private Desktop(DesktopPlan plan) {
    this.plan = plan;
  }

  /// Begins to start the toolkit, which waits for the screen a good while, on a thread of its own:
  /// what else is to be made ready can be so meanwhile. Once in a process; [#run] is to follow.
  ///
  /// @throws IOException when the port asked for is taken
  /// @throws NoDesktopException when the machine has not what a window takes, saying what is missing
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

  /// Opens the windows and waits until the last is closed. Called once, on the main thread.
  ///
  /// @param whenOpen is given what closes all windows, to be run on any thread, soon after there are
  /// some; on a thread of its own
  /// @throws NoDesktopException when there is no screen, saying what is missing
  public void run(PeerRuntime runtime, Consumer<Runnable> whenOpen)
      throws NoDesktopException, InterruptedException {
    WindowPreferences preferences = new WindowPreferences(WindowPreferences.usersFile());
    Theming theming = new Theming(theme(preferences), preferences::rememberTheme);
    int port = plan.port().orElseGet(FreePorts::next);
    controlsCanBeMade.await();
    PeerWindows windows;
    try {
      windows = prepare(runtime, preferences, theming);
    } catch (RuntimeException | LinkageError e) {
      // Without a toolkit no control can be made: then that is what there is to say.
      requireToolkit();
      Platform.exit();
      throw e;
    }
    requireToolkit();
    fxThread.execute(() -> open(windows, theming, port, whenOpen));
    ended.await();
    Platform.exit();
    preferences.save();
    // The peers that are still ending report it by way of the timer, so that goes last.
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

  /// Makes the first window, as far as it can be, while the toolkit waits for the screen.
  private PeerWindows prepare(PeerRuntime runtime, WindowPreferences preferences, Theming theming) {
    PeerWindows windows =
        new PeerWindows(
            plan, runtime, preferences, theming, background, fxThread, beat, ended::countDown);
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
    // Takes longer than a frame, and is for nobody to see.
    background.execute(() -> whenOpen.accept(() -> fxThread.execute(windows::closeAll)));
  }

  private void closeAfter(Duration time, PeerWindows windows) {
    var _ =
        timer.schedule(
            () -> fxThread.execute(windows::closeAll), time.toMillis(), TimeUnit.MILLISECONDS);
  }
}

package p2pgossip.ui;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import p2pgossip.peer.FreePorts;
import p2pgossip.peer.PeerRuntime;

/// The run of the windows: the toolkit and the threads that they share, from the first to the last.
public final class Desktop {

  private final DesktopPlan plan;
  private final PeerRuntime runtime;
  private final FxThread fxThread = new FxThread();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("frames").factory());
  private final CountDownLatch ended = new CountDownLatch(1);
  private final WindowPreferences preferences =
      new WindowPreferences(WindowPreferences.usersFile());

  /// What kept the windows from opening, written before the end is told.
  private @Nullable RuntimeException failure;

  private Desktop(DesktopPlan plan, PeerRuntime runtime) {
    this.plan = plan;
    this.runtime = runtime;
  }

  /// Opens the windows and waits until the last is closed. Called once in a process, on the main
  /// thread.
  ///
  /// @param whenOpen is given what closes all windows, to be run on any thread, once there are some
  /// @throws NoDesktopException when there is no screen, saying what is missing
  /// @throws IOException when the port asked for is taken
  public static void run(DesktopPlan plan, PeerRuntime runtime, Consumer<Runnable> whenOpen)
      throws NoDesktopException, IOException, InterruptedException {
    if (plan.port().isPresent()) {
      FreePorts.requireFree(plan.port().get(), plan.hostAlias().orElse(null));
    }
    new Desktop(plan, runtime).runToolkit(whenOpen);
  }

  private void runToolkit(Consumer<Runnable> whenOpen)
      throws NoDesktopException, InterruptedException {
    try {
      Platform.startup(() -> open(whenOpen));
    } catch (RuntimeException | LinkageError e) {
      background.shutdownNow();
      timer.shutdownNow();
      throw new NoDesktopException(MissingDesktop.explain(e), e);
    }
    Platform.setImplicitExit(false);
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

  private void open(Consumer<Runnable> whenOpen) {
    try {
      PeerWindows windows = openWindows();
      whenOpen.accept(() -> fxThread.execute(windows::closeAll));
    } catch (RuntimeException e) {
      failure = e;
      ended.countDown();
    }
  }

  private PeerWindows openWindows() {
    Theme theme =
        plan.theme()
            .map(name -> Theme.valueOf(name.toUpperCase(Locale.ROOT)))
            .orElseGet(preferences::theme);
    PeerWindows windows =
        new PeerWindows(
            plan,
            runtime,
            preferences,
            new Theming(preferences, theme),
            background,
            fxThread,
            timer,
            ended::countDown);
    windows.openFirst();
    var _ =
        timer.scheduleAtFixedRate(() -> fxThread.execute(windows::refresh), 1, 1, TimeUnit.SECONDS);
    plan.runFor().ifPresent(time -> closeAfter(time, windows));
    return windows;
  }

  private void closeAfter(Duration time, PeerWindows windows) {
    var _ =
        timer.schedule(
            () -> fxThread.execute(windows::closeAll), time.toMillis(), TimeUnit.MILLISECONDS);
  }
}

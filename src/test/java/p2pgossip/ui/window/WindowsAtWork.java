package p2pgossip.ui.window;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;
import p2pgossip.certificate.CertificateStore;
import p2pgossip.certificate.TrustedPeers;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.net.TransportSecurity;
import p2pgossip.peer.FreePorts;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.testing.Hand;
import p2pgossip.testing.Recorder;
import p2pgossip.testing.Screen;
import p2pgossip.topology.SmallWorld;
import p2pgossip.ui.beat.Beat;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.theme.Theme;
import p2pgossip.ui.theme.Theming;

/// The windows as the program opens them, with real peers behind them, on an invisible screen.
final class WindowsAtWork implements AutoCloseable {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final Hand robot = new Hand();
  // No test waits for the time limit to run out, so it leaves room for a busy machine.
  private final PeerRuntime runtime = new PeerRuntime(random -> "Hark", 1, Duration.ofSeconds(20));
  private final Path folder;
  private final SilentNetwork network = new SilentNetwork();

  /// For classes; null until one is started or joined.
  private @Nullable PeerRuntime secure;

  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Recorder<Throwable> uncaught = new Recorder<>();
  private final AtomicInteger ends = new AtomicInteger();
  private final Theming theming;
  private final PeerWindows windows;

  /// Opens one window, whose peer waits for Start. To be called on the FX thread.
  WindowsAtWork(PeerSettings settings, Path folder) {
    this(waiting(settings), folder);
  }

  /// Opens what is planned. To be called on the FX thread.
  WindowsAtWork(DesktopPlan plan, Path folder) {
    this.folder = folder;
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, cause) -> {
              uncaught.accept(cause);
              // AssertJ shows only the first lines of where it came from.
              cause.printStackTrace();
            });
    WindowPreferences preferences = new WindowPreferences(folder.resolve("window.properties"));
    preferences.rememberSize(new WindowPreferences.Size(1_000, 800));
    theming = new Theming(Theme.LIGHT, preferences::rememberTheme);
    windows =
        new PeerWindows(
            plan,
            runtime,
            this::secured,
            network,
            preferences,
            theming,
            background,
            new FxThread(),
            new Beat(new FxThread(), timer),
            ends::incrementAndGet);
    windows.prepareFirst();
    theming.begin();
    windows.openFirst(plan.port().orElseGet(FreePorts::next));
  }

  /// Opens a window in which a rumour begins by itself in a small world, as by `--demo`. To be
  /// called on the FX thread.
  static WindowsAtWork demonstration(int peers, PeerSettings settings, Path folder) {
    SwarmPlan swarm =
        new SwarmPlan(peers, 0, new SmallWorld(4, 0.1), settings, 1, 0, null, List.of());
    return new WindowsAtWork(
        new DesktopPlan(
            1,
            Optional.empty(),
            Optional.empty(),
            settings,
            List.of(),
            Optional.empty(),
            Optional.of(swarm),
            Optional.empty(),
            true,
            Optional.empty()),
        folder);
  }

  private static DesktopPlan waiting(PeerSettings settings) {
    return new DesktopPlan(
        1,
        Optional.empty(),
        Optional.empty(),
        settings,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  PeerRuntime runtime() {
    return runtime;
  }

  SilentNetwork network() {
    return network;
  }

  private synchronized PeerRuntime secured() throws IOException {
    if (secure == null) {
      InstantSource clock = InstantSource.system();
      TransportSecurity security =
          new TransportSecurity(
              new CertificateStore(folder, clock).own(List.of()),
              TrustedPeers.open(folder, clock),
              clock);
      secure = new PeerRuntime(_ -> "Hark", 2, Duration.ofSeconds(20), security);
    }
    return secure;
  }

  PeerWindows windows() {
    return windows;
  }

  Theming theming() {
    return theming;
  }

  /// How many times it was told that the last window is closed.
  int ends() {
    return ends.get();
  }

  /// What went wrong on the FX thread and was not caught.
  List<Throwable> uncaught() {
    return uncaught.all();
  }

  PeerWindow first() {
    return see(() -> windows.all().getFirst());
  }

  PeerViewModel model() {
    return first().model();
  }

  /// The one node of the first window that a selector finds.
  <T extends Node> T find(String selector) {
    return robot.from(first().stage().getScene().getRoot()).lookup(selector).query();
  }

  String textOf(String selector) {
    return see(
        () ->
            switch (this.<Node>find(selector)) {
              case Labeled label -> label.getText();
              case TextInputControl field -> field.getText();
              case Node other -> throw new IllegalArgumentException(other + " has no text");
            });
  }

  /// Until all of the first window is there; it comes piece by piece.
  void untilFurnished() {
    until(() -> first().stage().getScene().lookup("#graph-and-log") != null);
  }

  /// Replaces the text of a field, by mouse and keyboard.
  void type(String selector, String text) {
    TextInputControl field = find(selector);
    robot.interact(field::requestFocus);
    robot.interact(field::selectAll);
    robot.write(text, 0);
    until(() -> field.getText().equals(text));
  }

  /// Clicks on a node as soon as it is there and enabled.
  void press(String selector) {
    until(() -> canBePressed(find(selector)));
    robot.clickOn(this.<Node>find(selector));
  }

  private static boolean canBePressed(Node node) {
    for (Node it = node; it != null; it = it.getParent()) {
      if (!it.isVisible()) {
        return false;
      }
    }
    return !node.isDisabled();
  }

  /// Brings the first window to where the next frame would. FX thread only.
  void layOut() {
    Parent root = first().stage().getScene().getRoot();
    root.applyCss();
    root.layout();
  }

  /// Starts the peer of the first window on any free port, without its form.
  PeerAddress start(PeerAddress... targets) {
    robot.interact(() -> model().start(0, "", List.of(targets)));
    untilModel(PeerViewModel::isRunning);
    return see(() -> model().addressProperty().get());
  }

  <T> T see(Supplier<T> what) {
    return Screen.see(what);
  }

  void until(Supplier<Boolean> condition) {
    Screen.until(condition);
  }

  void untilModel(Predicate<PeerViewModel> condition) {
    until(() -> condition.test(model()));
  }

  @Override
  public void close() {
    robot.interact(windows::closeAll);
    background.shutdown();
    try {
      // The peers end there. A server that is closed while its threads end spins for ever.
      background.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    synchronized (this) {
      if (secure != null) {
        secure.close();
      }
    }
    runtime.close();
    timer.shutdownNow();
  }
}

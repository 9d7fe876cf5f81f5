package p2pgossip.multicast;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.classroom.ClassAnnouncement;
import p2pgossip.classroom.HeardClasses;

/// Asks on the local networks which classes there are, and hears of them, until it is closed.
/// Thread-safe.
public final class ClassBrowser implements AutoCloseable {

  /// At first it asks often, because a message may be lost; each pause is twice the one before.
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(16);

  private final InstantSource clock;
  private final ScheduledExecutorService timer;
  private final Consumer<List<ClassAnnouncement>> listener;
  private final MulticastLink link;

  // Guarded by this.
  private final HeardClasses heard = new HeardClasses();
  private Duration pause = FIRST_PAUSE;
  private boolean closed;
  private @Nullable Future<?> asking;

  private ClassBrowser(
      int port,
      Supplier<List<NetworkInterface>> networks,
      ScheduledExecutorService timer,
      InstantSource clock,
      Consumer<List<ClassAnnouncement>> listener)
      throws IOException {
    this.clock = clock;
    this.timer = timer;
    this.listener = listener;
    link = MulticastLink.open(port, networks, clock);
  }

  /// Begins to ask. Waits for the system, so not on the FX thread.
  ///
  /// @param timer runs what takes next to no time
  /// @param clock runs evenly
  /// @param listener given all classes, by name, whenever they have changed; one call at a time, on
  ///     any thread
  /// @throws IOException when nothing can be heard here, with a reason for the user
  public static ClassBrowser open(
      ScheduledExecutorService timer,
      InstantSource clock,
      Consumer<List<ClassAnnouncement>> listener)
      throws IOException {
    return open(MulticastLink.PORT, LocalNetworks::usable, timer, clock, listener);
  }

  static ClassBrowser open(
      int port,
      Supplier<List<NetworkInterface>> networks,
      ScheduledExecutorService timer,
      InstantSource clock,
      Consumer<List<ClassAnnouncement>> listener)
      throws IOException {
    ClassBrowser browser = new ClassBrowser(port, networks, timer, clock, listener);
    browser.link.listen(browser::received);
    timer.execute(browser::askElsewhere);
    return browser;
  }

  /// Looking for the networks may take a moment, in which the timer has other things to do.
  private void askElsewhere() {
    Thread _ = Thread.startVirtualThread(this::ask);
  }

  private void ask() {
    synchronized (this) {
      if (closed) {
        return;
      }
      if (heard.forget(clock.instant())) {
        listener.accept(heard.list());
      }
      asking = timer.schedule(this::askElsewhere, pause.toMillis(), TimeUnit.MILLISECONDS);
      Duration twice = pause.multipliedBy(2);
      pause = twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }
    link.send(ServiceMessages.question());
  }

  private synchronized void received(InetAddress from, byte[] message) {
    if (closed
        || !(ServiceMessages.read(from, message)
            instanceof ServiceMessages.Said.Announced(List<ServiceMessages.Heard> classes))) {
      return;
    }
    boolean changed = false;
    for (ServiceMessages.Heard each : classes) {
      changed |= heard.hear(from, each.announced(), each.lasting(), clock.instant());
    }
    if (changed) {
      listener.accept(heard.list());
    }
  }

  /// Stops to ask and to hear. Returns at once; the listener is not called after that. Idempotent.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      if (asking != null) {
        asking.cancel(false);
      }
    }
    link.close();
  }
}

package p2pgossip.multicast;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import p2pgossip.classroom.ClassAnnouncement;

/// Announces a class on the local networks until it is closed: at once, whenever somebody asks, and
/// now and then. Thread-safe.
public final class ClassAnnouncer implements AutoCloseable {

  /// How long it is believed if nothing more is heard.
  static final Duration LASTING = Duration.ofMinutes(2);

  /// How often it is said without being asked: on Wi-Fi, many messages to a group are lost.
  private static final Duration REPEATED = Duration.ofSeconds(20);

  /// However many ask, it is said once in this time (RFC 6762, section 6).
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ClassAnnouncement announced;
  private final InstantSource clock;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final MulticastLink link;
  private final Future<?> repeating;

  // Guarded by this.
  private Instant next = Instant.EPOCH;

  private ClassAnnouncer(
      ClassAnnouncement announced,
      int port,
      Supplier<List<NetworkInterface>> networks,
      ScheduledExecutorService timer,
      InstantSource clock)
      throws IOException {
    this.announced = announced;
    this.clock = clock;
    link = MulticastLink.open(port, networks, clock);
    repeating =
        timer.scheduleWithFixedDelay(
            this::sayElsewhere, 0, REPEATED.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Begins to announce a class. Waits for the system, so not on the FX thread.
  ///
  /// @param timer runs what takes next to no time
  /// @param clock runs evenly
  /// @throws IOException when nothing can be announced here, with a reason for the user
  public static ClassAnnouncer open(
      ClassAnnouncement announced, ScheduledExecutorService timer, InstantSource clock)
      throws IOException {
    return open(announced, MulticastLink.PORT, LocalNetworks::usable, timer, clock);
  }

  static ClassAnnouncer open(
      ClassAnnouncement announced,
      int port,
      Supplier<List<NetworkInterface>> networks,
      ScheduledExecutorService timer,
      InstantSource clock)
      throws IOException {
    ClassAnnouncer announcer = new ClassAnnouncer(announced, port, networks, timer, clock);
    announcer.link.listen(announcer::received);
    return announcer;
  }

  /// What it announces.
  public ClassAnnouncement announced() {
    return announced;
  }

  int port() {
    return link.port();
  }

  private void received(InetAddress from, byte[] message) {
    if (ServiceMessages.read(from, message) instanceof ServiceMessages.Said.Question) {
      say();
    }
  }

  /// Looking for the networks may take a moment, in which the timer has other things to do.
  private void sayElsewhere() {
    Thread _ = Thread.startVirtualThread(this::say);
  }

  private void say() {
    synchronized (this) {
      Instant now = clock.instant();
      if (now.isBefore(next)) {
        return;
      }
      next = now.plus(PAUSE);
    }
    if (!closed.get()) {
      link.send(ServiceMessages.announcement(announced, LASTING));
    }
  }

  /// Takes the announcement back, and stops. Returns at once. Idempotent.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      repeating.cancel(false);
      link.send(ServiceMessages.announcement(announced, Duration.ZERO));
      link.close();
    }
  }
}

package p2pgossip.peer;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import p2pgossip.gossip.OwnAddresses;

/// Checks every few seconds for changes of the machine: its clock, and the addresses of its
/// interfaces. Thread-safe.
final class Surroundings {

  private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);
  private static final long SECONDS = 3;

  /// Reads the addresses of this machine.
  interface Interfaces {
    Set<InetAddress> addresses() throws SocketException;
  }

  private final WallClock clock;
  private final Interfaces interfaces;
  private final List<Consumer<OwnAddresses>> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock looking = new ReentrantLock();
  private volatile OwnAddresses addresses = OwnAddresses.LOOPBACK;

  Surroundings(WallClock clock) {
    this(clock, Surroundings::ofThisMachine);
  }

  Surroundings(WallClock clock, Interfaces interfaces) {
    this.clock = clock;
    this.interfaces = interfaces;
  }

  /// Begins to check, on a timer whose tasks may take a while, because reading the interfaces can.
  void watch(ScheduledExecutorService timer) {
    var _ =
        timer.scheduleWithFixedDelay(
            () -> Thread.ofVirtual().name("surroundings").start(this::look),
            SECONDS,
            SECONDS,
            TimeUnit.SECONDS);
  }

  /// Checks once.
  void look() {
    clock.look();
    // Two checks at once would report their results in any order.
    if (looking.tryLock()) {
      try {
        OwnAddresses found = read();
        if (!found.equals(addresses)) {
          addresses = found;
          listeners.forEach(listener -> listener.accept(found));
        }
      } finally {
        looking.unlock();
      }
    }
  }

  /// Reports the addresses to `listener` now and after each change, on a thread that it must not
  /// block.
  void listen(Consumer<OwnAddresses> listener) {
    if (addresses.equals(OwnAddresses.LOOPBACK)) {
      addresses = read();
    }
    listeners.add(listener);
    listener.accept(addresses);
  }

  void forget(Consumer<OwnAddresses> listener) {
    listeners.remove(listener);
  }

  private OwnAddresses read() {
    try {
      return new OwnAddresses(interfaces.addresses());
    } catch (SocketException e) {
      LOG.debug("The addresses of this machine could not be read", e);
      return addresses;
    }
  }

  private static Set<InetAddress> ofThisMachine() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .collect(Collectors.toSet());
  }
}

package p2pgossip.original;

import static p2pgossip.original.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A running peer of the original program. It does one thing after another on one thread: connects
/// to its targets, only then listens, and then asks and tells its neighbours period by period.
///
/// All requests and messages that it receives are recorded. Thread-safe.
public final class OriginalPeer implements AutoCloseable {

  /// For a peer that others connect to. They can be reached only some time after it has learned of
  /// them, and at the first failed message it removes them for good: so no period should begin in
  /// between.
  static final OriginalFlags UNHURRIED = OriginalFlags.NONE.period(Duration.ofSeconds(1));

  /// The original's message of each period.
  public static final String MESSAGE = "[random_message]";

  /// The life of a peer.
  public sealed interface State {
    /// Busy with its targets; it can't be reached.
    record Connecting() implements State {}

    record Running() implements State {}

    /// The process is gone; its port is still held, so that nothing else is found there.
    record Exited(String reason) implements State {}
  }

  /// A neighbour that was removed because of one failed message.
  public record Removed(Endpoint neighbor, String reason) {}

  /// An answer to `GET /known_peers` that was rejected.
  public record Dropped(Endpoint neighbor, String reason) {}

  private final OriginalFlags flags;
  private final ReservedPort port;
  private final Introduction self;
  private final OriginalClient client;
  private final StopSign stopSign = new StopSign();
  private final ScheduledExecutorService thread;
  private final Map<Endpoint, Introduction> knownPeers = new ConcurrentHashMap<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<Removed> removed = new CopyOnWriteArrayList<>();
  private final List<Dropped> dropped = new CopyOnWriteArrayList<>();
  private final AtomicInteger periods = new AtomicInteger();
  private volatile State state = new State.Connecting();
  private volatile @Nullable OriginalServer server;

  private OriginalPeer(OriginalFlags flags) {
    this.flags = flags;
    InetAddress alias = flags.hostAlias();
    port =
        new ReservedPort(alias == null ? InetAddress.ofLiteral("127.0.0.1") : alias, flags.port());
    self = new Introduction(Instant.now(), flags.period(), endpoint().port(), alias);
    client = new OriginalClient(flags.timeLimit());
    thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("original " + endpoint()).factory());
  }

  /// Starts a peer, and returns while it is still connecting.
  public static OriginalPeer start(OriginalFlags flags) {
    OriginalPeer peer = new OriginalPeer(flags);
    peer.thread.execute(peer::run);
    return peer;
  }

  /// A peer that listens.
  static OriginalPeer running(OriginalFlags flags) {
    OriginalPeer peer = start(flags);
    await().until(peer::isRunning);
    return peer;
  }

  /// A peer whose first period, which begins at once, is over before others connect to it.
  static OriginalPeer inItsFirstPause(OriginalFlags flags) {
    OriginalPeer peer = running(flags);
    await().until(() -> peer.periods() > 0);
    return peer;
  }

  private void run() {
    for (Endpoint target : flags.connect()) {
      if (!(state() instanceof State.Connecting) || !connected(target)) {
        return;
      }
    }
    try {
      server = new OriginalServer(port.listen(), new Owner(), stopSign);
    } catch (IOException e) {
      exit("cannot listen: " + e.getMessage());
      return;
    }
    if (!became(new State.Running())) {
      closeServer();
      return;
    }
    // At a fixed rate: missed periods are made up for in a burst.
    var _ =
        thread.scheduleAtFixedRate(this::period, 0, flags.period().toNanos(), TimeUnit.NANOSECONDS);
  }

  /// @return whether the process is still alive
  private boolean connected(Endpoint target) {
    Introduction peer;
    try {
      peer = client.handshake(target);
    } catch (IOException | Json.Refused e) {
      removed.add(new Removed(target, "handshake: " + e.getMessage()));
      return true;
    }
    try {
      client.connect(target, self);
    } catch (IOException e) {
      exit("POST /connect to " + target + ": " + e.getMessage());
      return false;
    }
    knownPeers.put(target, peer);
    return true;
  }

  private void period() {
    try {
      gossip();
      periods.incrementAndGet();
    } catch (RuntimeException e) {
      exit("a mistake in the test's own peer: " + e);
      throw e;
    }
  }

  private void gossip() {
    List<Endpoint> neighbors = List.copyOf(knownPeers.keySet());
    for (Endpoint neighbor : neighbors) {
      stopSign.pass();
      if (!isRunning()) {
        return;
      }
      tell(neighbor);
    }
    for (Endpoint neighbor : neighbors) {
      if (flags.update() && isRunning() && knownPeers.containsKey(neighbor)) {
        learnFrom(neighbor);
      }
    }
  }

  private void tell(Endpoint neighbor) {
    try {
      client.message(neighbor, MESSAGE);
    } catch (IOException | Json.Refused e) {
      if (isRunning()) {
        knownPeers.remove(neighbor);
        removed.add(new Removed(neighbor, "message: " + e.getMessage()));
      }
    }
  }

  private void learnFrom(Endpoint neighbor) {
    Map<Endpoint, Introduction> listed;
    try {
      listed = new LinkedHashMap<>(client.knownPeers(neighbor));
    } catch (IOException | Json.Refused e) {
      dropped.add(new Dropped(neighbor, String.valueOf(e.getMessage())));
      return;
    }
    // It recognizes itself by this one address only.
    listed.remove(endpoint());
    for (Map.Entry<Endpoint, Introduction> entry : listed.entrySet()) {
      knownPeers.putIfAbsent(entry.getKey(), entry.getValue());
    }
  }

  private final class Owner implements OriginalServer.Owner {
    @Override
    public Introduction self() {
      return self;
    }

    @Override
    public Map<Endpoint, Introduction> knownPeers() {
      return knownPeers;
    }

    @Override
    public Endpoint connected(Introduction caller) {
      Endpoint endpoint = Endpoint.onLoopback(caller.port());
      knownPeers.put(endpoint, caller);
      return endpoint;
    }

    @Override
    public void heard(String message) {
      messages.add(message);
    }
  }

  public Endpoint endpoint() {
    return port.endpoint();
  }

  public Introduction self() {
    return self;
  }

  public State state() {
    return state;
  }

  public boolean isRunning() {
    return state() instanceof State.Running;
  }

  public Map<Endpoint, Introduction> knownPeers() {
    return Map.copyOf(knownPeers);
  }

  /// How many periods are over, including those in which it knew no peer.
  public int periods() {
    return periods.get();
  }

  /// Every request received, in order.
  public List<Received> received() {
    OriginalServer serving = server;
    return serving == null ? List.of() : serving.received();
  }

  /// The requests that were answered with an error.
  public List<Received> refused() {
    return received().stream().filter(request -> request.status() != 200).toList();
  }

  /// The messages that were accepted, in order.
  public List<String> messages() {
    return List.copyOf(messages);
  }

  public List<Removed> removed() {
    return List.copyOf(removed);
  }

  public List<Dropped> dropped() {
    return List.copyOf(dropped);
  }

  /// Stops as after SIGSTOP, or continues: connections are accepted, nothing is answered or sent.
  public void stall(boolean still) {
    stopSign.raise(still);
  }

  /// Ends like a killed process, without a goodbye. Its port stays held until it is closed.
  public void kill() {
    exit("killed");
  }

  /// Whether the state was changed: an exited peer stays so.
  private synchronized boolean became(State next) {
    if (state instanceof State.Exited) {
      return false;
    }
    state = next;
    return true;
  }

  private void exit(String reason) {
    if (!became(new State.Exited(reason))) {
      return;
    }
    thread.shutdownNow();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    closeServer();
  }

  private void closeServer() {
    OriginalServer serving = server;
    if (serving != null) {
      serving.close();
    }
  }

  /// Ends it, waits for its threads, and frees its port. Idempotent.
  @Override
  public void close() {
    exit("closed");
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the thread of " + endpoint() + " does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    port.close();
  }
}

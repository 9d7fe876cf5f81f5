package p2pgossip.peer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.FaultBoard;
import p2pgossip.gossip.MessageSource;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.ClientLimits;
import p2pgossip.net.HttpPeerClient;
import p2pgossip.net.NetworkThreads;
import p2pgossip.net.OwnConnections;
import p2pgossip.net.Page;
import p2pgossip.net.PeerClient;
import p2pgossip.net.PeerStreams;
import p2pgossip.net.StreamLimits;
import p2pgossip.net.TransportSecurity;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.LocalPeers;
import p2pgossip.profile.Meter;
import p2pgossip.profile.PeerFigures;

/// Everything that the peers of a process share: the network's threads, one client, one timer, the
/// clock and the source of randomness. Thread-safe.
public final class PeerRuntime implements AutoCloseable {

  /// How long any request may take, from the call to the end of the answer; the same as in the
  /// original.
  public static final Duration TIME_LIMIT = Duration.ofSeconds(5);

  private final InstantSource steady = new SteadyClock();
  private final WallClock clock = new WallClock(steady, InstantSource.system());
  private final Surroundings surroundings = new Surroundings(clock);
  private final MessageSource sentences;
  private final AtomicLong nextSeed;
  private final OwnConnections ownConnections = new OwnConnections();
  private final HttpPeerClient client;
  private final PeerStreams streams;
  private final @Nullable TransportSecurity security;
  private final LocalPeers local;
  private final ScheduledExecutorService scheduler;
  private final Duration timeLimit;
  private final FaultBoard faults = new FaultBoard();
  private final Set<PeerAddress> running = ConcurrentHashMap.newKeySet();

  private final Meter meter = new Meter(clock.instant());
  private volatile @Nullable Function<PeerFigures, Page> metrics;

  // Guarded by this. Started with the first peer, so that a window that waits for Start opens
  // faster.
  private @Nullable NetworkThreads networkThreads;
  private boolean closed;

  /// @param sentences source of the periodic messages
  /// @param seed peers started in the same order with the same seed say the same
  public PeerRuntime(MessageSource sentences, long seed) {
    this(sentences, seed, TIME_LIMIT);
  }

  /// @param timeLimit for any request
  public PeerRuntime(MessageSource sentences, long seed, Duration timeLimit) {
    this(sentences, seed, timeLimit, null);
  }

  /// @param timeLimit for any request
  /// @param security with which all peers of the process serve and call; closed with this. Null for
  ///     plain HTTP
  public PeerRuntime(
      MessageSource sentences,
      long seed,
      Duration timeLimit,
      @Nullable TransportSecurity security) {
    this.security = security;
    this.local = new LocalPeers(security == null ? "" : security.fingerprint().text());
    this.streams = new PeerStreams(clock, StreamLimits.DEFAULT, security, local, ownConnections);
    this.sentences = sentences;
    this.nextSeed = new AtomicLong(seed);
    this.timeLimit = timeLimit;
    this.client =
        new HttpPeerClient(
            ClientLimits.DEFAULT.withTime(timeLimit), security, local, ownConnections);
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("periods").factory());
    timer.setRemoveOnCancelPolicy(true);
    this.scheduler = timer;
    surroundings.watch(scheduler);
  }

  /// The faults in force for the peers of this process.
  public FaultBoard faults() {
    return faults;
  }

  /// Whether the peer at an address runs in this process.
  public boolean runs(PeerAddress address) {
    return running.contains(address);
  }

  /// The number of peers that run in this process.
  public int peers() {
    return running.size();
  }

  /// Counts the work of all peers of this process together.
  public Meter meter() {
    return meter;
  }

  /// The bytes of all requests of the peers of this process and of their answers, with their heads;
  /// over TLS they are not counted.
  public long bytes() {
    return client.bytes();
  }

  /// Makes the peers of this process answer `GET /metrics` from now on.
  ///
  /// @param page writes the figures of a peer; called on any thread, concurrently
  public void publishMetrics(Function<PeerFigures, Page> page) {
    metrics = page;
  }

  /// Writes the figures of a peer; null if they are not published.
  @Nullable Function<PeerFigures, Page> metrics() {
    return metrics;
  }

  void began(PeerAddress address, Credentials credentials) {
    local.add(address, credentials);
    running.add(address);
  }

  void ended(PeerAddress address, Credentials credentials) {
    local.remove(address, credentials);
    running.remove(address);
  }

  /// The client of one peer, subject to the faults in force.
  FaultyClient clientOf(PeerAddress peer, Credentials credentials) {
    return new FaultyClient(
        peer, faults, client(() -> credentials), steady, scheduler, timeLimit, newRandom());
  }

  /// The clock by which all peers of the process tell the time; it follows the machine's clock.
  public InstantSource clock() {
    return clock;
  }

  /// Lets the clock by which the peers tell the time run evenly from now on, even if the machine's
  /// is set, so that times can be measured by it.
  public void keepOwnTime() {
    clock.runOnItsOwn();
  }

  /// The clock by which they plan: it runs evenly, whatever happens to the machine's clock.
  public InstantSource steadyClock() {
    return steady;
  }

  WallClock wallClock() {
    return clock;
  }

  /// Reports changes of the machine that concern all peers of the process.
  Surroundings surroundings() {
    return surroundings;
  }

  /// How long any request of the peers may take, from the call to the end of the answer.
  public Duration timeLimit() {
    return timeLimit;
  }

  /// The security with which all peers of the process serve and call; empty for plain HTTP.
  public Optional<TransportSecurity> security() {
    return Optional.ofNullable(security);
  }

  /// What the peers say each period, where they say anything.
  public MessageSource sentences() {
    return sentences;
  }

  /// @throws IllegalStateException when this is closed
  synchronized NetworkThreads networkThreads() {
    if (closed) {
      throw new IllegalStateException("the program is ending");
    }
    if (networkThreads == null) {
      networkThreads = new NetworkThreads(ownConnections);
    }
    return networkThreads;
  }

  /// The shared client with the given credentials; no fault acts on it. Closing it does nothing.
  public PeerClient client(Supplier<Credentials> credentials) {
    return client.by(credentials);
  }

  /// The streams that follow other peers; no fault acts on them.
  public PeerStreams streams() {
    return streams;
  }

  /// The shared timer. Its tasks must return at once.
  public ScheduledExecutorService scheduler() {
    return scheduler;
  }

  RandomGenerator newRandom() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(nextSeed.getAndIncrement());
  }

  /// Closed after the peers. Idempotent.
  @Override
  public void close() {
    // The timer first, so that no new requests are made; the client before the network's threads,
    // so that pending requests fail instead of being left hanging.
    scheduler.shutdownNow();
    client.close();
    streams.close();
    if (security != null) {
      security.close();
    }
    NetworkThreads ending;
    synchronized (this) {
      closed = true;
      ending = networkThreads;
      networkThreads = null;
    }
    if (ending != null) {
      ending.close();
    }
    try {
      scheduler.awaitTermination(500, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

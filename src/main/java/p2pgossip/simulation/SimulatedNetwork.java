package p2pgossip.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.fault.FaultBoard;
import p2pgossip.fault.FaultSet;
import p2pgossip.fault.Latency;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.Run;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.NetworkMember;
import p2pgossip.steering.SteerableNetwork;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.topology.Edges;
import p2pgossip.topology.Line;

/// A network of engines in virtual time. A message takes as long as its [Latency] says. Faults and
/// cut links lose, delay and repeat messages. The same seed gives the same run. Thread-safe: what
/// other threads do happens between two events. A thread that lets time pass calls all listeners.
///
/// Each peer begins at a random moment of the first period, so that the peers don't act in step,
/// unless they are to: then they act in [Rounds].
public final class SimulatedNetwork implements SteerableNetwork {

  /// The number of addresses.
  public static final int MOST_PEERS = SimulatedAddresses.MOST;

  private static final Duration CONNECTING = Duration.ofMillis(100);

  private final VirtualTime time;
  private final List<NetworkListener> listeners = new CopyOnWriteArrayList<>();
  private final SpreadLog log = new SpreadLog();
  private final FaultBoard faults = new FaultBoard();
  private final Members members;
  private final Ways ways;

  /// For the peers and for the latency of messages.
  private final RandomGenerator random;

  /// For the order in which peers are stepped.
  private final RandomGenerator choices;

  private PeerSettings settings;
  private boolean closed;

  /// Creates peers that know no other peer, and lets one period pass, in which all begin.
  ///
  /// @param size the number of peers, 1 to [#MOST_PEERS]
  public SimulatedNetwork(int size, PeerSettings settings, long seed) {
    this(
        alone(size, settings, seed),
        Wires.none(),
        seed,
        new VirtualTime(),
        NetworkListener.NONE,
        null);
  }

  /// The same, with a generator for each engine.
  ///
  /// @param generators by the index of the peer
  public SimulatedNetwork(
      int size, PeerSettings settings, long seed, IntFunction<RandomGenerator> generators) {
    this(
        alone(size, settings, seed),
        Wires.none(),
        seed,
        new VirtualTime(),
        NetworkListener.NONE,
        generators);
  }

  /// The topology of the plan is left to the caller.
  ///
  /// @param generators of the engines, by the index of the peer; null for such as the seed gives
  private SimulatedNetwork(
      SimulationPlan plan,
      Wires wires,
      long seed,
      VirtualTime time,
      NetworkListener listener,
      @Nullable IntFunction<RandomGenerator> generators) {
    this.time = time;
    this.settings = plan.settings();
    listeners.add(listener);
    random = newRandom(seed);
    ways =
        new Ways(
            plan.latency(),
            plan.inStep() ? new Rounds() : null,
            faults,
            random,
            newRandom(seed ^ 0x0bad_1dea),
            () -> settings.period());
    choices = newRandom(~seed);
    members =
        new Members(
            this,
            wires,
            new Engines(
                plan.peers() - plan.originals(),
                plan.peers(),
                wires,
                plan.limits(),
                generators == null ? _ -> newRandom(random.nextLong()) : generators),
            plan.peers());
    Instant began = time.instant();
    for (int count = 0; count < plan.peers(); count++) {
      SimulatedPeer peer = members.create(settings, began);
      after(untilFirstPeriod(settings), peer::begin);
    }
    var _ = faults.listen(inForce -> time.soon(() -> faultsChanged(inForce)));
    pass(settings.period());
  }

  private static SimulationPlan alone(int size, PeerSettings settings, long seed) {
    return new SimulationPlan(size, new Line(), settings, seed);
  }

  /// The virtual time that it takes to put up a network of peers with these settings.
  public static Duration settingUp(PeerSettings settings) {
    return settings.period().plus(CONNECTING);
  }

  /// Creates peers that are connected by a topology: neighbours know each other.
  ///
  /// @param time by which the peers live; [#settingUp] of it passes
  /// @param listener is told what happens to the peers, from their beginning on
  public static SimulatedNetwork start(
      SimulationPlan plan, VirtualTime time, NetworkListener listener) {
    RandomGenerator random = newRandom(plan.seed());
    Edges edges = plan.topology().edges(plan.peers(), random);
    SimulatedNetwork network =
        new SimulatedNetwork(
            plan, Wires.of(edges, plan.peers()), random.nextLong(), time, listener, null);
    for (int edge = 0; edge < edges.size(); edge++) {
      network.connect(edges.from(edge), edges.to(edge));
    }
    network.pass(CONNECTING);
    return network;
  }

  private static RandomGenerator newRandom(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// How long until the first period of a peer that begins now. It is random, so that peers don't
  /// act in step unless they shall.
  private Duration untilFirstPeriod(PeerSettings of) {
    return ways.untilNextRound(now(), of.period())
        .orElseGet(() -> Duration.ofNanos(random.nextLong(of.period().toNanos())));
  }

  public Instant now() {
    return time.instant();
  }

  public int size() {
    return members.all().size();
  }

  @Override
  public InstantSource clock() {
    return time;
  }

  @Override
  public Run.Time time() {
    return Run.Time.VIRTUAL;
  }

  @Override
  public Listening listen(NetworkListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public List<NetworkMember> members() {
    return time.locked(() -> members.all().stream().map(SimulatedPeer::member).toList());
  }

  @Override
  public @Nullable SteerablePeer peer(PeerAddress address) {
    return time.locked(
        () -> {
          SimulatedPeer peer = members.running(address);
          return peer == null ? null : peer.steered();
        });
  }

  @Override
  public int mostRunning() {
    return MOST_PEERS;
  }

  @Override
  public int unconnected() {
    return time.locked(members::unconnected);
  }

  @Override
  public FaultBoard faults() {
    return faults;
  }

  private void faultsChanged(FaultSet inForce) {
    members.all().forEach(peer -> peer.freeze(inForce.isFrozen(peer.address())));
  }

  /// The whole state of a peer.
  public PeerSnapshot snapshot(int peer) {
    return time.locked(() -> peer(peer).engine().snapshot(now()));
  }

  public SpreadLog log() {
    return log;
  }

  SimulatedPeer peer(int index) {
    return members.all().get(index);
  }

  /// The address of a peer.
  public PeerAddress address(int peer) {
    return peer(peer).address();
  }

  List<SimulatedPeer> peers() {
    return members.all();
  }

  /// The member at an address, running or not; null where there is none.
  @Nullable SimulatedPeer find(PeerAddress address) {
    return members.find(address);
  }

  private void with(PeerAddress address, Consumer<SimulatedPeer> action) {
    time.locked(
        () -> {
          SimulatedPeer peer = find(address);
          if (peer != null) {
            action.accept(peer);
          }
        });
  }

  /// Makes two peers neighbours.
  public void connect(int one, int other) {
    time.locked(() -> peer(one).connect(peer(other).address()));
  }

  /// Makes all peers neighbours of one another.
  public void connectAll() {
    for (int i = 0; i < size(); i++) {
      for (int j = i + 1; j < size(); j++) {
        connect(i, j);
      }
    }
    pass(CONNECTING);
  }

  /// Cuts the links for which `ways` is true, and no others, until the next call.
  public void cut(BiPredicate<PeerAddress, PeerAddress> ways) {
    this.ways.cut(ways);
  }

  @Override
  public CompletableFuture<NetworkMember> restart(PeerAddress member) {
    return time.locked(() -> restart(member, settings));
  }

  @Override
  public CompletableFuture<NetworkMember> restart(PeerAddress member, PeerSettings own) {
    return time.locked(() -> restartNow(member, own));
  }

  private CompletableFuture<NetworkMember> restartNow(PeerAddress member, PeerSettings own) {
    SimulatedPeer peer = find(member);
    if (peer == null) {
      return CompletableFuture.failedFuture(
          new IllegalArgumentException(member + " is not a member of the network"));
    }
    if (closed) {
      return CompletableFuture.failedFuture(new IllegalStateException("the network has ended"));
    }
    peer.close();
    boolean _ = faults.end(new Fault.Freeze<>(member));
    members.restart(peer, own, now(), () -> untilFirstPeriod(own));
    return CompletableFuture.completedFuture(peer.member());
  }

  @Override
  public CompletableFuture<NetworkMember> add(int neighbors) {
    return time.locked(() -> addNow(neighbors));
  }

  private CompletableFuture<NetworkMember> addNow(int neighbors) {
    if (closed) {
      return CompletableFuture.failedFuture(new IllegalStateException("the network has ended"));
    }
    if (size() >= MOST_PEERS) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("a simulation has at most " + MOST_PEERS + " peers"));
    }
    List<SimulatedPeer> candidates = new ArrayList<>(members.all());
    candidates.removeIf(SimulatedPeer::hasEnded);
    Collections.shuffle(candidates, Random.from(choices));
    List<SimulatedPeer> targets = candidates.subList(0, Math.min(neighbors, candidates.size()));
    SimulatedPeer peer = members.add(targets, settings, now());
    peer.begin(targets.stream().map(SimulatedPeer::address).toList(), untilFirstPeriod(settings));
    return CompletableFuture.completedFuture(peer.member());
  }

  @Override
  public int usualNeighbors() {
    return members.usualNeighbors();
  }

  @Override
  public void kill(PeerAddress member) {
    with(member, SimulatedPeer::close);
  }

  @Override
  public CompletableFuture<Void> leave(PeerAddress member) {
    return time.locked(
        () -> {
          SimulatedPeer peer = find(member);
          return peer == null ? CompletableFuture.completedFuture(null) : peer.leave();
        });
  }

  @Override
  public @Nullable RumorId spread(PeerAddress origin, String text) {
    return time.locked(
        () -> {
          SimulatedPeer peer = members.running(origin);
          return peer == null ? null : peer.spread(text);
        });
  }

  @Override
  public @Nullable RumorId spreadAnywhere(String text) {
    return time.locked(
        () -> {
          List<SimulatedPeer> running =
              members.all().stream()
                  .filter(peer -> !peer.hasEnded() && !peer.isOriginal())
                  .toList();
          return running.isEmpty()
              ? null
              : running.get(choices.nextInt(running.size())).spread(text);
        });
  }

  /// Begins a rumour at a peer.
  public RumorId tell(int peer, String text) {
    return time.locked(() -> peer(peer).spread(text));
  }

  @Override
  public void change(UnaryOperator<PeerSettings> how) {
    time.locked(
        () -> {
          settings = how.apply(settings);
          members.all().forEach(peer -> peer.change(how));
        });
  }

  @Override
  public void change(PeerAddress member, UnaryOperator<PeerSettings> how) {
    with(member, peer -> peer.change(how));
  }

  @Override
  public void stepPeriod() {
    time.locked(
        () -> {
          List<SimulatedPeer> all = new ArrayList<>(members.all());
          Collections.shuffle(all, Random.from(choices));
          all.forEach(SimulatedPeer::stepPeriod);
        });
  }

  @Override
  public void stepPeriod(PeerAddress member) {
    with(member, SimulatedPeer::stepPeriod);
  }

  @Override
  public void forgetRumors(PeerAddress member) {
    with(member, SimulatedPeer::forgetRumors);
  }

  @Override
  public void forgetRumors() {
    time.locked(() -> members.all().forEach(SimulatedPeer::forgetRumors));
  }

  @Override
  public void reconnect() {
    time.locked(() -> members.all().forEach(SimulatedPeer::retryUnreachable));
  }

  @Override
  public void later(Duration pause, Runnable task) {
    after(
        pause,
        () -> {
          if (!closed) {
            task.run();
          }
        });
  }

  @Override
  public void close() {
    time.locked(
        () -> {
          closed = true;
          members.all().forEach(SimulatedPeer::close);
        });
  }

  /// Lets time pass and does what becomes due.
  public void pass(Duration duration) {
    time.pass(duration);
  }

  /// How messages get from one peer to another.
  Ways ways() {
    return ways;
  }

  Lock lock() {
    return time.lock();
  }

  void after(Duration pause, Runnable work) {
    time.after(pause, work);
  }

  void at(Instant moment, Runnable work) {
    time.at(moment, work);
  }

  void joined(SimulatedPeer peer) {
    PeerSettings its = peer.engine().settings();
    listeners.forEach(listener -> listener.joined(peer.member(), its));
  }

  void ended(SimulatedPeer peer) {
    listeners.forEach(listener -> listener.ended(peer.member()));
  }

  void happened(SimulatedPeer peer, GossipEvent event) {
    ways.happened(peer.address(), event);
    log.happened(peer.address(), event);
    listeners.forEach(listener -> listener.happened(peer.address(), event));
  }
}

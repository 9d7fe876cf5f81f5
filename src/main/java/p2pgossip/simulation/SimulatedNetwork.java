package p2pgossip.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.FaultBoard;
import p2pgossip.fault.Latency;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.Run;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.NetworkMember;
import p2pgossip.steering.SteerableNetwork;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.steering.Traffic;
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
  private final Simulation core;

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

  private SimulatedNetwork(
      SimulationPlan plan,
      Wires wires,
      long seed,
      VirtualTime time,
      NetworkListener listener,
      @Nullable IntFunction<RandomGenerator> generators) {
    this.time = time;
    core = new Simulation(plan, wires, seed, time, listener, generators);
    pass(plan.settings().period());
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
    RandomGenerator random = Simulation.newRandom(plan.seed());
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

  public Instant now() {
    return time.instant();
  }

  public int size() {
    return core.members().all().size();
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
    return core.listen(listener);
  }

  @Override
  public List<NetworkMember> members() {
    return time.locked(() -> core.members().all().stream().map(SimulatedPeer::member).toList());
  }

  @Override
  public @Nullable SteerablePeer peer(PeerAddress address) {
    return time.locked(
        () -> {
          SimulatedPeer peer = core.members().running(address);
          return peer == null ? null : peer.steered();
        });
  }

  @Override
  public int mostRunning() {
    return MOST_PEERS;
  }

  @Override
  public int unconnected() {
    return time.locked(core.members()::unconnected);
  }

  @Override
  public FaultBoard faults() {
    return core.faults();
  }

  /// The whole state of a peer.
  public PeerSnapshot snapshot(int peer) {
    return time.locked(() -> peer(peer).engine().snapshot(now()));
  }

  /// Whether a peer passes a rumour on.
  public boolean isSpreading(int peer, RumorId rumor) {
    return time.locked(() -> peer(peer).engine().isSpreading(rumor));
  }

  public SpreadLog log() {
    return core.log();
  }

  SimulatedPeer peer(int index) {
    return core.members().all().get(index);
  }

  /// The address of a peer.
  public PeerAddress address(int peer) {
    return peer(peer).address();
  }

  List<SimulatedPeer> peers() {
    return core.members().all();
  }

  /// The member at an address, running or not; null where there is none.
  @Nullable SimulatedPeer find(PeerAddress address) {
    return core.members().find(address);
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
    core.ways().cut(ways);
  }

  @Override
  public CompletableFuture<NetworkMember> restart(PeerAddress member) {
    return time.locked(() -> core.restart(member, core.settings()));
  }

  @Override
  public CompletableFuture<NetworkMember> restart(PeerAddress member, PeerSettings own) {
    return time.locked(() -> core.restart(member, own));
  }

  @Override
  public CompletableFuture<NetworkMember> add(int neighbors) {
    return time.locked(() -> core.add(neighbors));
  }

  @Override
  public int usualNeighbors() {
    return core.members().usualNeighbors();
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
          SimulatedPeer peer = core.members().running(origin);
          return peer == null ? null : peer.spread(text);
        });
  }

  @Override
  public @Nullable RumorId spreadAnywhere(String text) {
    return time.locked(() -> core.spreadAnywhere(text));
  }

  /// Begins a rumour at a peer.
  public RumorId tell(int peer, String text) {
    return time.locked(() -> peer(peer).spread(text));
  }

  /// What the peers have sent one another so far. The bytes are those of the requests that arrived
  /// and of their answers.
  public Traffic traffic() {
    return time.locked(core::traffic);
  }

  @Override
  public void change(UnaryOperator<PeerSettings> how) {
    time.locked(() -> core.change(how));
  }

  @Override
  public void change(PeerAddress member, UnaryOperator<PeerSettings> how) {
    with(member, peer -> peer.change(how));
  }

  @Override
  public void stepPeriod() {
    time.locked(core::stepPeriod);
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
    time.locked(() -> core.members().all().forEach(SimulatedPeer::forgetRumors));
  }

  @Override
  public void reconnect() {
    time.locked(() -> core.members().all().forEach(SimulatedPeer::retryUnreachable));
  }

  @Override
  public void later(Duration pause, Runnable task) {
    core.later(pause, task);
  }

  @Override
  public void close() {
    time.locked(core::close);
  }

  /// Lets time pass and does what becomes due.
  public void pass(Duration duration) {
    time.pass(duration);
  }
}

package p2pgossip.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
import p2pgossip.fault.Fate;
import p2pgossip.fault.Fault;
import p2pgossip.fault.FaultBoard;
import p2pgossip.fault.FaultSet;
import p2pgossip.fault.Latency;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.GossipEngine;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Limits;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.Request;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Sentences;
import p2pgossip.network.Run;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.NetworkMember;
import p2pgossip.steering.SteerableNetwork;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.topology.Edges;
import p2pgossip.topology.Topology;

/// A network of engines in virtual time. A message takes as long as its [Latency] says. Faults and
/// cut links lose, delay and repeat messages. The same seed gives the same run. Thread-safe: what
/// other threads do happens between two events. A thread that lets time pass calls all listeners.
///
/// Each peer begins at a random moment of the first period, so that the peers don't act in step,
/// unless they are to: then they act in [Rounds].
public final class SimulatedNetwork implements SteerableNetwork {

  private static final int PEERS_IN_A_ROW = 250;
  private static final int PEERS_IN_A_BLOCK = PEERS_IN_A_ROW * PEERS_IN_A_ROW;

  /// The number of addresses.
  public static final int MOST_PEERS = 256 * PEERS_IN_A_BLOCK;

  private static final Duration CONNECTING = Duration.ofMillis(100);

  private final VirtualTime time;
  private final List<SimulatedPeer> peers = new ArrayList<>();
  private final List<NetworkListener> listeners = new CopyOnWriteArrayList<>();
  private final SpreadLog log = new SpreadLog();
  private final FaultBoard faults = new FaultBoard();
  private final Wires wires;

  /// Of the topology: if those of peers that join counted, each would bring more than the last.
  private final int usualNeighbors;

  private final Latency latency;
  private final Limits limits;

  /// Null unless the peers are in step.
  private final @Nullable Rounds rounds;

  /// The index of the first peer that behaves like the original, and of the first after them.
  private final int firstOriginal;

  private final int afterOriginals;

  /// For the peers and for the latency of messages.
  private final RandomGenerator random;

  /// For the faults, so that faults change nothing in a run in which there are none.
  private final RandomGenerator misfortune;

  /// For the order in which peers are stepped.
  private final RandomGenerator choices;

  /// The generators of the engines, by the index of the peer.
  private final IntFunction<RandomGenerator> generators;

  private PeerSettings settings;
  private BiPredicate<PeerAddress, PeerAddress> cut = (from, to) -> false;
  private boolean closed;

  /// Creates peers that know no other peer, and lets one period pass, in which all begin.
  ///
  /// @param size the number of peers, 1 to [#MOST_PEERS]
  public SimulatedNetwork(int size, PeerSettings settings, long seed) {
    this(
        size,
        0,
        Wires.none(),
        settings,
        seed,
        Latency.usual(),
        false,
        Limits.SIMULATED,
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
        size,
        0,
        Wires.none(),
        settings,
        seed,
        Latency.usual(),
        false,
        Limits.SIMULATED,
        new VirtualTime(),
        NetworkListener.NONE,
        generators);
  }

  /// @param generators of the engines, by the index of the peer; null for such as the seed gives
  private SimulatedNetwork(
      int size,
      int originals,
      Wires wires,
      PeerSettings settings,
      long seed,
      Latency latency,
      boolean inStep,
      Limits limits,
      VirtualTime time,
      NetworkListener listener,
      @Nullable IntFunction<RandomGenerator> generators) {
    if (size < 1 || size > MOST_PEERS) {
      throw new IllegalArgumentException(
          "a simulation of %s peers is not between 1 and %s".formatted(size, MOST_PEERS));
    }
    this.time = time;
    this.wires = wires;
    this.usualNeighbors = Math.max(1, (int) Math.round(wires.mean(size)));
    this.latency = latency;
    this.rounds = inStep ? new Rounds() : null;
    this.limits = limits;
    this.firstOriginal = size - originals;
    this.afterOriginals = size;
    this.settings = settings;
    listeners.add(listener);
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    misfortune = RandomGeneratorFactory.of("L64X128MixRandom").create(seed ^ 0x0bad_1dea);
    choices = RandomGeneratorFactory.of("L64X128MixRandom").create(~seed);
    this.generators = generators == null ? _ -> seeded() : generators;
    Instant began = time.instant();
    for (int i = 0; i < size; i++) {
      SimulatedPeer peer =
          new SimulatedPeer(this, i + 1, isOriginal(i), engine(i, settings, began));
      peers.add(peer);
      after(untilFirstPeriod(settings), peer::begin);
    }
    var _ = faults.listen(inForce -> time.soon(() -> faultsChanged(inForce)));
    pass(settings.period());
  }

  /// As [#start], without original peers.
  ///
  /// @param size the number of peers, 1 to [#MOST_PEERS]
  /// @param time by which the peers live
  /// @param listener is told what happens to the peers, from their beginning on
  public static SimulatedNetwork wired(
      Topology topology,
      int size,
      PeerSettings settings,
      long seed,
      VirtualTime time,
      NetworkListener listener) {
    return start(new SimulationPlan(size, topology, settings, seed), time, listener);
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
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(plan.seed());
    Edges edges = plan.topology().edges(plan.peers(), random);
    SimulatedNetwork network =
        new SimulatedNetwork(
            plan.peers(),
            plan.originals(),
            Wires.of(edges, plan.peers()),
            plan.settings(),
            random.nextLong(),
            plan.latency(),
            plan.inStep(),
            plan.limits(),
            time,
            listener,
            null);
    for (int edge = 0; edge < edges.size(); edge++) {
      network.connect(edges.from(edge), edges.to(edge));
    }
    network.pass(CONNECTING);
    return network;
  }

  /// How long until the first period of a peer that begins now. It is random, so that peers don't
  /// act in step unless they shall.
  private Duration untilFirstPeriod(PeerSettings of) {
    return rounds == null
        ? Duration.ofNanos(random.nextLong(of.period().toNanos()))
        : rounds.untilNext(now(), of.period());
  }

  private RandomGenerator seeded() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(random.nextLong());
  }

  private GossipEngine engine(int index, PeerSettings settings, Instant started) {
    PeerAddress address =
        PeerAddress.parse(
            "10.%s.%s.%s:8080"
                .formatted(
                    index / PEERS_IN_A_BLOCK,
                    index % PEERS_IN_A_BLOCK / PEERS_IN_A_ROW,
                    1 + index % PEERS_IN_A_ROW));
    boolean original = isOriginal(index);
    Peer self =
        new Peer(
            // A peer takes one of the same start for itself, at another address.
            started.plusNanos(index),
            settings.period(),
            address.port(),
            null,
            original ? Set.of() : Set.of(Offer.SENDER, Offer.RUMORS, Offer.LEAVE));
    return new GossipEngine(
        address,
        Set.of(),
        self,
        own(index, settings),
        limits,
        new Sentences(List.of(List.of("the tram is late"))),
        generators.apply(index));
  }

  private PeerSettings own(int index, PeerSettings settings) {
    PeerSettings roomy = settings.withRoomFor(wires.neighbors(index).length);
    return isOriginal(index) ? roomy.asOriginal() : roomy;
  }

  private boolean isOriginal(int index) {
    return index >= firstOriginal && index < afterOriginals;
  }

  public Instant now() {
    return time.instant();
  }

  public int size() {
    return peers.size();
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
    return time.locked(() -> peers.stream().map(SimulatedPeer::member).toList());
  }

  @Override
  public @Nullable SteerablePeer peer(PeerAddress address) {
    return time.locked(() -> running(address));
  }

  private @Nullable SimulatedPeer running(PeerAddress address) {
    SimulatedPeer peer = find(address);
    return peer == null || peer.hasEnded() ? null : peer;
  }

  @Override
  public int mostRunning() {
    return MOST_PEERS;
  }

  @Override
  public int unconnected() {
    return time.locked(this::countUnconnected);
  }

  private int countUnconnected() {
    int unconnected = 0;
    for (int peer = 0; peer < size(); peer++) {
      if (!peer(peer).hasEnded()
          && peer(peer).engine().knownPeers().countHealthy() < wires.neighbors(peer).length) {
        unconnected++;
      }
    }
    return unconnected;
  }

  @Override
  public FaultBoard faults() {
    return faults;
  }

  private void faultsChanged(FaultSet inForce) {
    peers.forEach(peer -> peer.freeze(inForce.isFrozen(peer.address())));
  }

  /// The fate of a message that `from` sends to `to` now.
  Fate fate(PeerAddress from, PeerAddress to) {
    FaultSet inForce = faults.inForce();
    return inForce.isEmpty() ? Fate.IN_TIME : inForce.fate(from, to, misfortune);
  }

  /// The whole state of a peer.
  public PeerSnapshot snapshot(int peer) {
    return time.locked(() -> peer(peer).engine().snapshot(now()));
  }

  public SpreadLog log() {
    return log;
  }

  SimulatedPeer peer(int index) {
    return peers.get(index);
  }

  /// The address of a peer.
  public PeerAddress address(int peer) {
    return peer(peer).address();
  }

  List<SimulatedPeer> peers() {
    return peers;
  }

  /// The member at an address, running or not; null where there is none.
  @Nullable SimulatedPeer find(PeerAddress address) {
    int index = index(address);
    if (index < 0 || index >= peers.size()) {
      return null;
    }
    SimulatedPeer peer = peers.get(index);
    return peer.address().equals(address) ? peer : null;
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

  private static int index(PeerAddress address) {
    byte[] ip = address.ip().getAddress();
    if (ip.length != 4) {
      return -1;
    }
    return (ip[1] & 0xff) * PEERS_IN_A_BLOCK + (ip[2] & 0xff) * PEERS_IN_A_ROW + (ip[3] & 0xff) - 1;
  }

  /// Makes two peers neighbours.
  public void connect(int one, int other) {
    peer(one).connect(peer(other).address());
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
    cut = ways;
  }

  boolean isCut(PeerAddress from, PeerAddress to) {
    return cut.test(from, to);
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
    int index = index(member);
    List<PeerAddress> targets = new ArrayList<>();
    for (int neighbor : wires.neighbors(index)) {
      targets.add(peer(neighbor).address());
    }
    peer.restart(engine(index, own, now()), targets, untilFirstPeriod(own));
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
    List<SimulatedPeer> candidates = new ArrayList<>(peers);
    candidates.removeIf(SimulatedPeer::hasEnded);
    Collections.shuffle(candidates, Random.from(choices));
    List<SimulatedPeer> targets = candidates.subList(0, Math.min(neighbors, candidates.size()));
    int index = size();
    if (index >= MOST_PEERS) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("a simulation has at most " + MOST_PEERS + " peers"));
    }
    SimulatedPeer peer = new SimulatedPeer(this, index + 1, false, engine(index, settings, now()));
    peers.add(peer);
    wires.add(index, targets.stream().mapToInt(target -> target.member().number() - 1).toArray());
    peer.begin(targets.stream().map(SimulatedPeer::address).toList(), untilFirstPeriod(settings));
    return CompletableFuture.completedFuture(peer.member());
  }

  @Override
  public int usualNeighbors() {
    return usualNeighbors;
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
          SimulatedPeer peer = running(origin);
          return peer == null ? null : peer.spread(text);
        });
  }

  @Override
  public @Nullable RumorId spreadAnywhere(String text) {
    return time.locked(
        () -> {
          List<SimulatedPeer> running =
              peers.stream().filter(peer -> !peer.hasEnded() && !peer.isOriginal()).toList();
          return running.isEmpty()
              ? null
              : running.get(choices.nextInt(running.size())).spread(text);
        });
  }

  /// Begins a rumour at a peer.
  public RumorId tell(int peer, String text) {
    return peer(peer).spread(text);
  }

  @Override
  public void change(UnaryOperator<PeerSettings> how) {
    time.locked(
        () -> {
          settings = how.apply(settings);
          peers.forEach(peer -> peer.change(how));
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
          List<SimulatedPeer> all = new ArrayList<>(peers);
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
    time.locked(() -> peers.forEach(SimulatedPeer::forgetRumors));
  }

  @Override
  public void reconnect() {
    time.locked(() -> peers.forEach(SimulatedPeer::retryUnreachable));
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
          peers.forEach(SimulatedPeer::close);
        });
  }

  /// Lets time pass and does what becomes due.
  public void pass(Duration duration) {
    time.pass(duration);
  }

  /// The time that the next message takes from one peer to another.
  ///
  /// @param from number of the sender
  /// @param to number of the receiver; 0 where there is none
  Duration latency(int from, int to) {
    return latency.draw(from, to, random);
  }

  /// The time that a request takes to another peer.
  Duration way(int from, int to, Request request) {
    return rounds == null ? latency(from, to) : Rounds.way(request, settings.period());
  }

  /// The time that the answer to a request takes.
  Duration wayBack(int from, int to, Request request) {
    return rounds == null ? latency(from, to) : Rounds.wayBack(request, settings.period());
  }

  /// When a loss shows, counted from when the request set off.
  Duration lossShowsAfter() {
    return rounds == null ? Fate.LOSS_SHOWS_AFTER : Rounds.lossShowsAfter(settings.period());
  }

  /// Does something now, or at the start of the next round if the peers are in step.
  void inNextRound(Runnable task) {
    if (rounds == null) {
      task.run();
    } else {
      rounds.next(task);
    }
  }

  /// What a peer answers; in step, by what it knew at the start of the round.
  Answer asOfRound(PeerAddress peer, Request request, Answer answer) {
    return rounds == null ? answer : rounds.asOfStart(peer, request, answer);
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
    if (rounds != null) {
      rounds.happened(peer.address(), event);
    }
    log.happened(peer.address(), event);
    listeners.forEach(listener -> listener.happened(peer.address(), event));
  }
}

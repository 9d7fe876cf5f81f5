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
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.fault.FaultBoard;
import p2pgossip.fault.FaultSet;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Request;
import p2pgossip.gossip.RumorId;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.NetworkMember;
import p2pgossip.steering.SteerableNetwork;
import p2pgossip.steering.Traffic;

/// What a simulated network is made of, and how its parts come together. Called with the lock of
/// its time held, but for [#later], [#listen] and what only reads.
final class Simulation {

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

  private final MessageSizes sizes;

  private PeerSettings settings;
  private long messages;
  private long bytes;
  private boolean closed;

  /// The topology of the plan is left to the caller.
  ///
  /// @param generators of the engines, by the index of the peer; null for such as the seed gives
  Simulation(
      SimulationPlan plan,
      Wires wires,
      long seed,
      VirtualTime time,
      NetworkListener listener,
      @Nullable IntFunction<RandomGenerator> generators) {
    this.time = time;
    this.settings = plan.settings();
    this.sizes = plan.sizes();
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
                plan.sentences(),
                plan.names(),
                generators == null ? _ -> newRandom(random.nextLong()) : generators),
            plan.peers());
    Instant began = time.instant();
    for (int count = 0; count < plan.peers(); count++) {
      SimulatedPeer peer = members.create(settings, began);
      after(untilFirstPeriod(settings), peer::begin);
    }
    var _ = faults.listen(inForce -> time.soon(() -> faultsChanged(inForce)));
  }

  static RandomGenerator newRandom(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// How long until the first period of a peer that begins now. It is random, so that peers don't
  /// act in step unless they shall.
  private Duration untilFirstPeriod(PeerSettings of) {
    return ways.untilNextRound(now(), of.period())
        .orElseGet(() -> Duration.ofNanos(random.nextLong(of.period().toNanos())));
  }

  Instant now() {
    return time.instant();
  }

  InstantSource clock() {
    return time;
  }

  Members members() {
    return members;
  }

  /// The member at an address, running or not; null where there is none.
  @Nullable SimulatedPeer find(PeerAddress address) {
    return members.find(address);
  }

  FaultBoard faults() {
    return faults;
  }

  SpreadLog log() {
    return log;
  }

  /// With which peers begin from now on.
  PeerSettings settings() {
    return settings;
  }

  SteerableNetwork.Listening listen(NetworkListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void faultsChanged(FaultSet inForce) {
    members.all().forEach(peer -> peer.freeze(inForce.isFrozen(peer.address())));
  }

  /// As in [SteerableNetwork#restart].
  CompletableFuture<NetworkMember> restart(PeerAddress member, PeerSettings own) {
    SimulatedPeer peer = members.find(member);
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

  /// As in [SteerableNetwork#add].
  CompletableFuture<NetworkMember> add(int neighbors) {
    if (closed) {
      return CompletableFuture.failedFuture(new IllegalStateException("the network has ended"));
    }
    if (members.all().size() >= SimulatedAddresses.MOST) {
      return CompletableFuture.failedFuture(
          new IllegalStateException(
              "a simulation has at most " + SimulatedAddresses.MOST + " peers"));
    }
    List<SimulatedPeer> candidates = new ArrayList<>(members.all());
    candidates.removeIf(SimulatedPeer::hasEnded);
    Collections.shuffle(candidates, Random.from(choices));
    List<SimulatedPeer> targets = candidates.subList(0, Math.min(neighbors, candidates.size()));
    SimulatedPeer peer = members.add(targets, settings, now());
    peer.begin(targets.stream().map(SimulatedPeer::address).toList(), untilFirstPeriod(settings));
    return CompletableFuture.completedFuture(peer.member());
  }

  /// As in [SteerableNetwork#spreadAnywhere].
  @Nullable RumorId spreadAnywhere(String text) {
    List<SimulatedPeer> running =
        members.all().stream().filter(peer -> !peer.hasEnded() && !peer.isOriginal()).toList();
    return running.isEmpty() ? null : running.get(choices.nextInt(running.size())).spread(text);
  }

  void change(UnaryOperator<PeerSettings> how) {
    settings = how.apply(settings);
    members.all().forEach(peer -> peer.change(how));
  }

  void stepPeriod() {
    List<SimulatedPeer> all = new ArrayList<>(members.all());
    Collections.shuffle(all, Random.from(choices));
    all.forEach(SimulatedPeer::stepPeriod);
  }

  /// Does something after a pause, unless the network has ended by then.
  void later(Duration pause, Runnable task) {
    after(
        pause,
        () -> {
          if (!closed) {
            task.run();
          }
        });
  }

  void close() {
    closed = true;
    members.all().forEach(SimulatedPeer::close);
  }

  /// A peer sends a request.
  void sent() {
    messages++;
  }

  /// A request has arrived and is answered.
  void answered(PeerAddress from, Request request, Answer answer) {
    bytes += sizes.of(from, request, answer);
  }

  Traffic traffic() {
    return new Traffic(messages, bytes);
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

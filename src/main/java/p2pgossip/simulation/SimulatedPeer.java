package p2pgossip.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.Caller;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEngine;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Outgoing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Step;
import p2pgossip.steering.NetworkMember;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.steering.Watches;

/// An engine on a simulated network. What it sends reaches the other peers, and their answers reach
/// it, unless a message is lost, the link is cut, or one of the two peers does not run. All is
/// called with the lock of the network held; [#steered] is for other threads.
final class SimulatedPeer {

  static final Failure NOBODY = new Failure(Failure.Kind.UNREACHABLE, "nothing listens there");

  private static final Duration GOODBYE_TIME = Duration.ofSeconds(1);

  private enum State {
    RUNNING,
    /// Takes requests and answers none.
    STOPPED,
    ENDED
  }

  private final Simulation network;
  private final int number;
  private final boolean original;
  private final SteeredPeer steered;
  private final List<Runnable> held = new ArrayList<>();

  /// Read without the lock.
  private volatile GossipEngine engine;

  private Watches watches;
  private State state = State.RUNNING;
  private boolean frozen;
  private Instant stoppedAt = Instant.MIN;
  private Duration asleep = Duration.ZERO;
  private final PeerAddress address;
  private @Nullable Instant wakeAt;

  /// @param number from 1
  /// @param original whether it behaves like the original
  SimulatedPeer(Simulation network, int number, boolean original, GossipEngine engine) {
    this.network = network;
    this.number = number;
    this.original = original;
    this.engine = engine;
    this.address = engine.address();
    this.watches = newWatches();
    this.steered = new SteeredPeer(this, network);
  }

  /// Those of one life of the peer.
  private Watches newWatches() {
    return new Watches(network.lock(), () -> engine.snapshot(time()));
  }

  boolean isOriginal() {
    return original;
  }

  GossipEngine engine() {
    return engine;
  }

  PeerAddress address() {
    return address;
  }

  int number() {
    return number;
  }

  /// For other threads, and for callers that look at one peer.
  SteerablePeer steered() {
    return steered;
  }

  void connect(PeerAddress target) {
    act(now -> engine.connect(target, now));
  }

  void retryUnreachable() {
    act(engine::retryUnreachable);
  }

  /// @throws IllegalStateException when the peer has ended
  RumorId spread(String text) {
    if (hasEnded()) {
      throw new IllegalStateException("the peer at " + address + " has ended");
    }
    GossipEngine.Told told = engine.spread(text, time());
    takeInNextRound(told.step());
    return told.rumor();
  }

  void stepPeriod() {
    act(engine::stepPeriod);
  }

  void forgetRumors() {
    act(engine::forgetRumors);
  }

  PeerSnapshot snapshot() {
    return engine.snapshot(time());
  }

  PeerWatch watch(PeerWatcher watcher) {
    return watches.begin(watcher);
  }

  /// Takes a step, unless the peer has ended.
  void act(Function<Instant, Step> action) {
    if (!hasEnded()) {
      drive(action);
    }
  }

  NetworkMember member() {
    return new NetworkMember(number, address, original, !hasEnded());
  }

  void begin() {
    drive(now -> engine.begin(List.of(), now));
    network.joined(this);
  }

  /// @param targets to which it connects
  /// @param firstPeriodIn how long until its first period
  void begin(List<PeerAddress> targets, Duration firstPeriodIn) {
    drive(now -> engine.begin(targets, firstPeriodIn, now));
    network.joined(this);
  }

  /// Lets a fault freeze the peer, or ends that. Its clock runs on meanwhile.
  void freeze(boolean freezes) {
    if (frozen == freezes || hasEnded()) {
      return;
    }
    frozen = freezes;
    if (freezes) {
      stop();
    } else {
      goOn(false);
    }
  }

  /// Suspends the peer: it does nothing and answers nothing until it wakes.
  void stop() {
    state = State.STOPPED;
    stoppedAt = network.now();
  }

  /// Wakes the peer.
  ///
  /// @param slept whether its clock has stood still meanwhile
  void goOn(boolean slept) {
    state = State.RUNNING;
    if (slept) {
      asleep = asleep.plus(Duration.between(stoppedAt, network.now()));
    }
    List<Runnable> due = List.copyOf(held);
    held.clear();
    due.forEach(Runnable::run);
    Instant next = wakeAt;
    if (next != null) {
      plan(next);
    }
  }

  /// Ends the peer as in a crash. Idempotent.
  void close() {
    if (hasEnded()) {
      return;
    }
    state = State.ENDED;
    frozen = false;
    held.clear();
    wakeAt = null;
    GossipEvent stopped = new GossipEvent.Stopped(network.now(), address);
    watches.end(stopped);
    network.happened(this, stopped);
    network.ended(this);
  }

  /// Starts the peer again; it knows `targets` and no other peers.
  ///
  /// @param firstPeriodIn how long until its first period
  void restart(GossipEngine fresh, List<PeerAddress> targets, Duration firstPeriodIn) {
    state = State.RUNNING;
    engine = fresh;
    watches = newWatches();
    drive(now -> fresh.begin(targets, firstPeriodIn, now));
    network.joined(this);
  }

  /// Lets the peer say goodbye, answer for a moment longer, and end.
  ///
  /// @return completes when the peer has ended
  CompletableFuture<Void> leave() {
    CompletableFuture<Void> gone = new CompletableFuture<>();
    if (hasEnded()) {
      gone.complete(null);
      return gone;
    }
    drive(engine::leave);
    GossipEngine leaving = engine;
    network.after(
        GOODBYE_TIME,
        () -> {
          if (leaving == engine) {
            close();
          }
          gone.complete(null);
        });
    return gone;
  }

  void change(UnaryOperator<PeerSettings> how) {
    act(
        now -> {
          PeerSettings changed = how.apply(engine.settings());
          return engine.change(original ? changed.asOriginal() : changed, now);
        });
  }

  boolean hasEnded() {
    return state == State.ENDED;
  }

  boolean isRunning() {
    return state == State.RUNNING;
  }

  /// The peer's clock, which stands still while the peer sleeps.
  private Instant time() {
    return network.now().minus(asleep);
  }

  void drive(Function<Instant, Step> action) {
    take(action.apply(time()));
  }

  /// Does something for the engine that asked for it, unless another runs by then.
  void whenAwake(GossipEngine run, Runnable task) {
    if (run != engine || state == State.ENDED) {
      return;
    }
    if (state == State.STOPPED) {
      held.add(() -> whenAwake(run, task));
    } else {
      task.run();
    }
  }

  /// Carries out a step of the engine.
  void take(Step step) {
    note(step);
    List<Outgoing> requests = step.requests();
    for (int i = 0; i < requests.size(); i++) {
      send(requests.get(i));
    }
  }

  /// Carries out a step to which something that was heard has led. In step, rumours are passed on
  /// in the next round only.
  private void takeInNextRound(Step step) {
    note(step);
    GossipEngine run = engine;
    for (Outgoing outgoing : step.requests()) {
      if (outgoing.request() instanceof Request.Tell) {
        network
            .ways()
            .inNextRound(
                () -> {
                  if (run == engine && !hasEnded()) {
                    send(outgoing);
                  }
                });
      } else {
        send(outgoing);
      }
    }
  }

  /// Records a step without sending anything.
  void note(Step step) {
    for (GossipEvent event : step.events()) {
      watches.tell(event);
      network.happened(this, event);
    }
    Instant next = step.wakeAt();
    if (next != null && !next.equals(wakeAt)) {
      plan(next);
    }
    wakeAt = next;
  }

  private void plan(Instant next) {
    network.at(next.plus(asleep), () -> wake(next));
  }

  private void wake(Instant planned) {
    if (planned.equals(wakeAt) && isRunning() && !time().isBefore(planned)) {
      wakeAt = null;
      drive(engine::tick);
    }
  }

  /// A frozen peer sends once it thaws.
  private void send(Outgoing outgoing) {
    if (isRunning()) {
      sendAwake(outgoing);
    } else {
      whenAwake(engine, () -> sendAwake(outgoing));
    }
  }

  private void sendAwake(Outgoing outgoing) {
    network.sent();
    SimulatedPeer to = network.find(outgoing.request().to());
    if (to != null) {
      new Trip(network, this, to, outgoing).depart();
      return;
    }
    GossipEngine run = engine;
    network.after(
        network.ways().there(number, 0, outgoing.request()),
        () -> whenAwake(run, () -> drive(now -> run.failed(outgoing, NOBODY, now))));
  }

  /// Hands an answer to the engine that asked.
  static Step taken(
      GossipEngine run, Outgoing outgoing, Answer answer, Duration roundTrip, Instant now) {
    return switch (answer) {
      case Answer.Given(Reply reply) -> run.answered(outgoing, reply, roundTrip, now);
      case Answer.Refused(String reason, boolean _) ->
          run.failed(outgoing, new Failure(Failure.Kind.REFUSED, reason), now);
    };
  }

  /// The answer of this peer to the peer at `from`.
  Answer answer(PeerAddress from, Request request) {
    Request shown =
        request instanceof Request.Handshake(PeerAddress to, var _)
            ? new Request.Handshake(to, from)
            : request;
    // As a real peer does: an answer that changes nothing takes no step.
    Reply atOnce = engine.answerAtOnce(shown);
    if (atOnce != null) {
      return new Answer.Given(atOnce);
    }
    GossipEngine.Answered answered = engine.answer(new Caller(from.ip()), shown, time());
    takeInNextRound(answered.step());
    return network.ways().asOfRound(address, request, answered.answer());
  }
}

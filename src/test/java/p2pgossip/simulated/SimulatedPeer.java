package p2pgossip.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.Caller;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEngine;
import p2pgossip.gossip.Outgoing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.gossip.Step;

/// One engine on a [SimulatedNetwork]: what it sends arrives at the others, and their answers at it, unless
/// the way is cut, or one of the two is away.
final class SimulatedPeer {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(5);
  private static final Failure NO_ANSWER =
      new Failure(Failure.Kind.TIMED_OUT, "no answer within 5 s");
  private static final Failure NOBODY =
      new Failure(Failure.Kind.UNREACHABLE, "nobody listens there");

  private enum State {
    RUNNING,
    /// Takes requests and does nothing.
    STOPPED,
    ENDED
  }

  private final SimulatedNetwork network;
  private final List<Runnable> held = new ArrayList<>();
  private GossipEngine engine;
  private State state = State.RUNNING;
  private Instant stoppedAt = Instant.MIN;
  private Duration asleep = Duration.ZERO;
  private final PeerAddress address;
  private @Nullable Instant wakeAt;

  SimulatedPeer(SimulatedNetwork network, GossipEngine engine) {
    this.network = network;
    this.engine = engine;
    this.address = engine.snapshot(network.now()).address();
  }

  GossipEngine engine() {
    return engine;
  }

  PeerAddress address() {
    return address;
  }

  void begin() {
    drive(now -> engine.begin(List.of(), now));
  }

  /// It neither does anything nor answers until it goes on.
  void stop() {
    state = State.STOPPED;
    stoppedAt = network.now();
  }

  /// It goes on.
  ///
  /// @param slept whether its time has stood still meanwhile
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

  /// It ends as in a crash.
  void end() {
    state = State.ENDED;
    wakeAt = null;
  }

  /// It is started anew, and knows nobody but `targets`.
  void restart(GossipEngine fresh, List<PeerAddress> targets) {
    state = State.RUNNING;
    engine = fresh;
    drive(now -> fresh.begin(targets, now));
  }

  /// It says goodbye, answers for a moment yet, and ends.
  void leave() {
    drive(engine::leave);
    network.after(Duration.ofSeconds(1), this::end);
  }

  boolean isRunning() {
    return state == State.RUNNING;
  }

  /// Its own time, which stands still while it sleeps.
  private Instant time() {
    return network.now().minus(asleep);
  }

  void drive(Function<Instant, Step> action) {
    take(action.apply(time()));
  }

  private void whenAwake(GossipEngine run, Runnable task) {
    if (run != engine || state == State.ENDED) {
      return;
    }
    if (state == State.STOPPED) {
      held.add(() -> whenAwake(run, task));
    } else {
      task.run();
    }
  }

  /// Does what the engine wants done.
  void take(Step step) {
    note(step);
    step.requests().forEach(this::send);
  }

  /// Takes note of a step without sending anything.
  void note(Step step) {
    network.happened(this, step);
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

  private void send(Outgoing outgoing) {
    Instant sent = network.now();
    GossipEngine run = engine;
    SimulatedPeer to = network.at(outgoing.request().to());
    network.after(
        network.latency(),
        () -> {
          if (to.state == State.ENDED && !network.isCut(address, to.address)) {
            failed(run, outgoing, NOBODY);
          } else if (!to.isRunning() || network.isCut(address, to.address)) {
            network.at(sent.plus(TIME_LIMIT), () -> failed(run, outgoing, NO_ANSWER));
          } else {
            Answer answer = to.answer(address, outgoing.request());
            network.after(network.latency(), () -> arrived(run, outgoing, answer, sent, to));
          }
        });
  }

  private void failed(GossipEngine run, Outgoing outgoing, Failure failure) {
    whenAwake(run, () -> drive(now -> run.failed(outgoing, failure, now)));
  }

  private void arrived(
      GossipEngine run, Outgoing outgoing, Answer answer, Instant sent, SimulatedPeer from) {
    if (network.isCut(from.address, address)) {
      network.at(sent.plus(TIME_LIMIT), () -> failed(run, outgoing, NO_ANSWER));
      return;
    }
    whenAwake(
        run,
        () -> {
          Duration roundTrip = Duration.between(sent, network.now());
          drive(now -> taken(run, outgoing, answer, roundTrip, now));
        });
  }

  /// What the one that asked makes of the answer.
  static Step taken(
      GossipEngine run, Outgoing outgoing, Answer answer, Duration roundTrip, Instant now) {
    return switch (answer) {
      case Answer.Given(Reply reply) -> run.answered(outgoing, reply, roundTrip, now);
      case Answer.Refused(String reason, boolean _) ->
          run.failed(outgoing, new Failure(Failure.Kind.REFUSED, reason), now);
    };
  }

  /// What this peer answers to the one at `from`.
  Answer answer(PeerAddress from, Request request) {
    Request shown =
        request instanceof Request.Handshake(PeerAddress to, var _)
            ? new Request.Handshake(to, from)
            : request;
    GossipEngine.Answered answered = engine.answer(new Caller(from.ip()), shown, time());
    take(answered.step());
    return answered.answer();
  }
}

package p2pgossip.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import p2pgossip.fault.Fate;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEngine;
import p2pgossip.gossip.Outgoing;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Step;

/// One request and its answer. Faults may make several copies of either. The first answer that
/// arrives counts; a failure counts once no copy is left that could be answered. The engine that
/// sent the request hears of it once.
final class Trip {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(5);
  private static final Failure NO_ANSWER =
      new Failure(Failure.Kind.TIMED_OUT, "no answer within 5 s");
  private static final Failure LOST = Fate.noAnswerWithin(Fate.LOSS_SHOWS_AFTER);

  private final Simulation network;
  private final SimulatedPeer from;
  private final SimulatedPeer to;
  private final Outgoing outgoing;
  private final GossipEngine run;
  private final Instant sent;

  /// Copies of the request or of its answer that may still lead to an answer.
  private int open = 1;

  private boolean told;

  Trip(Simulation network, SimulatedPeer from, SimulatedPeer to, Outgoing outgoing) {
    this.network = network;
    this.from = from;
    this.to = to;
    this.outgoing = outgoing;
    this.run = from.engine();
    this.sent = network.now();
  }

  void depart() {
    Fate fate = network.ways().fate(from.address(), to.address());
    meet(fate, wayThere(), this::wayThere, this::arrive);
  }

  private Duration wayThere() {
    return network.ways().there(from.number(), to.number(), outgoing.request());
  }

  private Duration wayBack() {
    return network.ways().back(to.number(), from.number(), outgoing.request());
  }

  /// @param latency of the first copy. Drawn for a lost message too, so that a loss leaves the
  ///     other latencies as they are
  /// @param way draws that of another copy
  private void meet(Fate fate, Duration latency, Supplier<Duration> way, Runnable arrival) {
    if (fate.isInTime()) {
      network.after(latency, arrival);
      return;
    }
    if (fate.isLost()) {
      lose();
      return;
    }
    List<Duration> arrivals = fate.arrivals();
    open += arrivals.size() - 1;
    for (int copy = 0; copy < arrivals.size(); copy++) {
      Duration late = arrivals.get(copy);
      if (late.isPositive()) {
        giveUpInTime();
      }
      network.after(late.plus(copy == 0 ? latency : way.get()), arrival);
    }
  }

  private void lose() {
    open--;
    if (open == 0) {
      network.at(sent.plus(network.ways().lossShowsAfter()), () -> giveUp(LOST));
    }
  }

  private void giveUpInTime() {
    network.at(sent.plus(TIME_LIMIT), () -> giveUp(NO_ANSWER));
  }

  private void arrive() {
    if (to.hasEnded() && !network.ways().isCut(from.address(), to.address())) {
      fail(SimulatedPeer.NOBODY);
    } else if (!to.isRunning() || network.ways().isCut(from.address(), to.address())) {
      giveUpInTime();
    } else {
      Answer answer = to.answer(from.address(), outgoing.request());
      network.answered(from.address(), outgoing.request(), answer);
      Fate fate = network.ways().fate(to.address(), from.address());
      meet(fate, wayBack(), this::wayBack, () -> comeBack(answer));
    }
  }

  private void comeBack(Answer answer) {
    if (network.ways().isCut(to.address(), from.address())) {
      giveUpInTime();
      return;
    }
    switch (answer) {
      case Answer.Given(Reply reply) ->
          tell(now -> run.answered(outgoing, reply, Duration.between(sent, network.now()), now));
      case Answer.Refused(String reason, boolean _) ->
          fail(new Failure(Failure.Kind.REFUSED, reason));
    }
  }

  /// One copy is lost.
  private void fail(Failure failure) {
    open--;
    if (open == 0) {
      giveUp(failure);
    }
  }

  private void giveUp(Failure failure) {
    tell(now -> run.failed(outgoing, failure, now));
  }

  private void tell(Function<Instant, Step> action) {
    from.whenAwake(
        run,
        () -> {
          if (!told) {
            told = true;
            from.drive(action);
          }
        });
  }
}

package p2pgossip.simulated;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Admission;
import p2pgossip.gossip.GossipEngine;
import p2pgossip.gossip.Outgoing;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.gossip.Step;

/// One engine on a [SimulatedNetwork]: what it sends arrives at the others, and their answers at it.
final class SimulatedPeer {

  private final SimulatedNetwork network;
  private final GossipEngine engine;
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

  void drive(Function<Instant, Step> action) {
    take(action.apply(network.now()));
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
      network.at(next, () -> wake(next));
    }
    wakeAt = next;
  }

  private void wake(Instant planned) {
    if (planned.equals(wakeAt)) {
      wakeAt = null;
      drive(engine::tick);
    }
  }

  private void send(Outgoing outgoing) {
    Instant sent = network.now();
    SimulatedPeer to = network.at(outgoing.request().to());
    network.after(
        network.latency(),
        () -> {
          Reply reply = to.answer(address, outgoing.request());
          network.after(
              network.latency(),
              () -> {
                Duration roundTrip = Duration.between(sent, network.now());
                drive(now -> engine.answered(outgoing, reply, roundTrip, now));
              });
        });
  }

  /// What this peer answers to the one at `from`.
  Reply answer(PeerAddress from, Request request) {
    Instant now = network.now();
    return switch (request) {
      case Request.Handshake _ -> new Reply.Introduced(engine.self());
      case Request.AskKnownPeers _ -> new Reply.Known(engine.knownPeers().announced(), 0);
      case Request.Connect(PeerAddress _, var caller) -> {
        GossipEngine.Called called = engine.connectRequested(from.ip(), caller, now);
        take(called.step());
        if (called.admission() instanceof Admission.Refused(String reason, boolean _)) {
          throw new AssertionError(reason);
        }
        yield new Reply.Accepted();
      }
      case Request.Tell(PeerAddress _, var message) -> {
        GossipEngine.Heard heard = engine.received(from.ip(), message, now);
        take(heard.step());
        yield new Reply.Heard(heard.hearing());
      }
      case Request.Exchange(PeerAddress _, PeerAddress asker, var digest) -> {
        GossipEngine.Asked asked = engine.asked(from.ip(), asker, digest, now);
        take(asked.step());
        yield asked.answer();
      }
      case Request.AskSettings _ -> new Reply.SettingsShown(engine.settings());
      case Request.Tune(PeerAddress _, PeerAddress tuner, var tuning) -> {
        take(engine.tuned(from.ip(), tuner, tuning, now));
        yield new Reply.SettingsShown(engine.settings());
      }
      case Request.Leave(PeerAddress _, var leaver) -> {
        take(engine.left(from.ip(), leaver, now));
        yield new Reply.Released();
      }
    };
  }
}

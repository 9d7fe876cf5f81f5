package p2pgossip.profile;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Step;

/// The time that a peer's engine took to say what is to be done, in a flight recording.
@Name("p2pgossip.EngineStep")
@Label("Engine Step")
@Category("p2pgossip")
@Description("A peer's engine was told something and said what is to be sent and what happened")
@StackTrace(false)
final class EngineStepEvent extends Event {

  @Label("Peer")
  @Nullable String peer;

  @Label("Events")
  @Description("What happened in this step")
  int events;

  @Label("Requests")
  @Description("Requests that this step asks to send")
  int requests;

  private EngineStepEvent() {
    super();
  }

  /// The engine is told something now.
  static EngineStepEvent begun() {
    EngineStepEvent event = new EngineStepEvent();
    event.begin();
    return event;
  }

  void ended(PeerAddress address, Step step) {
    end();
    if (shouldCommit()) {
      peer = address.toString();
      events = step.events().size();
      requests = step.requests().size();
      commit();
    }
  }
}

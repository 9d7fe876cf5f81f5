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

/// The time that a peer's engine takes for a step, in a flight recording.
@Name("p2pgossip.EngineStep")
@Label("Engine Step")
@Category("p2pgossip")
@Description("A peer's engine took an input and returned requests to send and events")
@StackTrace(false)
final class EngineStepEvent extends Event {

  @Label("Peer")
  @Nullable String peer;

  @Label("Events")
  @Description("Events of this step")
  int events;

  @Label("Requests")
  @Description("Requests to send after this step")
  int requests;

  private EngineStepEvent() {
    super();
  }

  /// The step begins now.
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

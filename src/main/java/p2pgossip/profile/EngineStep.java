package p2pgossip.profile;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Step;

/// The time that a peer's engine took to say what is to be done, for whoever records it.
public final class EngineStep {

  private final @Nullable EngineStepEvent event;

  private EngineStep(@Nullable EngineStepEvent event) {
    this.event = event;
  }

  /// The engine is told something now.
  public static EngineStep begun() {
    return new EngineStep(Flight.isRecorded() ? EngineStepEvent.begun() : null);
  }

  public void ended(PeerAddress address, Step step) {
    if (event != null) {
      event.ended(address, step);
    }
  }
}

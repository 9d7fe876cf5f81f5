package p2pgossip.profile;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Step;

/// Records the time that a peer's engine takes for a step, if a recording is in progress.
public final class EngineStep {

  private final @Nullable EngineStepEvent event;

  private EngineStep(@Nullable EngineStepEvent event) {
    this.event = event;
  }

  /// The step begins now.
  public static EngineStep begun() {
    return new EngineStep(JfrStatus.isRecording() ? EngineStepEvent.begun() : null);
  }

  public void ended(PeerAddress address, Step step) {
    if (event != null) {
      event.ended(address, step);
    }
  }
}

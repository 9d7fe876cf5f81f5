package p2pgossip.peer;

import java.time.Duration;
import java.time.Instant;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Step;
import p2pgossip.profile.EngineStep;
import p2pgossip.profile.Meter;
import p2pgossip.profile.Period;

/// Measures one step of an engine, and the period that may begin in it.
///
/// @param planned when the next period was due, before the step
/// @param now when the step is taken, by the same clock
record StepTiming(EngineStep event, Instant planned, Instant now) {

  static StepTiming begin(Instant planned, Instant now) {
    return new StepTiming(EngineStep.begun(), planned, now);
  }

  /// @param length of a period
  void end(PeerAddress address, Step step, Duration length, Meter meter) {
    event.ended(address, step);
    for (GossipEvent happened : step.events()) {
      if (happened instanceof GossipEvent.PeriodBegan began) {
        Duration late = Duration.between(planned, now);
        Duration lateness = late.isNegative() ? Duration.ZERO : late;
        meter.periodBegan(lateness, length);
        Period.began(address, began, lateness);
      }
    }
  }
}

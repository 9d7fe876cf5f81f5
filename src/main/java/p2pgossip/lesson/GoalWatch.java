package p2pgossip.lesson;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.RumorId;

/// Watches whether a goal is reached, from one observation to the next. Immutable.
///
/// @param before the newest rumour when the task was set; null if there was none
/// @param begun whether anything has been observed
/// @param wasCut whether the network has been cut since
/// @param reached whether the goal has been reached; stays so
public record GoalWatch(
    Goal goal, @Nullable RumorId before, boolean begun, boolean wasCut, boolean reached) {

  public static GoalWatch of(Goal goal) {
    return new GoalWatch(goal, null, false, false, false);
  }

  /// Once this has been seen as well.
  public GoalWatch after(Observed seen) {
    RumorId first = begun ? before : seen.rumor();
    boolean cut = wasCut || seen.cut();
    return new GoalWatch(goal, first, true, cut, reached || isReached(seen, first, cut));
  }

  private boolean isReached(Observed seen, @Nullable RumorId first, boolean cut) {
    return switch (goal) {
      case Goal.ExactlyHalfHeard() ->
          seen.rumor() != null
              && seen.stopped()
              && seen.population() > 1
              && (seen.reached() == seen.population() / 2
                  || seen.reached() == Math.ceilDiv(seen.population(), 2));
      case Goal.AllHeard() ->
          seen.rumor() != null && seen.population() > 1 && seen.reached() >= seen.population();
      case Goal.StoppedShort() ->
          seen.rumor() != null && seen.stopped() && seen.reached() < seen.population();
      case Goal.RumorTold() -> seen.rumor() != null && !seen.rumor().equals(first);
      case Goal.Running(int count) -> seen.running() == count;
      case Goal.Connected() -> seen.parts() == 1 && seen.running() > 1;
      case Goal.InParts(int count) -> seen.parts() == count;
      case Goal.PartitionHealed() -> cut && !seen.cut();
    };
  }
}

package p2pgossip.ui.model;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.Observation;
import p2pgossip.network.Run;
import p2pgossip.steering.NetworkMember;
import p2pgossip.swarm.Swarm;
import p2pgossip.swarm.SwarmPlan;

/// Tells the picture of the network when a run of a swarm begins and ends, and numbers the runs
/// from 1. FX thread only.
final class RunAnnouncer {

  private final InstantSource clock;
  private final Consumer<Observation> observer;
  private int count;

  /// The run that has not ended yet. Null if there is none.
  private @Nullable Run current;

  /// @param observer is told when a run begins and ends
  RunAnnouncer(InstantSource clock, Consumer<Observation> observer) {
    this.clock = clock;
    this.observer = observer;
  }

  /// A run begins. To be called before any of its members is watched: all that happens to them is
  /// then known to belong to this run.
  void begin(RunTitle title, SwarmPlan plan, Swarm swarm) {
    count++;
    Run begun =
        new Run(
            count,
            title.scenario(),
            title.variant(),
            1,
            plan.topology().label(),
            plan.seed(),
            plan.originals(),
            swarm.members().stream().map(NetworkMember::address).toList(),
            Run.Time.REAL);
    current = begun;
    observer.accept(new Observation.RunBegan(clock.instant(), begun));
  }

  /// The run ends, if there is one. To be called before its peers end one after another: what that
  /// does to its rumours is no part of their spread.
  void end() {
    Run over = current;
    current = null;
    if (over != null) {
      observer.accept(new Observation.RunEnded(clock.instant(), over.number()));
    }
  }
}

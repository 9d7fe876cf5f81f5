package p2pgossip.ui.model;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.Observation;
import p2pgossip.network.Run;
import p2pgossip.steering.NetworkMember;
import p2pgossip.steering.SteerableNetwork;
import p2pgossip.swarm.SwarmPlan;

/// Tells the picture of the network when a run of a swarm begins and ends, and numbers the runs
/// from 1. FX thread only.
final class RunAnnouncer {

  private final Consumer<Observation> observer;
  private int count;
  private Instant latest = Instant.MIN;

  /// The run that has not ended yet. Null if there is none.
  private @Nullable Current current;

  private record Current(Run run, InstantSource clock) {}

  /// @param observer is told when a run begins and ends
  RunAnnouncer(Consumer<Observation> observer) {
    this.observer = observer;
  }

  /// A run begins. To be called before any of its members is watched: all that happens to them is
  /// then known to belong to this run.
  void begin(RunTitle title, SwarmPlan plan, SteerableNetwork network) {
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
            network.members().stream().map(NetworkMember::address).toList(),
            network.time(),
            plan.traits().inStepIn(network.time()));
    current = new Current(begun, network.clock());
    observer.accept(new Observation.RunBegan(network.clock().instant(), begun));
  }

  /// When the last run ended, by its own clock; the distant past where none did.
  Instant latest() {
    return latest;
  }

  /// The run ends, if there is one. To be called before its peers end one after another: what that
  /// does to its rumours is no part of their spread.
  void end() {
    Current over = current;
    current = null;
    if (over != null) {
      latest = over.clock().instant();
      observer.accept(new Observation.RunEnded(over.clock().instant(), over.run().number()));
    }
  }
}

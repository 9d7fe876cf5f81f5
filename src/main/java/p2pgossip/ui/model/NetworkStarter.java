package p2pgossip.ui.model;

import java.io.IOException;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.Run;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.simulation.SimulatedNetwork;
import p2pgossip.simulation.SimulationPlan;
import p2pgossip.simulation.VirtualTime;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.SteerableNetwork;
import p2pgossip.swarm.Swarm;
import p2pgossip.swarm.SwarmPlan;

/// Puts up networks: of real peers, or simulated. Used by several threads at a time.
final class NetworkStarter {

  private final PeerRuntime runtime;

  NetworkStarter(PeerRuntime runtime) {
    this.runtime = runtime;
  }

  /// A network that is up.
  ///
  /// @param time that somebody has to let pass; null where time passes by itself
  record Started(SteerableNetwork network, @Nullable VirtualTime time) {}

  /// Waits until all peers run.
  ///
  /// @param earliest a simulated network is not up before, by its virtual time
  /// @param cancelled called now and then
  /// @throws java.util.concurrent.CancellationException when it was cancelled
  /// @throws IOException when no port is free, with the reason
  Started start(
      SwarmPlan plan, Instant earliest, NetworkListener listener, BooleanSupplier cancelled)
      throws IOException {
    if (plan.time() == Run.Time.REAL) {
      return new Started(Swarm.start(plan, runtime, listener, count -> {}, cancelled), null);
    }
    Instant now = runtime.clock().instant();
    Instant up = now.isBefore(earliest) ? earliest : now;
    VirtualTime time = new VirtualTime(up.minus(SimulatedNetwork.settingUp(plan.settings())));
    SimulatedNetwork network =
        SimulatedNetwork.start(
            new SimulationPlan(
                    plan.peers(),
                    plan.originals(),
                    plan.topology(),
                    plan.settings(),
                    plan.seed(),
                    plan.traits().latencyOrUsual(),
                    plan.traits().inStep())
                .withSentences(runtime.sentences())
                .withNames(plan.traits().names()::of),
            time,
            listener);
    return new Started(network, time);
  }
}

package p2pgossip.experiment;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.Run;
import p2pgossip.peer.FreePorts;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Variant;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.SteerableNetwork;
import p2pgossip.steering.Traffic;
import p2pgossip.swarm.Swarm;
import p2pgossip.swarm.SwarmPlan;

/// Real peers in real time. They share a runtime of their own, so that nothing is left over from
/// the run before.
public final class RealStage implements Stage {

  private static final long LOOK_MILLIS = 20;

  private final PeerRuntime runtime;
  private final int firstPort;
  private @Nullable Swarm swarm;

  private RealStage(PeerRuntime runtime, int firstPort) {
    this.runtime = runtime;
    this.firstPort = firstPort;
    runtime.keepOwnTime();
  }

  /// Makes the runtime that the peers of a run share.
  public interface Runtimes {

    /// @return a new runtime for each run; its stage closes it
    /// @throws IOException when none can be made, in words for the user
    PeerRuntime make(long seed) throws IOException;
  }

  /// Stages on the usual ports.
  public static Stage.Maker of(Runtimes runtimes) {
    return of(runtimes, FreePorts.FIRST, InstantSource.system());
  }

  /// @param firstPort as in [SwarmPlan]
  /// @param clock for the time of the report
  public static Stage.Maker of(Runtimes runtimes, int firstPort, InstantSource clock) {
    return new Stage.Maker() {
      @Override
      public InstantSource clock() {
        return clock;
      }

      @Override
      public Run.Time time() {
        return Run.Time.REAL;
      }

      @Override
      public Stage make(long seed) throws IOException {
        return new RealStage(runtimes.make(seed), firstPort);
      }
    };
  }

  @Override
  public InstantSource clock() {
    return runtime.clock();
  }

  @Override
  public boolean secure() {
    return runtime.security().isPresent();
  }

  @Override
  public SteerableNetwork putUp(
      Scenario scenario, Variant run, NetworkListener listener, BooleanSupplier cancelled)
      throws IOException {
    SwarmPlan plan =
        SwarmPlan.of(SwarmPlan.requireRoomFor(scenario, Run.Time.REAL), run, Run.Time.REAL)
            .withFirstPort(firstPort);
    swarm = Swarm.start(plan, runtime, listener, _ -> {}, cancelled);
    return swarm;
  }

  @Override
  public void await(BooleanSupplier over) throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    while (!over.getAsBoolean()) {
      boolean _ = never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public Traffic traffic() {
    return new Traffic(runtime.meter().read().sent().total(), runtime.bytes());
  }

  /// Ends the peers before the runtime that they use.
  @Override
  public void close() {
    Swarm started = swarm;
    if (started != null) {
      started.close();
    }
    runtime.close();
  }
}

package p2pgossip.experiment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.MessageSource;
import p2pgossip.net.HttpSize;
import p2pgossip.network.Run;
import p2pgossip.peer.WordLists;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Variant;
import p2pgossip.simulation.MessageSizes;
import p2pgossip.simulation.SimulatedNetwork;
import p2pgossip.simulation.SimulationPlan;
import p2pgossip.simulation.VirtualTime;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.SteerableNetwork;
import p2pgossip.steering.Traffic;

/// Simulated peers in virtual time, which passes as fast as the machine allows. The same scenario
/// with the same seed gives the same run.
public final class VirtualStage implements Stage {

  /// Each run begins at the same moment. Bytes are not counted.
  public static final Stage.Maker MAKER = new Maker(MessageSizes.UNKNOWN);

  /// The same, where bytes are counted: those that the messages would have over HTTP. It takes
  /// longer, since each message is written.
  static final Stage.Maker COUNTING_BYTES = new Maker(HttpSize::of);

  private record Maker(MessageSizes sizes) implements Stage.Maker {

    @Override
    public InstantSource clock() {
      return () -> VirtualTime.START;
    }

    @Override
    public Run.Time time() {
      return Run.Time.VIRTUAL;
    }

    @Override
    public Stage make(long seed) {
      return new VirtualStage(sizes);
    }
  }

  private static final MessageSource SENTENCES = WordLists.sentences();

  private final VirtualTime time = new VirtualTime();

  private final MessageSizes sizes;
  private @Nullable SimulatedNetwork network;

  private VirtualStage(MessageSizes sizes) {
    this.sizes = sizes;
  }

  @Override
  public InstantSource clock() {
    return time;
  }

  @Override
  public boolean secure() {
    return false;
  }

  @Override
  public SteerableNetwork putUp(
      Scenario scenario, Variant run, NetworkListener listener, BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("the start of the simulation was cancelled");
    }
    SimulationPlan plan =
        new SimulationPlan(
                scenario.peers(),
                scenario.originals(),
                scenario.topologyOf(run),
                scenario.settingsOf(run),
                scenario.seed(),
                scenario.traits().latencyOrUsual(),
                scenario.traits().inStep())
            .withSentences(SENTENCES)
            .withNames(scenario.traits().names()::of)
            .withSizes(sizes);
    SimulatedNetwork started = SimulatedNetwork.start(plan, time, listener);
    network = started;
    return started;
  }

  @Override
  public void await(BooleanSupplier over) throws InterruptedException {
    while (!over.getAsBoolean()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the simulation was interrupted");
      }
      Instant next = time.next();
      if (next == null) {
        throw new IllegalStateException("nothing is left to do, but the run is not over");
      }
      boolean _ = time.passUntil(next, 1);
    }
  }

  @Override
  public Traffic traffic() {
    SimulatedNetwork started = network;
    return started == null ? Traffic.NONE : started.traffic();
  }

  /// It holds nothing that has to be ended.
  @Override
  public void close() {}
}

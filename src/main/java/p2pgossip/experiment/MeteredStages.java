package p2pgossip.experiment;

import java.io.IOException;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.Run;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Variant;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.SteerableNetwork;
import p2pgossip.steering.Traffic;

/// Stages on which the traffic of a run is read, from the moment at which its peers are connected
/// to its end. For one run, whose listener it must be.
final class MeteredStages implements Stage.Maker, RunListener {

  private final Stage.Maker stages;
  private volatile @Nullable Stage current;
  private volatile Traffic before = Traffic.NONE;
  private volatile Traffic during = Traffic.NONE;

  MeteredStages(Stage.Maker stages) {
    this.stages = stages;
  }

  /// What the peers have sent one another in the run; known once it has ended.
  Traffic traffic() {
    return during;
  }

  @Override
  public InstantSource clock() {
    return stages.clock();
  }

  @Override
  public Run.Time time() {
    return stages.time();
  }

  @Override
  public Stage make(long seed) throws IOException {
    Stage stage = stages.make(seed);
    current = stage;
    return new Metered(stage);
  }

  @Override
  public void began(int peers, int unconnected) {
    Stage stage = current;
    before = stage == null ? Traffic.NONE : stage.traffic();
  }

  private final class Metered implements Stage {

    private final Stage stage;

    Metered(Stage stage) {
      this.stage = stage;
    }

    @Override
    public InstantSource clock() {
      return stage.clock();
    }

    @Override
    public boolean secure() {
      return stage.secure();
    }

    @Override
    public SteerableNetwork putUp(
        Scenario scenario, Variant run, NetworkListener listener, BooleanSupplier cancelled)
        throws IOException {
      return stage.putUp(scenario, run, listener, cancelled);
    }

    @Override
    public void await(BooleanSupplier over) throws InterruptedException {
      stage.await(over);
      during = stage.traffic().since(before);
    }

    @Override
    public Traffic traffic() {
      return stage.traffic();
    }

    @Override
    public void close() {
      stage.close();
    }
  }
}

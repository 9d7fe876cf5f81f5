package p2pgossip.experiment;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import p2pgossip.network.Run;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Variant;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.SteerableNetwork;
import p2pgossip.steering.Traffic;

/// What one run of a scenario needs: the network on which it takes place, and its time. Used by one
/// thread at a time.
public interface Stage extends AutoCloseable {

  /// Makes the stage of each run.
  interface Maker {

    /// The clock of the report.
    InstantSource clock();

    /// What the clock of the runs shows.
    Run.Time time();

    /// @param seed of the scenario
    /// @return a new stage for each run; the runner closes it
    /// @throws IOException when none can be made, in words for the user
    Stage make(long seed) throws IOException;
  }

  /// The clock of the network's events. Runs before the network is put up.
  InstantSource clock();

  /// Whether the peers use TLS.
  boolean secure();

  /// Starts the peers of the run, each with its neighbours. Called once.
  ///
  /// @param listener is told what happens to the peers, from their beginning on
  /// @param cancelled is asked now and then; once it returns true, no further peer starts
  /// @throws IOException when the peers can't be started, in words for the user
  /// @throws CancellationException when it was cancelled
  SteerableNetwork putUp(
      Scenario scenario, Variant run, NetworkListener listener, BooleanSupplier cancelled)
      throws IOException;

  /// Lets the time of the network pass until `over` returns true, which is asked often.
  ///
  /// @throws InterruptedException when the waiting thread is interrupted
  void await(BooleanSupplier over) throws InterruptedException;

  /// What the peers have sent one another so far.
  Traffic traffic();

  /// Ends the network and all that it needs. Idempotent.
  @Override
  void close();
}

package p2pgossip.experiment;

import java.time.Duration;
import p2pgossip.network.Observation;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.TimedAction;
import p2pgossip.scenario.Variant;

/// Is told how a scenario goes. Called on the threads that run it, one call at a time. Must return
/// soon.
public interface RunListener {

  /// A run begins; its peers are started now.
  ///
  /// @param number from 1
  default void putUp(Variant run, int number, int runs) {}

  /// Something in the scenario has no effect on this run.
  ///
  /// @param words without a full stop
  default void ignored(String words) {}

  /// The peers run and are connected, as far as they could be.
  ///
  /// @param unconnected the number of peers that still lack a neighbour
  default void began(int peers, int unconnected) {}

  default void did(TimedAction action) {}

  /// An action failed; the run goes on.
  default void failed(TimedAction action, String reason) {}

  /// Is called about once a second.
  ///
  /// @param reached the number of peers that the newest rumour has reached; 0 if there is none
  /// @param peers the number of peers that run or could hear that rumour, at least `reached`
  /// @param copies the number of copies sent in all
  default void wentOn(Duration since, int reached, int peers, long copies) {}

  /// Something was seen of the network. Called for each event of each peer.
  default void observed(Observation observation) {}

  default void ended(Report.Run run) {}

  /// A run and its peers have ended. This call may take longer.
  ///
  /// @param soFar the report of all runs that have ended; incomplete while more are to come
  default void reported(Report soFar) {}
}

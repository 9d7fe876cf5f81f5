package p2pgossip.experiment;

import java.time.Duration;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.TimedAction;
import p2pgossip.scenario.Variant;

/// Hears how a scenario goes on. Called on the threads that run it, one call at a time; must return
/// soon.
public interface RunListener {

  /// A run begins; its peers are put up now.
  ///
  /// @param number from 1
  default void putUp(Variant run, int number, int runs) {}

  /// All peers run and are connected, or as many as got so far.
  ///
  /// @param unconnected peers that lack a neighbour still
  default void began(int peers, int unconnected) {}

  default void did(TimedAction action) {}

  /// Something could not be done; the run goes on.
  default void failed(TimedAction action, String reason) {}

  /// Comes about once a second.
  ///
  /// @param reached by the newest rumour; 0 while there is none
  /// @param peers those that run, or that could hear that rumour; never fewer than `reached`
  /// @param copies that were sent in all
  default void wentOn(Duration since, int reached, int peers, long copies) {}

  default void ended(Report.Run run) {}

  /// A run has ended, and its peers with it; what follows may take its time.
  ///
  /// @param soFar of all runs that have ended, as of a scenario that ended early while more are to come
  default void reported(Report soFar) {}
}

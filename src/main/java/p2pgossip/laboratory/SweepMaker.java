package p2pgossip.laboratory;

import java.io.IOException;
import p2pgossip.results.SweepFolder;
import p2pgossip.results.SweepListener;

/// Carries out sweeps, in this process or elsewhere. The outcomes are the same wherever that is.
public interface SweepMaker {

  /// Hears how a sweep goes on. One call at a time.
  interface Listener extends SweepListener {

    /// All runs that have ended by now have been told.
    void caughtUp();

    /// No run is left, and the tables are written next.
    void complete();
  }

  /// Carries out what is left of a sweep, writes its tables, and waits for their end.
  ///
  /// @param gate while it is shut no run is under way, or all stand still
  /// @throws IOException when it can't be carried out further, in words for the user; what is in
  ///     the log stays there
  /// @throws InterruptedException when the thread is interrupted; the runs under way are given up
  void run(SweepFolder folder, Gate gate, Listener listener)
      throws IOException, InterruptedException;

  /// The memory that the runs under way of a sweep may take together, in bytes.
  long memory();
}

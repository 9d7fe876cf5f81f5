package p2pgossip.laboratory;

import p2pgossip.experiment.ExperimentSize;
import p2pgossip.experiment.SimulationSize;
import p2pgossip.sweep.Base;
import p2pgossip.sweep.Experiment;

/// Tells what had better be run in a process of its own: what would take too much of the heap or of
/// the processors beside windows and peers. The rest is over before a process has started.
final class Heavy {

  /// The windows and the peers beside them need the rest.
  private static final int PART_OF_HEAP = 4;

  /// What a sweep on arrays may have of peers in all its runs together: about a second of one
  /// processor.
  private static final long PEERS_ON_ARRAYS = 1_000_000;

  /// Likewise in virtual time, in which a run of two minutes takes about as long as two hundred on
  /// arrays.
  private static final long PEERS_IN_VIRTUAL_TIME = 5_000;

  private Heavy() {}

  static boolean is(SimulationSize size) {
    return size.bytes() > size.free() / PART_OF_HEAP;
  }

  /// A sweep. Runs on real sockets take seconds of real time each.
  static boolean is(Experiment experiment) {
    long peers = (long) experiment.runs() * ExperimentSize.mostPeers(experiment);
    return switch (experiment.scale()) {
      case REAL -> true;
      case VIRTUAL -> peers > PEERS_IN_VIRTUAL_TIME || takesMuch(experiment);
      case ARRAYS -> peers > PEERS_ON_ARRAYS || takesMuch(experiment);
    };
  }

  private static boolean takesMuch(Experiment experiment) {
    long bytes = ExperimentSize.bytes(experiment) * Work.threads();
    return bytes > SimulationSize.freeBytes() / PART_OF_HEAP;
  }

  /// A single run of a sweep, made here for a moment.
  static boolean is(Base base) {
    return ExperimentSize.bytes(base) > SimulationSize.freeBytes() / PART_OF_HEAP;
  }
}

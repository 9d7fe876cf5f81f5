package p2pgossip.laboratory;

import p2pgossip.experiment.SimulationSize;

/// Tells what would take too much of the heap beside windows and peers.
final class Heavy {

  /// The windows and the peers beside them need the rest.
  private static final int PART_OF_HEAP = 4;

  private Heavy() {}

  static boolean is(SimulationSize size) {
    return size.bytes() > size.free() / PART_OF_HEAP;
  }
}

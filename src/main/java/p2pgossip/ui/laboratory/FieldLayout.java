package p2pgossip.ui.laboratory;

import p2pgossip.topology.Topology;

/// Which cell of the field is whose: as nearly square as possible. In a grid or a torus neighbours
/// are side by side. Everywhere else the peers stand in their order, every second row from right to
/// left, so that neighbours in a line, a ring or a small world are side by side, too.
///
/// @param turning whether every second row runs from right to left
record FieldLayout(int peers, int columns, int rows, boolean turning) {

  static FieldLayout of(Topology topology, int peers) {
    int columns = (int) Math.ceil(Math.sqrt(peers));
    return new FieldLayout(peers, columns, Math.ceilDiv(peers, columns), !topology.standsInRows());
  }

  /// The peer in a cell; negative if there is none.
  int peer(int column, int row) {
    if (column < 0 || row < 0 || column >= columns || row >= rows) {
      return -1;
    }
    int along = turning && row % 2 == 1 ? columns - 1 - column : column;
    int peer = row * columns + along;
    return peer < peers ? peer : -1;
  }
}

package p2pgossip.ui.overview;

/// The grid of the cells in a pane, and where the peers' labels stand. All figures are pixels.
record Placing(CellGrid grid, Labels labels) {

  enum Labels {
    /// In each cell.
    CELLS,
    /// Before each row, that of its first peer.
    ROWS,
    NONE
  }

  static final double LABEL_GAP = 8;

  /// From the middle of a label in a cell to the cell's lower edge.
  static final double LABEL_HEIGHT = 11;

  /// To the left and right, and below.
  static final double MARGIN = 12;

  private static final int ROW_OF_LABEL = 15;

  /// @param label how wide the widest label is
  /// @param top where the cells may begin
  static Placing of(int count, double label, double top, double width, double height) {
    double room = Math.max(1, width - 2 * MARGIN);
    double high = Math.max(1, height - top - MARGIN);
    CellGrid bare = CellGrid.within(count, MARGIN, top, room, high);
    if (label + LABEL_GAP <= bare.side()) {
      return new Placing(bare, Labels.CELLS);
    }
    double aside = Math.ceil(label) + LABEL_GAP;
    if (room > 2 * aside) {
      CellGrid labelled = CellGrid.within(count, MARGIN + aside, top, room - aside, high);
      if (labelled.pitch() >= ROW_OF_LABEL) {
        return new Placing(labelled, Labels.ROWS);
      }
    }
    return new Placing(bare, Labels.NONE);
  }
}

package p2pgossip.ui.window.deck;

/// Where a view stands in a window, and how much the graph gets.
public enum DeckPlace {

  /// Below the graph: read line by line, it needs its width.
  LINES(0.66, false),

  /// Below the graph: a form, a little higher.
  CONTROLS(0.62, false),

  /// Below the graph, with the larger part of the height: it is a picture itself.
  PICTURE(0.46, false),

  /// To the right of the graph in a wide window, since charts are high; else like a picture.
  CHARTS(0.46, true);

  private final double graphShare;
  private final boolean beside;

  DeckPlace(double graphShare, boolean beside) {
    this.graphShare = graphShare;
    this.beside = beside;
  }

  /// How much of the height the graph gets where the view stands below it; 0 to 1.
  public double graphShare() {
    return graphShare;
  }

  /// Whether the view stands to the right of the graph in a wide window.
  public boolean isBesideWhereWide() {
    return beside;
  }
}

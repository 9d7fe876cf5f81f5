package p2pgossip.ui.window;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// The graph and the deck, one beside or above the other. Charts are high and stand beside the graph
/// where there is room; what is read line by line, or goes on in time, is wide and stands below.
/// FX thread only.
final class WorkspaceSplit {

  /// How much of the height the graph has above a view that is read line by line.
  private static final double ABOVE_LOG = 0.66;

  /// The same above what makes things go wrong there.
  private static final double ABOVE_FAULTS = 0.62;

  /// The same above a view that is a picture itself.
  private static final double ABOVE_CHARTS = 0.46;

  /// How much of the width it has beside charts.
  private static final double BESIDE_CHARTS = 0.56;

  /// From this width on charts stand beside the graph.
  private static final double WIDE = 1_000;

  private final SplitPane pane = new SplitPane();
  private final ReadOnlyBooleanWrapper beside = new ReadOnlyBooleanWrapper(this, "beside");
  private final Deck deck;

  WorkspaceSplit(Node graph, Deck deck, Executor fxThread) {
    this.deck = deck;
    pane.setId("graph-and-log");
    pane.setOrientation(Orientation.VERTICAL);
    pane.getItems().setAll(graph, deck);
    pane.setDividerPositions(ABOVE_LOG);
    SplitPane.setResizableWithParent(deck, false);
    // Not in the middle of the layout that has just changed the width.
    pane.widthProperty().subscribe(width -> fxThread.execute(() -> arrange(false)));
  }

  SplitPane pane() {
    return pane;
  }

  /// Whether charts stand beside the graph, so that both have the whole height.
  ReadOnlyBooleanProperty besideProperty() {
    return beside.getReadOnlyProperty();
  }

  /// To be called when the deck shows another view.
  void viewChanged() {
    arrange(true);
  }

  private void arrange(boolean otherView) {
    boolean wanted = deck.current() == Deck.View.SPREAD && pane.getWidth() >= WIDE;
    if (wanted != beside.get()) {
      beside.set(wanted);
      pane.setOrientation(wanted ? Orientation.HORIZONTAL : Orientation.VERTICAL);
      pane.setDividerPositions(wanted ? BESIDE_CHARTS : usualDivider());
    } else if (!wanted && otherView) {
      double usual = usualDivider();
      double now = pane.getDividerPositions()[0];
      // Where the user has moved it further already, it stays.
      if (usual < ABOVE_LOG ? now > usual : now < usual) {
        pane.setDividerPositions(usual);
      }
    }
  }

  private double usualDivider() {
    return switch (deck.current()) {
      case LOG -> ABOVE_LOG;
      case FAULTS -> ABOVE_FAULTS;
      case SPREAD, SPACE_TIME, PROFILE -> ABOVE_CHARTS;
    };
  }
}

package p2pgossip.ui.window;

import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import p2pgossip.ui.window.deck.Deck;
import p2pgossip.ui.window.deck.DeckPlace;

/// The graph and the deck, side by side or one above the other, as the [DeckPlace] of the view on
/// top says. FX thread only.
final class WorkspaceSplit {

  /// The part of the width that the graph gets beside charts.
  private static final double BESIDE_CHARTS = 0.56;

  /// In a pane of this width, charts stand beside the graph.
  private static final double WIDE = 1_000;

  private final SplitPane pane = new SplitPane();
  private final ReadOnlyBooleanWrapper beside = new ReadOnlyBooleanWrapper(this, "beside");
  private final Deck deck;

  WorkspaceSplit(Node graph, Deck deck, Executor fxThread) {
    this.deck = deck;
    pane.setId("graph-and-log");
    pane.setOrientation(Orientation.VERTICAL);
    pane.getItems().setAll(graph, deck);
    pane.setDividerPositions(DeckPlace.LINES.graphShare());
    SplitPane.setResizableWithParent(deck, false);
    // Later, since this is called in the middle of the layout that has changed the width.
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
    boolean wanted = deck.current().place().isBesideWhereWide() && pane.getWidth() >= WIDE;
    if (wanted != beside.get()) {
      beside.set(wanted);
      pane.setOrientation(wanted ? Orientation.HORIZONTAL : Orientation.VERTICAL);
      pane.setDividerPositions(wanted ? BESIDE_CHARTS : usualDivider());
    } else if (!wanted && otherView) {
      double usual = usualDivider();
      double now = pane.getDividerPositions()[0];
      // If the user has moved the divider further already, it stays there.
      if (usual < DeckPlace.LINES.graphShare() ? now > usual : now < usual) {
        pane.setDividerPositions(usual);
      }
    }
  }

  private double usualDivider() {
    return deck.current().place().graphShare();
  }
}

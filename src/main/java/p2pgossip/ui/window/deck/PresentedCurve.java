package p2pgossip.ui.window.deck;

import javafx.scene.layout.Region;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.spread.CoverageView;

/// The coverage of the rumours that are compared, without the rest of [SpreadDeckView]. FX thread
/// only.
public final class PresentedCurve {

  private final CoverageView view;

  public PresentedCurve(DeckContext context) {
    view =
        new CoverageView(
            new SpreadCommands(
                context.model(), context.swarm(), context.light(), context.actions()));
  }

  public Region node() {
    return view.node();
  }

  /// Keeps it sharp where it is shown magnified.
  public void setMagnification(double magnification) {
    view.setMagnification(magnification);
  }

  public void setDark(boolean dark) {
    view.setDark(dark);
  }

  public void show(NetworkView shown) {
    view.show(SpreadCommands.compared(shown), shown.story().marks());
  }
}

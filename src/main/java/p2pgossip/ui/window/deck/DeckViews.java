package p2pgossip.ui.window.deck;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.print.Sight;

/// The views of one deck that have been made so far. The one on top follows the network; the others
/// are brought up to date when they are chosen. FX thread only.
final class DeckViews implements AutoCloseable {

  private final DeckContext context;
  private final NetworkViewModel network;
  private final Map<DeckTab, DeckView> made = new HashMap<>();
  private @Nullable DeckView top;
  private boolean dark;

  DeckViews(DeckContext context) {
    this.context = context;
    this.network = context.model().network();
  }

  /// Puts a view on top; [#showNetwork] is then due.
  ///
  /// @return its pane
  Node choose(DeckTab tab) {
    DeckView before = top;
    DeckView chosen = made.computeIfAbsent(tab, this::make);
    if (before != null && !before.equals(chosen)) {
      before.hide();
    }
    top = chosen;
    return chosen.pane();
  }

  private DeckView make(DeckTab tab) {
    DeckView view = tab.maker().apply(context);
    view.setDark(dark);
    return view;
  }

  /// Brings the view on top up to date.
  void showNetwork() {
    if (top != null) {
      top.show(network.view());
    }
  }

  void setDark(boolean newDark) {
    dark = newDark;
    made.values().forEach(view -> view.setDark(dark));
  }

  void tick() {
    made.values().forEach(DeckView::tick);
  }

  @Nullable Parent picture(Sight sight) {
    return top == null ? null : top.picture(sight);
  }

  @Override
  public void close() {
    made.values().forEach(DeckView::close);
  }
}

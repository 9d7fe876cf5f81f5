package p2pgossip.ui.window.deck;

import java.util.List;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.overview.OverviewPane;
import p2pgossip.ui.overview.OverviewView;
import p2pgossip.ui.print.Sight;

/// Who has heard the rumour that is chosen, one cell a peer.
public final class OverviewDeckView implements DeckView {

  public static final DeckTab TAB =
      new DeckTab(
          "Overview",
          Feather.GRID,
          "Shortcut+6",
          "who has heard the rumour, peer by peer",
          DeckPlace.PICTURE,
          List.of(OverviewPane.SIGHT),
          OverviewDeckView::new);

  private final OverviewPane pane;
  private final ObservableSet<PeerAddress> selected;
  private final SetChangeListener<PeerAddress> selection = _ -> showSelected();

  private OverviewDeckView(DeckContext context) {
    pane = new OverviewPane(context.model().selectedProperty()::set);
    selected = context.selected();
    selected.addListener(selection);
    showSelected();
  }

  @Override
  public Node pane() {
    return pane;
  }

  @Override
  public void show(NetworkView view) {
    pane.show(new OverviewView(view.spread(), view.picture(), view.faults(), view.isLive()));
  }

  private void showSelected() {
    pane.showSelected(selected);
  }

  @Override
  public void setDark(boolean dark) {
    pane.setDark(dark);
  }

  @Override
  public @Nullable Parent picture(Sight sight) {
    return pane.shown(sight);
  }

  @Override
  public void close() {
    selected.removeListener(selection);
  }
}

package p2pgossip.ui.window.deck;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.faults.FaultsPane;
import p2pgossip.ui.faults.FaultsView;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.model.SwarmViewModel;

/// What can be made to go wrong, and what is in force.
public final class FaultsDeckView implements DeckView {

  public static final DeckTab TAB =
      new DeckTab(
          "Faults",
          Feather.ZAP_OFF,
          "Shortcut+4",
          "make things go wrong",
          DeckPlace.CONTROLS,
          List.of(),
          FaultsDeckView::new);

  private final NetworkViewModel network;
  private final SwarmViewModel swarm;
  private final ObservableSet<PeerAddress> selected;
  private final FaultsPane pane;

  /// To what changes between two beats. Null while it is hidden.
  private @Nullable Subscription changes;

  private FaultsDeckView(DeckContext context) {
    network = context.model().network();
    swarm = context.swarm();
    selected = context.selected();
    pane = new FaultsPane(context.faults());
  }

  @Override
  public Node pane() {
    return pane;
  }

  @Override
  public void show(NetworkView view) {
    if (changes == null) {
      SetChangeListener<PeerAddress> selection = _ -> showNow();
      selected.addListener(selection);
      changes =
          swarm
              .stateProperty()
              .subscribe(this::showNow)
              .and(() -> selected.removeListener(selection));
    }
    boolean live = view.isLive();
    Set<PeerAddress> all = view.picture().nodes().keySet();
    Set<PeerAddress> members = swarm.addresses();
    Set<PeerAddress> here = new HashSet<>(members);
    all.stream().filter(swarm::isHere).forEach(here::add);
    pane.show(
        new FaultsView(
            view.faults(),
            live ? swarm.ended() : List.of(),
            List.copyOf(selected),
            members,
            here,
            all,
            view.picture().names(),
            live));
  }

  private void showNow() {
    show(network.view());
  }

  @Override
  public void hide() {
    if (changes != null) {
      changes.unsubscribe();
      changes = null;
    }
  }

  @Override
  public void close() {
    hide();
  }
}

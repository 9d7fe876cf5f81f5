package p2pgossip.ui.window.deck;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.network.CopyTrip;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.print.Sight;
import p2pgossip.ui.spacetime.SpaceTimePane;
import p2pgossip.ui.spacetime.SpaceTimeView;

/// The space-time diagram of the rumour that is chosen.
public final class SpaceTimeDeckView implements DeckView {

  public static final DeckTab TAB =
      new DeckTab(
          "Space-time",
          Feather.GIT_BRANCH,
          "Shortcut+3",
          "who told whom, and when",
          DeckPlace.PICTURE,
          List.of(SpaceTimePane.SIGHT),
          SpaceTimeDeckView::new);

  private final SpaceTimePane pane = new SpaceTimePane();
  private final ObjectProperty<@Nullable CopyTrip> selectedTrip;

  private SpaceTimeDeckView(DeckContext context) {
    selectedTrip = context.model().network().selectedTripProperty();
    pane.selectedTripProperty().bindBidirectional(selectedTrip);
    pane.setSeek(context.model().network()::seek);
  }

  @Override
  public Node pane() {
    return pane;
  }

  @Override
  public void show(NetworkView view) {
    pane.show(
        new SpaceTimeView(
            view.measured(),
            List.copyOf(view.picture().nodes().keySet()),
            view.measured() == null ? List.of() : view.story().marks(),
            view.now(),
            view.isLive(),
            view.picture().names()));
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
    pane.selectedTripProperty().unbindBidirectional(selectedTrip);
  }
}

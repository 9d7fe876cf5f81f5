package p2pgossip.ui.window.deck;

import java.util.List;
import javafx.scene.Node;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.profile.ProfileModel;
import p2pgossip.ui.profile.ProfilePane;

/// How fast the peers work. It always shows the present, whichever moment the others show.
public final class ProfileDeckView implements DeckView {

  public static final DeckTab TAB =
      new DeckTab(
          "Profile",
          Feather.ACTIVITY,
          "Shortcut+5",
          "how fast it works, and what it takes",
          DeckPlace.PICTURE,
          List.of(),
          ProfileDeckView::new);

  private final PeerViewModel model;
  private final ProfileModel profile = new ProfileModel();
  private final ProfilePane pane = new ProfilePane(profile);

  private ProfileDeckView(DeckContext context) {
    model = context.model();
    tick();
  }

  @Override
  public Node pane() {
    return pane;
  }

  /// Measures also while it is hidden, so that the charts have no gap.
  @Override
  public void tick() {
    model.sample(profile::add);
  }
}

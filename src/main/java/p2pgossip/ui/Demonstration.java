package p2pgossip.ui;

import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.NetworkPicture;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmState;
import p2pgossip.ui.model.SwarmViewModel;

/// Tells one rumour by itself, once the swarm stands and its peers know one another. FX thread only.
final class Demonstration {

  private static final String RUMOR = "The tea kettle is haunted.";

  private final PeerViewModel model;
  private final SwarmViewModel swarm;
  private @Nullable Subscription watching;
  private boolean told;

  Demonstration(PeerViewModel model, SwarmViewModel swarm) {
    this.model = model;
    this.swarm = swarm;
  }

  void begin() {
    watching =
        model
            .pictureProperty()
            .subscribe(
                (NetworkPicture picture) -> {
                  if (!told && stands()) {
                    tell();
                  }
                });
  }

  private boolean stands() {
    SwarmState state = swarm.stateProperty().get();
    return state != null
        && !state.starting()
        && state.running() == state.plan().peers()
        && model.tallyProperty().get().healthy() > 0;
  }

  private void tell() {
    told = true;
    model.spread(RUMOR);
    if (watching != null) {
      watching.unsubscribe();
    }
  }
}

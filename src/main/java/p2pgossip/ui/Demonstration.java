package p2pgossip.ui;

import javafx.util.Subscription;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmState;
import p2pgossip.ui.model.SwarmViewModel;

/// Tells one rumour by itself, once the swarm stands and its peers know one another. FX thread only.
final class Demonstration {

  private static final String RUMOR = "The tea kettle is haunted.";

  private final PeerViewModel model;
  private final SwarmViewModel swarm;
  private Subscription watching = Subscription.EMPTY;
  private boolean told;

  Demonstration(PeerViewModel model, SwarmViewModel swarm) {
    this.model = model;
    this.swarm = swarm;
  }

  void begin() {
    watching =
        Subscription.combine(
            swarm.stateProperty().subscribe(state -> look()),
            model.tallyProperty().subscribe(tally -> look()));
  }

  private void look() {
    if (!told && stands()) {
      told = true;
      model.spread(RUMOR);
      watching.unsubscribe();
    }
  }

  private boolean stands() {
    SwarmState state = swarm.stateProperty().get();
    return state != null
        && !state.starting()
        && state.running() == state.plan().peers()
        && model.tallyProperty().get().healthy() > 0;
  }
}

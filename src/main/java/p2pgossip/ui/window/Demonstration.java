package p2pgossip.ui.window;

import java.time.Duration;
import java.time.Instant;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmState;
import p2pgossip.ui.model.SwarmViewModel;

/// Tells one rumour by itself, once the swarm runs and its peers know one another: a peer that
/// connects only afterwards might never hear the rumour. FX thread only.
final class Demonstration {

  /// A peer whose link is never confirmed does not keep the others waiting.
  private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(10);

  private final PeerViewModel model;
  private final SwarmViewModel swarm;
  private Subscription watching = Subscription.EMPTY;
  private @Nullable Instant stoodAt;
  private boolean told;

  Demonstration(PeerViewModel model, SwarmViewModel swarm) {
    this.model = model;
    this.swarm = swarm;
  }

  void begin() {
    watching =
        Subscription.combine(
            swarm.stateProperty().subscribe(state -> look()),
            model.network().viewProperty().subscribe(view -> look()));
  }

  private void look() {
    if (!told && stands()) {
      told = true;
      model.spread(SwarmPlan.DEMONSTRATED);
      watching.unsubscribe();
    }
  }

  private boolean stands() {
    SwarmState state = swarm.stateProperty().get();
    if (state == null
        || state.starting()
        || state.running() < state.plan().peers()
        || model.picture().addressees() == 0) {
      return false;
    }
    Instant now = Instant.now();
    stoodAt = stoodAt == null ? now : stoodAt;
    return swarm.isConnected() || now.isAfter(stoodAt.plus(LONGEST_CONNECTING));
  }
}

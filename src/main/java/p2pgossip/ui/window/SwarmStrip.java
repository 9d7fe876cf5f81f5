package p2pgossip.ui.window;

import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.Run;
import p2pgossip.pace.Pace;
import p2pgossip.ui.model.NetworkAction;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmState;
import p2pgossip.ui.model.SwarmViewModel;
import p2pgossip.ui.swarm.SwarmBar;
import p2pgossip.ui.swarm.SwarmView;

/// Shows the bar of the swarm below a window's header, as long as there is a swarm. FX thread only.
final class SwarmStrip {

  private final VBox top;
  private final SwarmCommands commands;
  private final PeerViewModel model;
  private @Nullable SwarmBar bar;

  /// @param top the header, below which the bar is put
  SwarmStrip(VBox top, SwarmCommands commands, PeerViewModel model) {
    this.top = top;
    this.commands = commands;
    this.model = model;
  }

  /// Follows the swarm and the network from now on.
  void follow(SwarmViewModel swarm) {
    swarm.stateProperty().subscribe(state -> show(swarm, state));
    swarm.paceProperty().subscribe(_ -> show(swarm, swarm.stateProperty().get()));
    model.network().viewProperty().map(NetworkView::rumors).subscribe(_ -> suggestRumor());
    model
        .network()
        .viewProperty()
        .map(NetworkView::isLive)
        .subscribe(_ -> show(swarm, swarm.stateProperty().get()));
  }

  private void show(SwarmViewModel swarm, @Nullable SwarmState state) {
    model.showWhole(state != null);
    if (state == null) {
      top.getChildren().remove(bar);
      bar = null;
      commands.ended();
      return;
    }
    Pace pace = state.plan().time() == Run.Time.VIRTUAL ? swarm.paceProperty().get() : null;
    if (bar == null) {
      commands.began(pace);
      bar = new SwarmBar(commands);
      bar.suggest(model.network().usualRumor());
      top.getChildren().add(bar);
    }
    bar.show(
        new SwarmView(
            state.plan().peers(),
            state.running(),
            state.title() != null ? state.title() : state.plan().topology().inWords(),
            state.settings(),
            state.starting(),
            pace,
            model.network().obstacle(NetworkAction.SPREAD)));
  }

  private void suggestRumor() {
    if (bar != null) {
      bar.suggest(model.network().usualRumor());
    }
  }
}

package p2pgossip.ui.window.deck;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.experiment.Counterpart;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.Run;
import p2pgossip.ui.command.WindowActions;
import p2pgossip.ui.model.KeptRun;
import p2pgossip.ui.model.NetworkAction;
import p2pgossip.ui.model.NetworkView;
import p2pgossip.ui.model.NetworkViewModel;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmViewModel;
import p2pgossip.ui.spread.NamedSpread;
import p2pgossip.ui.spread.SpreadActions;

/// Does what the panel of spreads asks for, and says what it compares. FX thread only.
final class SpreadCommands implements SpreadActions {

  /// The keys of runs begin with it, which tells them from those of rumours.
  private static final String RUN = "run ";

  private final PeerViewModel model;
  private final NetworkViewModel network;
  private final SwarmViewModel swarm;
  private final Consumer<Set<PeerAddress>> light;
  private final WindowActions actions;

  /// @param light lights up peers in the graph
  SpreadCommands(
      PeerViewModel model,
      SwarmViewModel swarm,
      Consumer<Set<PeerAddress>> light,
      WindowActions actions) {
    this.model = model;
    this.light = light;
    this.actions = actions;
    this.network = model.network();
    this.swarm = swarm;
  }

  /// The spreads that are compared: of rumours, then of runs that were kept.
  static List<NamedSpread> compared(NetworkView view) {
    List<NamedSpread> all = new ArrayList<>();
    view.spreads().forEach(spread -> all.add(new NamedSpread(spread)));
    for (KeptRun run : view.runs()) {
      all.add(new NamedSpread(RUN + run.name(), run.name(), run.measured()));
    }
    return all;
  }

  @Override
  public void spread(String text, Start start) {
    if (!model.allows(NetworkAction.SPREAD)) {
      return;
    }
    network.awaitRumor();
    if (swarm.isThere() && (start == Start.ANYWHERE || !model.isRunning())) {
      swarm.steering().spread(text, null);
    } else {
      model.spread(text);
    }
  }

  @Override
  public void choose(RumorId rumor) {
    network.choose(rumor);
  }

  @Override
  public void compare(RumorId rumor, boolean shown) {
    network.compare(rumor, shown);
  }

  @Override
  public void seek(Instant moment) {
    network.seek(moment);
  }

  @Override
  public void light(Set<PeerAddress> peers) {
    light.accept(peers);
  }

  @Override
  public void openInLaboratory(NamedSpread spread) {
    Counterpart like = Counterpart.of(spread.measured());
    if (like != null) {
      actions.openLaboratory(
          swarm
              .likeness(model.isRunning())
              .filter(_ -> isOfSwarm(spread.measured().spread().conditions().run()))
              .map(network -> network.counterpart(like))
              .orElse(like));
    }
  }

  /// Whether a run is that of the swarm in the window.
  private boolean isOfSwarm(@Nullable Run run) {
    return run != null && swarm.addresses().equals(Set.copyOf(run.members()));
  }

  @Override
  public void remove(NamedSpread removed) {
    if (removed.key().startsWith(RUN)) {
      network.dropRun(removed.name());
    } else {
      network.compare(removed.measured().spread().key(), false);
    }
  }
}

package p2pgossip.ui;

import java.util.function.UnaryOperator;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.SwarmViewModel;
import p2pgossip.ui.swarm.SwarmActions;

/// Does what the bar of a swarm asks for: to its members, and, where this window's own peer is joined to
/// them, to that one too, so that a step or a pause holds for the whole picture. FX thread only.
final class SwarmDeeds implements SwarmActions {

  private static final String USUAL_RUMOR = "Have you heard?";

  private final SwarmViewModel swarm;
  private final PeerViewModel own;

  SwarmDeeds(SwarmViewModel swarm, PeerViewModel own) {
    this.swarm = swarm;
    this.own = own;
  }

  @Override
  public void change(UnaryOperator<PeerSettings> how) {
    swarm.change(how);
    own.change(how);
  }

  @Override
  public void stepPeriod() {
    swarm.stepPeriod();
    own.stepPeriod();
  }

  @Override
  public void spread(String text, boolean atRandom) {
    String said = text.isEmpty() ? USUAL_RUMOR : text;
    PeerAddress selected = atRandom ? null : own.selectedProperty().get();
    if (selected != null && selected.equals(own.addressProperty().get())) {
      own.spread(said);
    } else {
      swarm.spread(said, selected);
    }
  }

  @Override
  public void forgetRumors() {
    swarm.forgetRumors();
    own.forgetRumors();
  }

  @Override
  public void stop() {
    swarm.stop();
  }
}

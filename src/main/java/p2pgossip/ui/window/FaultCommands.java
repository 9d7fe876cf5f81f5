package p2pgossip.ui.window;

import java.util.Set;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.faults.FaultActions;
import p2pgossip.ui.model.SwarmViewModel;

/// Does what the faults pane and the graph's menu ask for. FX thread only.
final class FaultCommands implements FaultActions {

  private final SwarmViewModel swarm;

  FaultCommands(SwarmViewModel swarm) {
    this.swarm = swarm;
  }

  @Override
  public void begin(Fault<PeerAddress> fault) {
    swarm.steering().begin(fault);
  }

  @Override
  public void end(Fault<PeerAddress> fault) {
    swarm.steering().end(fault);
  }

  @Override
  public void endAll() {
    swarm.steering().endAllFaults();
  }

  @Override
  public void kill(Set<PeerAddress> peers) {
    swarm.steering().kill(peers);
  }

  @Override
  public void leave(Set<PeerAddress> peers) {
    swarm.steering().leave(peers);
  }

  @Override
  public void restart(Set<PeerAddress> peers) {
    swarm.steering().restart(peers);
  }
}

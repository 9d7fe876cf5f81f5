package p2pgossip.ui.faults;

import java.util.Set;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;

/// What the panel, and the menu of the graph, ask for.
public interface FaultActions {

  void begin(Fault<PeerAddress> fault);

  void end(Fault<PeerAddress> fault);

  void endAll();

  /// Ends these peers at once, without a goodbye.
  void kill(Set<PeerAddress> peers);

  /// Ends these peers with a goodbye.
  void leave(Set<PeerAddress> peers);

  /// Starts these again where they were, those that run after ending them.
  void restart(Set<PeerAddress> peers);
}

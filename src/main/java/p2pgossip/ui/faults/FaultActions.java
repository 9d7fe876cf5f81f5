package p2pgossip.ui.faults;

import java.util.Set;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;

/// What the pane of faults and the graph's menu can do.
public interface FaultActions {

  void begin(Fault<PeerAddress> fault);

  void end(Fault<PeerAddress> fault);

  void endAll();

  /// Ends these peers at once, without a goodbye.
  void kill(Set<PeerAddress> peers);

  /// Ends these peers with a goodbye.
  void leave(Set<PeerAddress> peers);

  /// Starts these peers again at their addresses. Those that still run are ended first.
  void restart(Set<PeerAddress> peers);
}

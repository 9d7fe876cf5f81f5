package p2pgossip.network;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot.Acquaintance;

/// What is known of a peer that is, or was, watched. Immutable.
///
/// @param self its description of itself; null until known
/// @param settings null until known
/// @param periods how many have begun
/// @param neighbors the peers that it knows; empty while it does not run or is not watched
/// @param running false once it has ended
/// @param watched false once it is out of sight
public record ObservedPeer(
    PeerAddress address,
    @Nullable Peer self,
    @Nullable PeerSettings settings,
    long periods,
    Map<PeerAddress, Acquaintance> neighbors,
    boolean running,
    boolean watched) {

  public ObservedPeer {
    neighbors = Map.copyOf(neighbors);
  }
}

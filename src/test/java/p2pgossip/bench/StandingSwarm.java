package p2pgossip.bench;

import java.util.List;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.peer.RunningPeer;
import p2pgossip.swarm.Swarm;

/// Whether a swarm is fully connected.
final class StandingSwarm {

  private StandingSwarm() {}

  /// Whether each peer knows at least that many others.
  static boolean knows(Swarm swarm, int others) {
    return swarm.peers().stream().allMatch(peer -> links(swarm, peer) >= others);
  }

  /// Counted at both ends of each link.
  static int links(Swarm swarm) {
    List<PeerAddress> peers = swarm.peers();
    return peers.stream().mapToInt(peer -> links(swarm, peer)).sum();
  }

  private static int links(Swarm swarm, PeerAddress address) {
    RunningPeer peer = swarm.peer(address);
    return peer == null ? 0 : peer.knownPeers().healthy().size();
  }
}

package p2pgossip.network;

import java.util.Set;
import p2pgossip.gossip.PeerAddress;

/// The network at one moment, and which of its peers were seen to run.
///
/// @param picture as seen by the first member of the run, or by the peer that was watched first
/// @param running the peers that ran and were watched. Empty if none was, and in a recording of an
///     earlier version, which does not say
public record Surroundings(NetworkPicture picture, Set<PeerAddress> running) {

  public Surroundings {
    running = Set.copyOf(running);
  }
}

package p2pgossip.network;

import java.util.Collection;
import java.util.stream.Stream;
import p2pgossip.gossip.PeerAddress;

/// What peers are called in little room.
///
/// @param oneMachine whether all run on one machine, so that the port alone tells them apart
public record PeerLabels(boolean oneMachine) {

  /// Labels for these peers.
  public static PeerLabels of(Collection<PeerAddress> peers) {
    Stream<PeerAddress> all = peers.stream();
    return new PeerLabels(all.map(PeerAddress::ip).distinct().limit(2).count() == 1);
  }

  /// As in `:8080`, or the whole address.
  public String of(PeerAddress peer) {
    return oneMachine ? ":" + peer.port() : peer.toString();
  }
}

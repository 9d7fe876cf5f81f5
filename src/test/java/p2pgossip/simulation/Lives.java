package p2pgossip.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Standing;
import p2pgossip.steering.NetworkListener;
import p2pgossip.testing.Recorder;

/// Everything that happens to the peers of a simulated network, whose indices count from 0.
final class Lives implements NetworkListener {

  private record Happened(PeerAddress peer, GossipEvent event) {}

  private final SimulatedNetwork network;
  private final Recorder<Happened> all = new Recorder<>();

  /// Notes what happens from now on.
  Lives(SimulatedNetwork network) {
    this.network = network;
    SimulatedNetwork.Listening _ = network.listen(this);
  }

  @Override
  public void happened(PeerAddress member, GossipEvent event) {
    all.accept(new Happened(member, event));
  }

  /// The events of a kind at a peer, in order.
  <E extends GossipEvent> List<E> of(int peer, Class<E> kind) {
    PeerAddress at = network.address(peer);
    return all.stream()
        .filter(it -> it.peer().equals(at))
        .map(Happened::event)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /// What a peer thinks of another; null if it does not know it.
  @Nullable Standing standing(int peer, int other) {
    Neighbor neighbor = network.peer(peer).steered().knownPeers().get(network.address(other));
    return neighbor == null ? null : neighbor.standing();
  }

  /// Whether each of two peers is connected to the other.
  boolean areConnected(int one, int other) {
    return standing(one, other) == Standing.CONNECTED && standing(other, one) == Standing.CONNECTED;
  }
}

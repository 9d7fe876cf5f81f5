package p2pgossip.swarm;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.steering.NetworkListener;
import p2pgossip.steering.NetworkMember;
import p2pgossip.steering.SteerableNetwork;

/// The listeners of one swarm, called in the order in which they were added. Thread-safe.
final class SwarmListeners implements NetworkListener {

  private final List<NetworkListener> listeners;

  /// @param first called from the start of the swarm
  SwarmListeners(NetworkListener first) {
    listeners = new CopyOnWriteArrayList<>(List.of(first));
  }

  SteerableNetwork.Listening add(NetworkListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void joined(NetworkMember member, PeerSettings settings) {
    listeners.forEach(listener -> listener.joined(member, settings));
  }

  @Override
  public void ended(NetworkMember member) {
    listeners.forEach(listener -> listener.ended(member));
  }

  @Override
  public void happened(PeerAddress member, GossipEvent event) {
    listeners.forEach(listener -> listener.happened(member, event));
  }
}

package p2pgossip.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;

/// The peers of a simulated network, and who was wired to whom. Called with the lock of the network
/// held.
final class Members {

  private final Simulation network;
  private final List<SimulatedPeer> peers = new ArrayList<>();
  private final Wires wires;
  private final Engines engines;
  private final int usualNeighbors;

  /// @param wires of the topology; those of peers that join are added
  /// @param size how many peers there are before any joins
  Members(Simulation network, Wires wires, Engines engines, int size) {
    this.network = network;
    this.wires = wires;
    this.engines = engines;
    // If the links of peers that join counted, each would bring more than the last.
    usualNeighbors = Math.max(1, (int) Math.round(wires.mean(size)));
  }

  /// By their numbers. The caller must not change the list.
  List<SimulatedPeer> all() {
    return peers;
  }

  /// The peer at an address, running or not; null where there is none.
  @Nullable SimulatedPeer find(PeerAddress address) {
    int index = SimulatedAddresses.index(address);
    return index < 0 || index >= peers.size() ? null : peers.get(index);
  }

  /// The peer at an address; null where none runs.
  @Nullable SimulatedPeer running(PeerAddress address) {
    SimulatedPeer peer = find(address);
    return peer == null || peer.hasEnded() ? null : peer;
  }

  /// How many neighbours a peer of the topology has on average, at least 1.
  int usualNeighbors() {
    return usualNeighbors;
  }

  /// How many running peers know fewer peers than they were wired to.
  int unconnected() {
    int unconnected = 0;
    for (SimulatedPeer peer : peers) {
      if (!peer.hasEnded()
          && peer.engine().knownPeers().countHealthy() < wires.neighbors(index(peer)).length) {
        unconnected++;
      }
    }
    return unconnected;
  }

  private static int index(SimulatedPeer peer) {
    return peer.number() - 1;
  }

  /// Creates the next peer, which does nothing yet.
  SimulatedPeer create(PeerSettings settings, Instant now) {
    int index = peers.size();
    SimulatedPeer peer =
        new SimulatedPeer(
            network, index + 1, engines.isOriginal(index), engines.make(index, settings, now));
    peers.add(peer);
    return peer;
  }

  /// Creates the next peer, wired to others.
  SimulatedPeer add(List<SimulatedPeer> targets, PeerSettings settings, Instant now) {
    SimulatedPeer peer = create(settings, now);
    wires.add(index(peer), targets.stream().mapToInt(Members::index).toArray());
    return peer;
  }

  /// Starts a peer that has ended again, with a new engine. It connects to those that it was wired
  /// to.
  ///
  /// @param firstPeriodIn asked once the engine is made
  void restart(
      SimulatedPeer peer, PeerSettings settings, Instant now, Supplier<Duration> firstPeriodIn) {
    List<PeerAddress> targets = new ArrayList<>();
    for (int neighbor : wires.neighbors(index(peer))) {
      targets.add(peers.get(neighbor).address());
    }
    peer.restart(engines.make(index(peer), settings, now), targets, firstPeriodIn.get());
  }
}

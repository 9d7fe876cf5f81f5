package p2pgossip.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatch;
import p2pgossip.gossip.PeerWatcher;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.CopyTrip;
import p2pgossip.network.Observation;
import p2pgossip.network.Spread;
import p2pgossip.network.SpreadFigures;
import p2pgossip.network.WholeNetwork;
import p2pgossip.peer.RunningPeer;
import p2pgossip.swarm.Swarm;

/// Tells rumours in a swarm, one after another, and observes how each spreads from the reports of
/// all peers, as a window does.
final class SwarmGossip implements AutoCloseable {

  private final Swarm swarm;
  private final RandomGenerator random;
  private final List<PeerWatch> watches = new ArrayList<>();

  // Guarded by itself.
  private final WholeNetwork network = new WholeNetwork();

  /// One rumour that has died down.
  ///
  /// @param mostOfOne copies that the busiest peer sent
  record Told(SpreadFigures figures, long mostOfOne) {
    double millis() {
      return figures.tLast().toNanos() / 1e6;
    }

    boolean reachedAll() {
      return figures.reached() == figures.population();
    }
  }

  SwarmGossip(Swarm swarm, RandomGenerator random) {
    this.swarm = swarm;
    this.random = random;
    for (PeerAddress address : swarm.peers()) {
      watches.add(peer(address).watch(new Watcher(address)));
    }
  }

  private RunningPeer peer(PeerAddress address) {
    RunningPeer peer = swarm.peer(address);
    if (peer == null) {
      throw new IllegalStateException(address + " has ended");
    }
    return peer;
  }

  /// Makes a random peer tell a rumour, and waits until it has reached all and no copy has been
  /// sent for `quiet`, or until `atMost` is over.
  Told tell(String text, Duration quiet, Duration atMost) throws IOException {
    List<PeerAddress> peers = swarm.peers();
    RumorId rumor = peer(peers.get(random.nextInt(peers.size()))).spread(text);
    long begun = System.nanoTime();
    long lastChange = begun;
    long copies = -1;
    while (true) {
      Waiting.pause(Duration.ofMillis(5));
      Spread spread = spread(rumor);
      long now = System.nanoTime();
      if (spread.copies() != copies) {
        copies = spread.copies();
        lastChange = now;
      }
      boolean reachedAll = spread.arrivals().size() == peers.size();
      if (now - begun > atMost.toNanos() || (reachedAll && now - lastChange > quiet.toNanos())) {
        return told(spread, peers.size());
      }
    }
  }

  private static Told told(Spread spread, int peers) {
    SpreadFigures figures = SpreadFigures.of(spread);
    if (figures.population() != peers) {
      throw new IllegalStateException(
          "%d peers are seen where %d run".formatted(figures.population(), peers));
    }
    Map<PeerAddress, Long> sent = new HashMap<>();
    for (CopyTrip trip : spread.trips()) {
      sent.merge(trip.from(), 1L, Long::sum);
    }
    return new Told(figures, sent.values().stream().mapToLong(Long::longValue).max().orElse(0));
  }

  private Spread spread(RumorId rumor) {
    synchronized (network) {
      Spread spread = network.spread(rumor);
      if (spread == null) {
        throw new IllegalStateException("the rumour is not seen at its own origin");
      }
      return spread;
    }
  }

  private final class Watcher implements PeerWatcher {

    private final PeerAddress address;

    private Watcher(PeerAddress address) {
      this.address = address;
    }

    @Override
    public void seen(PeerSnapshot snapshot) {
      note(new Observation.Seen(snapshot));
    }

    @Override
    public void happened(GossipEvent event) {
      note(new Observation.Happened(address, event));
    }

    private void note(Observation observation) {
      synchronized (network) {
        network.note(observation);
      }
    }
  }

  @Override
  public void close() {
    watches.forEach(PeerWatch::close);
  }
}

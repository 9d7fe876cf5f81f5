package p2pgossip.peer;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import p2pgossip.gossip.GossipEngine;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.PeerClient;
import p2pgossip.net.TransportSecurity;

/// Connects a peer to the targets that its user asks for. Thread-safe; no method waits for the
/// network.
final class Targets {

  private final GossipEngine engine;
  private final EngineDriver driver;
  private final PeerClient client;
  private final PeerRuntime runtime;

  /// @param client sends on behalf of the peer
  Targets(GossipEngine engine, EngineDriver driver, PeerClient client, PeerRuntime runtime) {
    this.engine = engine;
    this.driver = driver;
    this.client = client;
    this.runtime = runtime;
  }

  void connect(PeerAddress target) {
    rememberKeys(List.of(target));
    driver.drive(now -> engine.connect(target, now));
  }

  /// As [RunningPeer#connectToOne].
  void connectToOne(List<PeerAddress> candidates, Consumer<PeerAddress> chosen) {
    if (candidates.size() == 1) {
      connect(candidates.getFirst());
      chosen.accept(candidates.getFirst());
    } else {
      new Candidates(candidates, client, runtime.scheduler(), this, chosen).ask();
    }
  }

  /// Connects to a peer instead of another one that was asked for under the same name and has never
  /// answered.
  ///
  /// @return false if the other has answered or is no longer wanted; then nothing happens
  boolean connectInstead(PeerAddress unanswered, PeerAddress target) {
    if (!waitsFor(unanswered)) {
      return false;
    }
    rememberKeys(List.of(target));
    driver.drive(now -> engine.connectInstead(unanswered, target, now));
    return true;
  }

  /// Whether a peer was asked for and has never answered.
  boolean waitsFor(PeerAddress target) {
    Neighbor neighbor = engine.knownPeers().get(target);
    return neighbor != null && neighbor.health().roundTrip() == null;
  }

  /// Keeps the keys of the peers that the user asks for, however many others are met.
  void rememberKeys(Collection<PeerAddress> targets) {
    runtime
        .security()
        .flatMap(TransportSecurity::trustedPeers)
        .ifPresent(trusted -> targets.forEach(trusted::keep));
  }
}

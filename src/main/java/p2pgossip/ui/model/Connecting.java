package p2pgossip.ui.model;

import java.util.List;
import java.util.concurrent.Executor;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Standing;
import p2pgossip.journal.LineKind;
import p2pgossip.peer.Target;
import p2pgossip.peer.TargetResolver;
import p2pgossip.steering.SteerablePeer;

/// Connects the window's peer to the targets that the user asks for, and keeps the attempts up to
/// date. FX thread only; names are looked up elsewhere.
final class Connecting {

  private final ConnectAttempts attempts;
  private final Journal journal;
  private final TargetResolver resolver;
  private final Executor fxThread;

  Connecting(
      ConnectAttempts attempts, Journal journal, TargetResolver resolver, Executor fxThread) {
    this.attempts = attempts;
    this.journal = journal;
    this.resolver = resolver;
    this.fxThread = fxThread;
  }

  /// Asks for a connection to a peer whose address is known.
  void connect(SteerablePeer peer, PeerAddress address) {
    Target target = new Target(address.host(), address.port());
    attempts.begin(target);
    connect(peer, target, address);
  }

  /// Asks for a connection to each target.
  void connect(SteerablePeer peer, List<Target> targets) {
    for (Target target : targets) {
      attempts.begin(target);
      resolver.resolve(
          target,
          found -> fxThread.execute(() -> connect(peer, target, found)),
          reason -> fxThread.execute(() -> unresolved(target, reason)));
    }
  }

  private void connect(SteerablePeer peer, Target target, List<PeerAddress> found) {
    if (found.size() > 1) {
      peer.connectToOne(found, chosen -> fxThread.execute(() -> attempts.resolved(target, chosen)));
    } else {
      connect(peer, target, found.getFirst());
    }
  }

  private void connect(SteerablePeer peer, Target target, PeerAddress found) {
    attempts.resolved(target, found);
    Neighbor neighbor = peer.knownPeers().get(found);
    if (neighbor != null
        && neighbor.standing() == Standing.CONNECTED
        && neighbor.bond().toldThem() != null) {
      attempts.connected(target, "connected already");
    } else if (neighbor != null && neighbor.standing() == Standing.CONNECTED) {
      // The other peer called first. Asking for it makes sure that the link is made again after a
      // restart.
      attempts.connected(target, "connected already; it called first");
      peer.connect(found);
    } else {
      peer.connect(found);
    }
  }

  private void unresolved(Target target, String reason) {
    attempts.failed(target, reason);
    journal.tell(LineKind.FAILED, null, "Could not connect to " + target + ": " + reason + ".");
  }
}

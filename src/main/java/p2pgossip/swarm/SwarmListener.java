package p2pgossip.swarm;

import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;

/// Hears of a swarm. Called on several threads, many at a time; it must return at once.
public interface SwarmListener {

  /// Hears nothing.
  SwarmListener NONE = new SwarmListener() {};

  /// A member runs: a new one, or one that was started again.
  ///
  /// @param settings with which it begins, which none of its events says
  default void joined(SwarmMember member, PeerSettings settings) {}

  /// A member runs no longer, for whatever reason.
  default void ended(SwarmMember member) {}

  /// Something happened to a member: in order, and never two at a time for the same one, as in
  /// [p2pgossip.peer.GossipListener].
  default void happened(PeerAddress member, GossipEvent event) {}
}

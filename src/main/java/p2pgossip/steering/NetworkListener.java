package p2pgossip.steering;

import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;

/// Hears of a network. Called on several threads, many at a time, where its peers run on several; it
/// must return at once.
@FunctionalInterface
public interface NetworkListener {

  /// Hears nothing.
  NetworkListener NONE = (_, _) -> {};

  /// A member runs: a new one, or one that was started again.
  ///
  /// @param settings with which it begins, which none of its events says
  default void joined(NetworkMember member, PeerSettings settings) {}

  /// A member runs no longer, for whatever reason.
  default void ended(NetworkMember member) {}

  /// Something happened to a member: in order, and never two at a time for the same one.
  void happened(PeerAddress member, GossipEvent event);
}

package p2pgossip.steering;

import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;

/// Hears what happens in a network. Where its peers run on several threads, it is called on several
/// threads at a time. It must return at once.
@FunctionalInterface
public interface NetworkListener {

  /// Does nothing.
  NetworkListener NONE = (_, _) -> {};

  /// A member runs: a new one, or one that has been started again.
  ///
  /// @param settings with which it starts. None of its events tells them
  default void joined(NetworkMember member, PeerSettings settings) {}

  /// A member has ended, for whatever reason.
  default void ended(NetworkMember member) {}

  /// An event of a member. The events of one member come in order, never two at a time.
  void happened(PeerAddress member, GossipEvent event);
}

package p2pgossip.gossip;

import org.jspecify.annotations.Nullable;

/// A piece of gossip.
///
/// @param text what is said; unbounded here, bounded where it comes in from outside
/// @param from who says it, as claimed; null where the sender did not say (the original never does)
public record Message(String text, @Nullable PeerAddress from) {}

package p2pgossip.gossip;

import org.jspecify.annotations.Nullable;

/// A piece of gossip.
///
/// @param text what is said; unbounded here, bounded where it comes in from outside
/// @param from who says it, as claimed; null where the sender did not say (the original never does)
/// @param copy the copy of a rumour that this is, its text the same as `text`; null for a sentence of
/// a period
public record Message(String text, @Nullable PeerAddress from, @Nullable Copy copy) {

  /// A sentence of a period, or one that the user sends beside them.
  public Message(String text, @Nullable PeerAddress from) {
    this(text, from, null);
  }

  /// A copy of a rumour.
  public static Message passing(Copy copy, @Nullable PeerAddress from) {
    return new Message(copy.rumor().text(), from, copy);
  }
}

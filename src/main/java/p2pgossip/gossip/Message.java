package p2pgossip.gossip;

import org.jspecify.annotations.Nullable;

/// A piece of gossip.
///
/// @param text unbounded here; bounded where it comes in from outside
/// @param from the sender as claimed; null if it did not say (the original never does)
/// @param copy the copy of a rumour that this message is, with the same text; null for a sentence
public record Message(String text, @Nullable PeerAddress from, @Nullable Copy copy) {

  /// A sentence, sent each period or whenever the user wants.
  public Message(String text, @Nullable PeerAddress from) {
    this(text, from, null);
  }

  /// A copy of a rumour.
  public static Message passing(Copy copy, @Nullable PeerAddress from) {
    return new Message(copy.rumor().text(), from, copy);
  }
}

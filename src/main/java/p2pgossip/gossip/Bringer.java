package p2pgossip.gossip;

import org.jspecify.annotations.Nullable;

/// Who has brought a rumour, as it is counted: each neighbour by itself, and all others by their source.
/// Bounded memory is shared out by this, so that what one brings does not push out what others brought.
///
/// @param source null for this peer itself
/// @param neighbor null for one that is no neighbour that answers
record Bringer(@Nullable Source source, @Nullable PeerAddress neighbor) {

  private static final Bringer SELF = new Bringer(null, null);

  /// @param sender null where the rumour begins here
  static Bringer of(@Nullable Sender sender, KnownPeers known) {
    return switch (sender) {
      case Sender.Named(PeerAddress address) -> at(address, known);
      case Sender.Presumed(PeerAddress address) -> at(address, known);
      case Sender.Unnamed(var source) -> new Bringer(Source.of(source), null);
      case null -> SELF;
    };
  }

  private static Bringer at(PeerAddress address, KnownPeers known) {
    Neighbor neighbor = known.get(address);
    boolean answers = neighbor != null && neighbor.isHealthy();
    return new Bringer(Source.of(address.ip()), answers ? address : null);
  }

  /// Whether it is neither this peer nor a neighbour that answers.
  boolean isStranger() {
    return source != null && neighbor == null;
  }
}

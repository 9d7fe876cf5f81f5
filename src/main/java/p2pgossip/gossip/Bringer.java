package p2pgossip.gossip;

import org.jspecify.annotations.Nullable;

/// To whom a rumour is attributed when rumours are counted: each neighbour counts by itself, all
/// other peers by their source. This divides bounded memory, so that the rumours of one do not
/// displace those of others.
///
/// @param source null for this peer itself
/// @param neighbor null unless it is a neighbour that answers
record Bringer(@Nullable Source source, @Nullable PeerAddress neighbor) {

  private static final Bringer SELF = new Bringer(null, null);

  /// @param sender null if the rumour begins here
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

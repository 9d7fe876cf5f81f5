package p2pgossip.gossip;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one peer shows of itself at one moment to those that watch it.
///
/// @param at the moment by its own clock
/// @param periods the number of periods that have begun
/// @param neighbors the peers that it knows, bounded in number
/// @param rumors the rumours that it keeps, the newest first, bounded in number
public record PeerSnapshot(
    Instant at,
    PeerAddress address,
    Peer self,
    PeerSettings settings,
    long periods,
    List<Acquaintance> neighbors,
    List<HeardRumor> rumors) {

  public PeerSnapshot {
    neighbors = List.copyOf(neighbors);
    rumors = List.copyOf(rumors);
  }

  /// A peer that it knows.
  ///
  /// @param link whether that peer also knows this one; unknown while it does not answer
  /// @param name that it claims; null if it has none, or has not answered yet
  public record Acquaintance(
      PeerAddress address, Standing standing, Mutuality link, @Nullable PeerName name) {

    /// A peer without a name.
    public Acquaintance(PeerAddress address, Standing standing, Mutuality link) {
      this(address, standing, link, null);
    }

    public boolean isMutual() {
      return link == Mutuality.MUTUAL;
    }

    public Acquaintance named(@Nullable PeerName newName) {
      return new Acquaintance(address, standing, link, newName);
    }
  }

  /// A rumour that it has heard.
  ///
  /// @param hops made by the first copy
  /// @param at when it was first heard
  /// @param from the peer that passed it on; null if it began here or the sender is not known
  /// @param period the number of periods of this peer that had begun by then
  /// @param repeats the number of copies that came after the first
  /// @param spreading whether it is still passed on
  public record HeardRumor(
      Rumor rumor,
      int hops,
      Instant at,
      @Nullable PeerAddress from,
      long period,
      long repeats,
      boolean spreading) {}
}

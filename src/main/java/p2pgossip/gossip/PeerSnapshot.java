package p2pgossip.gossip;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that one peer shows of itself at one moment, for those who watch it.
///
/// @param at the moment, by its own clock
/// @param periods how many have begun
/// @param neighbors those that it knows, bounded in number
/// @param rumors those that it keeps, the newest first, bounded in number
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
  /// @param link whether it also knows this one; unknown while it does not answer
  public record Acquaintance(PeerAddress address, Standing standing, Mutuality link) {

    public boolean isMutual() {
      return link == Mutuality.MUTUAL;
    }
  }

  /// A rumour that it has heard.
  ///
  /// @param hops that the first copy made
  /// @param at when it was first heard
  /// @param from who passed it; null where it began here, or that is not known
  /// @param period how many of this peer's periods had begun by then
  /// @param repeats copies that came after the first
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

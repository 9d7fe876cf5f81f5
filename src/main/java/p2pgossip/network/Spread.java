package p2pgossip.network;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;

/// How far one rumour has come, at one moment; once it is over, how far it came. Immutable.
///
/// @param key by which it is told from others: the rumour's own id, unless another of that id was
///     told before in the same session, as runs of one seed do
/// @param arrivals who has heard it, by address; the origin among them
/// @param population peers that were there at any moment while it spread, as far as they were seen,
///     and those that have heard it: n
/// @param trips every copy that is remembered, in the order of setting off; bounded in number
/// @param copies that were sent in all
/// @param duplicates of them that came to somebody who knew the rumour
/// @param lost of them that never arrived
/// @param conditions under which it was spread
/// @param ending null while something carries it
public record Spread(
    Rumor rumor,
    RumorId key,
    Map<PeerAddress, Arrival> arrivals,
    int population,
    List<CopyTrip> trips,
    long copies,
    long duplicates,
    long lost,
    Conditions conditions,
    @Nullable Ending ending) {

  public Spread {
    arrivals = Map.copyOf(arrivals);
    trips = List.copyOf(trips);
  }

  /// One that goes on, under conditions that are not known.
  public Spread(
      Rumor rumor,
      Map<PeerAddress, Arrival> arrivals,
      int population,
      List<CopyTrip> trips,
      long copies,
      long duplicates,
      long lost) {
    this(
        rumor,
        rumor.id(),
        arrivals,
        population,
        trips,
        copies,
        duplicates,
        lost,
        Conditions.UNKNOWN,
        null);
  }

  /// Whether nothing of it changes any more.
  public boolean isOver() {
    return ending != null;
  }
}

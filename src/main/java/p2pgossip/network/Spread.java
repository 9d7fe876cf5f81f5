package p2pgossip.network;

import java.util.List;
import java.util.Map;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;

/// How far one rumour has come, at one moment. Immutable.
///
/// @param arrivals who has heard it, by address; the origin among them
/// @param population peers there are, or were while it spread, as far as they are seen: n
/// @param trips every copy that is remembered, in the order of setting off; bounded in number
/// @param copies that were sent in all
/// @param duplicates of them that came to somebody who knew the rumour
/// @param lost of them that never arrived
public record Spread(
    Rumor rumor,
    Map<PeerAddress, Arrival> arrivals,
    int population,
    List<CopyTrip> trips,
    long copies,
    long duplicates,
    long lost) {

  public Spread {
    arrivals = Map.copyOf(arrivals);
    trips = List.copyOf(trips);
  }
}

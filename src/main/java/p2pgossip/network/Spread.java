package p2pgossip.network;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;

/// How far one rumour has spread at one moment; once it is over, its final state. Immutable.
///
/// @param key that identifies it: the rumour's own id, unless another rumour with that id was told
///     before in the same session, as in runs with the same seed
/// @param arrivals at the peers that have heard it, by address; including the origin
/// @param population peers that were present at any moment while it spread, as far as seen, and
///     those that have heard it: n
/// @param trips every copy that is remembered, in the order of sending; bounded in number
/// @param copies that were sent in all
/// @param duplicates of them that reached a peer that knew the rumour
/// @param lost of them that never arrived
/// @param sent how many copies each peer has sent, without those that have sent none; of a copy
///     that came from an unknown peer it is not known who sent it
/// @param conditions under which it spread
/// @param ending null while it is carried
public record Spread(
    Rumor rumor,
    RumorId key,
    Map<PeerAddress, Arrival> arrivals,
    int population,
    List<CopyTrip> trips,
    long copies,
    long duplicates,
    long lost,
    Map<PeerAddress, Long> sent,
    Conditions conditions,
    @Nullable Ending ending) {

  public Spread {
    arrivals = Map.copyOf(arrivals);
    trips = List.copyOf(trips);
    sent = Map.copyOf(sent);
  }

  /// One whose trips are all remembered, so that they tell how many copies each peer has sent.
  public Spread(
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
    this(
        rumor,
        key,
        arrivals,
        population,
        trips,
        copies,
        duplicates,
        lost,
        sentIn(trips),
        conditions,
        ending);
  }

  /// How many copies each peer has sent in these trips.
  public static Map<PeerAddress, Long> sentIn(List<CopyTrip> trips) {
    return trips.stream().collect(Collectors.groupingBy(CopyTrip::from, Collectors.counting()));
  }

  /// A rumour that continues, under unknown conditions.
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

package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// All that this peer knows of another at one moment.
///
/// @param peer what it says of itself; null until the first handshake
/// @param since when it came to be known
/// @param askedFor whether the user wants this link, so that it is made again after a restart
/// @param toldThem whether this peer has introduced itself there, with success
/// @param toldUs whether the other has introduced itself here
/// @param lastHeard when anything last came from it; null if never
/// @param roundTrip time from the last answered request to its answer; null before the first
/// @param failures failed attempts in a row
/// @param nextAttempt when it is next tried or checked, outside the periods; null where that is not
/// planned
/// @param trouble why the last attempt failed; null after a success
public record Neighbor(
    PeerAddress address,
    @Nullable Peer peer,
    Standing standing,
    Origin origin,
    Instant since,
    boolean askedFor,
    boolean toldThem,
    boolean toldUs,
    Traffic traffic,
    @Nullable Instant lastHeard,
    @Nullable Duration roundTrip,
    int failures,
    @Nullable Instant nextAttempt,
    @Nullable String trouble) {

  /// Messages exchanged with one neighbour.
  ///
  /// @param sent put on the way
  /// @param delivered answered
  /// @param failed not answered, or not in time
  /// @param received come in from it
  public record Traffic(long sent, long delivered, long failed, long received) {
    public static final Traffic NONE = new Traffic(0, 0, 0, 0);
  }

  /// Whether messages go to it.
  public boolean isHealthy() {
    return standing == Standing.CONNECTED || standing == Standing.LEARNED;
  }
}

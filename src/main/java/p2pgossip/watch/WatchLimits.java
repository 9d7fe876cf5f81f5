package p2pgossip.watch;

import java.time.Duration;

/// The limits of a [NetworkWatch].
///
/// @param followed peers of other processes at a time
/// @param handshakes in progress at a time
/// @param candidates addresses considered at a time
/// @param waiting observations that are not taken yet, of all peers but the favoured one
/// @param waitingOfFavored of that one
/// @param waitingOfOne of them, of one peer of another process
/// @param firstPause before a peer is tried again
/// @param longestPause to which pauses double with each failure; also until a peer that offers no
///     events, or refuses the password, is asked again
/// @param beat at which the set of followed peers is checked
public record WatchLimits(
    int followed,
    int handshakes,
    int candidates,
    int waiting,
    int waitingOfFavored,
    int waitingOfOne,
    Duration firstPause,
    Duration longestPause,
    Duration beat) {

  public static final WatchLimits DEFAULT =
      new WatchLimits(
          256,
          8,
          2_000,
          50_000,
          20_000,
          10_000,
          Duration.ofSeconds(1),
          Duration.ofMinutes(1),
          Duration.ofMillis(500));
}

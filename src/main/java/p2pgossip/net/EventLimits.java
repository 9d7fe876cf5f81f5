package p2pgossip.net;

import java.time.Duration;

/// The limits of a [PeerServer] for the readers of its peer's events.
///
/// @param listeners at a time; more are answered with 503
/// @param events kept for readers that are behind; one that is further behind is sent the state
///     anew
/// @param weight of all those events together, in bytes, roughly
/// @param pace for which events are gathered, so that many are sent in one packet
/// @param heartbeat between signs of life
/// @param stall after which a reader that takes nothing is disconnected
public record EventLimits(
    int listeners, int events, int weight, Duration pace, Duration heartbeat, Duration stall) {

  public static final EventLimits DEFAULT =
      new EventLimits(
          64,
          4_096,
          2 * 1024 * 1024,
          Duration.ofMillis(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30));
}

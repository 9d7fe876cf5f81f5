package p2pgossip.net;

import java.time.Duration;

/// How much, and for how long, a [PeerServer] bears with those who follow what happens to its peer.
///
/// @param listeners at a time; more are answered with 503
/// @param events that are kept for listeners who are behind; whoever is further behind is sent the
/// state anew
/// @param weight of all those events together, about bytes
/// @param pace for which events are gathered, so that many go out in one packet
/// @param heartbeat between the signs of life
/// @param stall after which a listener that takes nothing is hung up on
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

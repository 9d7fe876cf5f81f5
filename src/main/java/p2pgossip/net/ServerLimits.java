package p2pgossip.net;

import java.time.Duration;

/// How much, and for how long, a [PeerServer] bears with those who call it.
///
/// @param bodyBytes the largest body of a request; the original takes 32,768
/// @param connections open at a time; more wait until one is closed
/// @param waitingConnections that wait to be taken; beyond them, the machine takes no call for the peer
/// until there is room. The machine may have a lower limit of its own
/// @param waitingBodies requests whose body has not arrived in full; more are answered with 503
/// @param headTime for a request's head, from its first byte
/// @param bodyTime for a request's body, from the end of its head
/// @param idleTime for which a connection may stand without a request, or without a byte moving
/// @param closingTime for which requests under way may go on once the server is being closed
/// @param events how it bears with those who follow what happens
public record ServerLimits(
    int bodyBytes,
    int connections,
    int waitingConnections,
    int waitingBodies,
    Duration headTime,
    Duration bodyTime,
    Duration idleTime,
    Duration closingTime,
    EventLimits events) {

  /// The largest body that the original takes.
  public static final int ORIGINAL_BODY_BYTES = 32_768;

  public static final ServerLimits DEFAULT =
      new ServerLimits(
          ORIGINAL_BODY_BYTES,
          2_000,
          1_000,
          500,
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMillis(500),
          EventLimits.DEFAULT);
}

package p2pgossip.net;

import java.time.Duration;

/// The limits of a [PeerServer] for its callers.
///
/// @param bodyBytes the largest body of a request; the original takes 32,768
/// @param connections open at a time; more wait until one is closed
/// @param waitingConnections that wait to be accepted; beyond them, the system accepts no
///     connection for the peer until there is room. The system may have a lower limit of its own
/// @param waitingBodies requests whose body has not fully arrived; more are answered with 503
/// @param headTime for a request's head, from its first byte, and for the first byte of a new
///     connection
/// @param bodyTime for a request's body, from the end of its head
/// @param idleTime for which a connection may be open without a request, or without a byte
///     transferred
/// @param closingTime for which requests in progress may continue when the server closes
/// @param events the limits for readers of the peer's events
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

  /// The largest head of a request, in bytes.
  private static final int HEAD_BYTES = 16 * 1024;

  /// The rest of a request besides its head and body: the lines between chunks, and trailers.
  private static final int CHUNKING_BYTES = 16 * 1024;

  /// What TLS adds to a request: the handshake and the framing of records.
  private static final int TLS_BYTES = 64 * 1024;

  /// What TLS holds for a caller until its handshake, or a record that has begun, is complete:
  /// buffers and state of some 20 KiB, expressed in bytes as [Intake] counts them.
  private static final int TLS_HELD = 512;

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

  /// The largest head of a request.
  int headBytes() {
    return HEAD_BYTES;
  }

  /// The most that a caller may send from the end of one answer to the end of the next.
  long requestBytes(boolean secure) {
    return HEAD_BYTES + bodyBytes + CHUNKING_BYTES + (secure ? TLS_BYTES : 0L);
  }

  /// What counts for a request that has begun, in addition to its bytes.
  long heldBytes(boolean secure) {
    return secure ? TLS_HELD : 0;
  }

  /// For the first byte of a new connection and, over TLS, for the first after the handshake.
  Duration firstByteTime() {
    return headTime.compareTo(idleTime) < 0 ? headTime : idleTime;
  }
}

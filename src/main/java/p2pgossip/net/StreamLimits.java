package p2pgossip.net;

import java.time.Duration;
import p2pgossip.wire.PeerSnapshotJson;

/// The limits of [PeerStreams] for the peers that they follow.
///
/// @param streams at a time
/// @param connecting how long connecting may take
/// @param silence after which a stream is given up: without a byte, or without the end of a line
/// @param eventBytes the largest event
/// @param eventsPerSecond of one stream, including comments
/// @param bytesPerSecond of one stream
public record StreamLimits(
    int streams,
    Duration connecting,
    Duration silence,
    int eventBytes,
    int eventsPerSecond,
    int bytesPerSecond) {

  public static final StreamLimits DEFAULT =
      new StreamLimits(
          512,
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          PeerSnapshotJson.LARGEST + 1_024,
          20_000,
          32 * 1024 * 1024);
}

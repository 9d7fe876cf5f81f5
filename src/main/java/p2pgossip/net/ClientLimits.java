package p2pgossip.net;

import java.time.Duration;

/// The limits of an [HttpPeerClient] for the peers that it calls.
///
/// @param time for one request, from the call to the end of the answer, including connecting
/// @param connections open or being opened at a time; further requests wait for one, at most `time`
/// @param connectionsPerPeer the same for one address: few enough that the peers of a large swarm
///     in one process, all writing to each other at once, keep theirs open instead of taking them
///     from each other, and that one peer that hangs does not take them all
/// @param idleTime for which an unused connection may be reused if the other end does not say how
///     long it keeps it open: less than 5 s, after which the original closes its end
/// @param longestIdleTime the same if the other end does say so; four fifths of what it says are
///     used, and never more than this
/// @param answerBytes the largest body of an answer
/// @param knownPeersBytes the largest body of a list of known peers; a longer one is cut here and
///     read as far as it goes
/// @param knownPeers entries of such a list that are kept
public record ClientLimits(
    Duration time,
    int connections,
    int connectionsPerPeer,
    Duration idleTime,
    Duration longestIdleTime,
    int answerBytes,
    int knownPeersBytes,
    int knownPeers) {

  public static final ClientLimits DEFAULT =
      new ClientLimits(
          Duration.ofSeconds(5),
          2_048,
          4,
          Duration.ofSeconds(4),
          Duration.ofMinutes(1),
          65_536,
          1_048_576,
          5_000);

  public ClientLimits withTime(Duration newTime) {
    return new ClientLimits(
        newTime,
        connections,
        connectionsPerPeer,
        idleTime,
        longestIdleTime,
        answerBytes,
        knownPeersBytes,
        knownPeers);
  }
}

package p2pgossip.net;

import java.time.Duration;

/// How much, and for how long, an [HttpPeerClient] bears with those that it asks.
///
/// @param time for one request, from asking to the end of the answer, connecting included
/// @param connections open or being opened at a time; further requests wait for one, at most `time`
/// @param connectionsPerPeer the same, to one address: so few that the peers of a large swarm in one
/// process, all writing to each other at once, keep theirs open instead of taking them from each other,
/// and that one that hangs does not take them all
/// @param idleTime after which an unused connection is closed, up to one and a half times that: in
/// all to be under 4 s, because the original closes its end after 5 s
/// @param answerBytes the largest body of an answer
/// @param knownPeersBytes the largest body of a list of known peers; a longer one is cut here and
/// read as far as it goes
/// @param knownPeers entries of such a list that are kept
public record ClientLimits(
    Duration time,
    int connections,
    int connectionsPerPeer,
    Duration idleTime,
    int answerBytes,
    int knownPeersBytes,
    int knownPeers) {

  public static final ClientLimits DEFAULT =
      new ClientLimits(
          Duration.ofSeconds(5), 2_048, 4, Duration.ofMillis(2_500), 65_536, 1_048_576, 5_000);

  public ClientLimits withTime(Duration newTime) {
    return new ClientLimits(
        newTime,
        connections,
        connectionsPerPeer,
        idleTime,
        answerBytes,
        knownPeersBytes,
        knownPeers);
  }
}

package p2pgossip.fault;

import java.util.Set;
import java.util.stream.Collectors;
import p2pgossip.gossip.PeerAddress;

/// Faults in force, in words.
public final class FaultWords {

  /// Peers that are named one by one. Of more, only the number is told.
  private static final int NAMED = 3;

  private FaultWords() {}

  /// One line without a full stop, as in `loss of 20 % between 127.0.0.1:8080 and 127.0.0.1:8081`.
  public static String of(Fault<PeerAddress> fault) {
    return fault.words(FaultWords::names);
  }

  private static String names(Set<PeerAddress> peers) {
    return peers.size() > NAMED
        ? peers.size() + " peers"
        : peers.stream().sorted().map(PeerAddress::toString).collect(Collectors.joining(", "));
  }
}

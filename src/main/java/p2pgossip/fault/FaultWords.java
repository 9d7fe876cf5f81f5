package p2pgossip.fault;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import p2pgossip.gossip.PeerAddress;

/// Faults in force, in words.
public final class FaultWords {

  /// Peers that are named one by one. Of more, only the number is told.
  private static final int NAMED = 3;

  private FaultWords() {}

  /// One line without a full stop, as in `loss of 20 % between 127.0.0.1:8080 and 127.0.0.1:8081`.
  public static String of(Fault<PeerAddress> fault) {
    return of(fault, PeerAddress::toString);
  }

  /// The same.
  ///
  /// @param label what a peer is called
  public static String of(Fault<PeerAddress> fault, Function<PeerAddress, String> label) {
    return fault.words(peers -> names(peers, label));
  }

  private static String names(Set<PeerAddress> peers, Function<PeerAddress, String> label) {
    return peers.size() > NAMED
        ? peers.size() + " peers"
        : peers.stream().sorted().map(label).collect(Collectors.joining(", "));
  }
}

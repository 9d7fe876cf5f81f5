package p2pgossip.journal;

import java.util.Set;
import java.util.stream.Collectors;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Fault.Path;
import p2pgossip.gossip.PeerAddress;

/// Describes faults to a user.
public final class FaultInWords {

  /// The most peers that are named; of more, the number is given.
  private static final int NAMED = 3;

  private FaultInWords() {}

  /// One line without a full stop, as in "20 % lost between 127.0.0.1:8080 and 127.0.0.1:8081".
  public static String of(Fault fault) {
    return switch (fault) {
      case Fault.Freeze(PeerAddress peer) -> peer + " is frozen";
      case Fault.Loss(Path path, double share) -> percent(share) + " lost " + of(path);
      case Fault.Delay(Path path, var mean, var jitter) ->
          jitter.isZero()
              ? "%s ms late %s".formatted(mean.toMillis(), of(path))
              : "%s ± %s ms late %s".formatted(mean.toMillis(), jitter.toMillis(), of(path));
      case Fault.Block(Path path) -> "Nothing gets through " + of(path);
      case Fault.Partition partition ->
          "Partition: "
              + partition.sides().stream()
                  .map(side -> side.size() == 1 ? one(side) : side.size() + " peers")
                  .collect(Collectors.joining(" | "));
    };
  }

  private static String of(Path path) {
    return switch (path) {
      case Path.OneWay(PeerAddress from, PeerAddress to) -> "from " + from + " to " + to;
      case Path.Between(PeerAddress one, PeerAddress other) -> "between " + one + " and " + other;
      case Path.Around(Set<PeerAddress> peers) -> "around " + names(peers);
      case Path.Everywhere _ -> "everywhere";
    };
  }

  private static String names(Set<PeerAddress> peers) {
    return peers.size() > NAMED
        ? peers.size() + " peers"
        : peers.stream().sorted().map(PeerAddress::toString).collect(Collectors.joining(", "));
  }

  private static String one(Set<PeerAddress> side) {
    return side.iterator().next().toString();
  }

  private static String percent(double share) {
    double percent = share * 100;
    return percent == Math.rint(percent)
        ? Math.round(percent) + " %"
        : Math.round(percent * 10) / 10.0 + " %";
  }
}

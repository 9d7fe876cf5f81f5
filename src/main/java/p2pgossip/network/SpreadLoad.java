package p2pgossip.network;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// How the work of a spread is shared out: how many copies each peer of its population has sent.
/// Immutable.
///
/// @param copies of each peer, in descending order; 0 for a peer that has sent none
public record SpreadLoad(List<Long> copies) {

  public SpreadLoad {
    copies = List.copyOf(copies);
  }

  /// Of a spread so far.
  public static SpreadLoad of(Spread spread) {
    int idle = Math.max(0, spread.population() - spread.sent().size());
    return new SpreadLoad(
        Stream.concat(
                spread.sent().values().stream().sorted(Comparator.reverseOrder()),
                Stream.generate(() -> 0L).limit(idle))
            .toList());
  }

  /// The copies of all peers; those from unknown peers are not among them.
  public long total() {
    return copies.stream().mapToLong(Long::longValue).sum();
  }

  /// How many peers the busiest tenth is, rounded up to a whole peer.
  public int tenth() {
    return Math.ceilDiv(copies.size(), 10);
  }

  /// The share of all copies that the busiest tenth of the peers has sent, 0 to 1: 0.1 if all peers
  /// send alike; not a number while no copy has been sent.
  public double busiestTenth() {
    long total = total();
    long busiest = copies.stream().limit(tenth()).mapToLong(Long::longValue).sum();
    return total == 0 ? Double.NaN : (double) busiest / total;
  }
}

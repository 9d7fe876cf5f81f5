package p2pgossip.gossip;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Shares a bounded number of places among the sources of those that want one. A source may take
/// all places while no other wants any. Once all are taken, the source that holds the most gives
/// one up to a source that holds fewer (max-min fairness), so that a source that asks often keeps
/// no other out.
public final class FairShare {

  private FairShare() {}

  /// Who gives up its place to a newcomer once all places are taken.
  ///
  /// @param mayYield the holders of places that may give them up, in the order in which they do
  /// @param sourceOf where each comes from
  /// @param newcomer the source of the newcomer
  /// @return empty if the newcomer would make its source hold more places than any other
  public static <T> Optional<T> whoYields(
      Collection<T> mayYield, Function<? super T, Source> sourceOf, Source newcomer) {
    Map<Source, Integer> held = new HashMap<>();
    mayYield.forEach(one -> held.merge(sourceOf.apply(one), 1, Integer::sum));
    int own = held.getOrDefault(newcomer, 0);
    return most(held) <= own + 1 ? Optional.empty() : firstOfMost(mayYield, sourceOf, held);
  }

  /// Who gives up its place to something that has precedence over all of them, once all places are
  /// taken.
  ///
  /// @param mayYield the holders of places that may give them up, in the order in which they do
  /// @param sourceOf where each comes from
  /// @return one of the source that holds the most; empty if there are none
  public static <T> Optional<T> whoYields(
      Collection<T> mayYield, Function<? super T, Source> sourceOf) {
    Map<Source, Integer> held = new HashMap<>();
    mayYield.forEach(one -> held.merge(sourceOf.apply(one), 1, Integer::sum));
    return firstOfMost(mayYield, sourceOf, held);
  }

  private static int most(Map<Source, Integer> held) {
    return held.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static <T> Optional<T> firstOfMost(
      Collection<T> mayYield, Function<? super T, Source> sourceOf, Map<Source, Integer> held) {
    int most = most(held);
    return mayYield.stream()
        .filter(one -> held.getOrDefault(sourceOf.apply(one), 0) == most)
        .findFirst();
  }
}

package p2pgossip.gossip;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Shares places of which there is a bounded number among the sources of those who want them. A source may
/// take all of them while nobody else wants any; where all are taken, the source that holds the most gives
/// way to one that holds less (max-min fairness). So nobody is kept out by one who comes often.
public final class FairShare {

  private FairShare() {}

  /// Who gives way to a newcomer, where all places are taken.
  ///
  /// @param mayYield those who hold a place and are not above giving way, the first to do so first
  /// @param sourceOf where each comes from
  /// @param newcomer where the newcomer comes from
  /// @return empty where no other source would still hold at least as many as the newcomer's afterwards
  public static <T> Optional<T> whoYields(
      Collection<T> mayYield, Function<? super T, Source> sourceOf, Source newcomer) {
    Map<Source, Integer> held = new HashMap<>();
    mayYield.forEach(one -> held.merge(sourceOf.apply(one), 1, Integer::sum));
    int own = held.getOrDefault(newcomer, 0);
    return most(held) <= own + 1 ? Optional.empty() : firstOfMost(mayYield, sourceOf, held);
  }

  /// Who gives way to somebody who is above all of them, where all places are taken.
  ///
  /// @param mayYield those who hold a place and are not above giving way, the first to do so first
  /// @param sourceOf where each comes from
  /// @return one of the source that holds the most; empty where there is nobody
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

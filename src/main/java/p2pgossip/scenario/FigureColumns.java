package p2pgossip.scenario;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.SpreadFigures;

/// What a spread has cost, as columns of a table: those of [SpreadFigures] that are no times.
public final class FigureColumns {

  public static final List<String> NAMES =
      List.of(
          "copies",
          "copies_per_peer",
          "duplicates",
          "lost",
          "redundancy",
          "longest_hops",
          "mean_hops",
          "copies_to_last",
          "copies_to_last_per_peer",
          "redundancy_to_last",
          "busiest_tenth");

  private FigureColumns() {}

  /// One for each of [#NAMES]; what has no value is null or NaN.
  public static List<@Nullable Object> of(SpreadFigures figures) {
    return Arrays.asList(
        figures.copies(),
        figures.copiesPerPeer(),
        figures.duplicates(),
        figures.lost(),
        figures.redundancy(),
        figures.longestHops(),
        figures.meanHops(),
        figures.copiesToLast(),
        figures.copiesToLastPerPeer(),
        figures.redundancyToLast(),
        figures.busiestTenth());
  }
}

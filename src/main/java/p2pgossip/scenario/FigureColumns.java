package p2pgossip.scenario;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.SpreadFigures;

/// The cost of a spread, as columns of a table: the [SpreadFigures] that are not times.
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

  /// The cells, one for each of [#NAMES]; null or NaN where there is no value.
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

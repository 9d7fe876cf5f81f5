package p2pgossip.ui.spread;

import java.util.List;

/// The charts of a spread, in the order shown; the first is the largest.
final class ChartKinds {

  static final List<ChartKind> ALL =
      List.of(new CoverageChart(), new HearersChart(), new DuplicatesChart(), new LoadChart());

  private ChartKinds() {}
}

package p2pgossip.ui.spread;

import java.util.List;
import p2pgossip.network.SpreadCurve.Round;
import p2pgossip.ui.chart.Chart;

/// How many peers heard the rumour first in each period.
final class HearersChart implements ChartKind {

  @Override
  public String id() {
    return "hearers";
  }

  @Override
  public String heading() {
    return "New hearers";
  }

  @Override
  public String definition() {
    return "Peers that heard the rumour first in each period, counted by their own periods.";
  }

  @Override
  public String remark(List<DrawnSpread> all, Against against) {
    return "per period";
  }

  @Override
  public Chart of(List<DrawnSpread> all, Against against) {
    return ChartParts.perPeriod(all, "New hearers per period: ", Round::hearers);
  }
}

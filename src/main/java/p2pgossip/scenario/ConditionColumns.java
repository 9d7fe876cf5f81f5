package p2pgossip.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.Spreading;
import p2pgossip.network.Conditions;
import p2pgossip.network.Conditions.InForce;
import p2pgossip.network.Run;
import p2pgossip.network.SpreadTimes;

/// The conditions under which a rumour spread, as the last columns of a table. A cell is empty
/// where the value is unknown or has no meaning for the strategy. The settings are those of the
/// peer that began the rumour, at that time.
public final class ConditionColumns {

  /// The columns. `later` and `faults` hold words of [ConditionWords].
  public static final List<String> NAMES =
      List.of(
          "run_number",
          "scenario",
          "variant",
          "repetition",
          "topology",
          "seed",
          "originals",
          "time",
          "strategy",
          "fanout",
          "interest",
          "hop_limit",
          "forwarding",
          "period_s",
          "later",
          "faults");

  private ConditionColumns() {}

  /// The cells, one for each of [#NAMES].
  public static List<@Nullable Object> of(Conditions conditions, SpreadTimes times) {
    List<@Nullable Object> cells = new ArrayList<>(NAMES.size());
    addRun(cells, conditions);
    addSettings(cells, conditions, times);
    cells.add(ConditionWords.faults(conditions, times));
    return cells;
  }

  private static void addRun(List<@Nullable Object> cells, Conditions conditions) {
    Run run = conditions.run();
    if (run == null) {
      cells.addAll(Collections.nCopies(8, null));
      return;
    }
    cells.add(run.number());
    cells.add(run.scenario());
    cells.add(run.variant());
    cells.add(run.repetition());
    cells.add(run.topology());
    cells.add(run.seed());
    cells.add(run.originals());
    cells.add(run.time().label());
  }

  private static void addSettings(
      List<@Nullable Object> cells, Conditions conditions, SpreadTimes times) {
    if (conditions.settings().isEmpty()) {
      cells.addAll(Collections.nCopies(7, null));
      return;
    }
    InForce first = conditions.settings().getFirst();
    Spreading spreading = first.spreading();
    cells.add(spreading.strategy().label());
    cells.add(spreading.strategy().isPeriodic() ? (Integer) spreading.fanout() : null);
    cells.add(spreading.strategy().losesInterest() ? InterestLabel.of(spreading.interest()) : null);
    cells.add(spreading.hopLimit());
    cells.add(spreading.strategy().forwardsByChance() ? spreading.forwarding().label() : null);
    cells.add(seconds(first.period()));
    String all = ConditionWords.settings(conditions, times);
    int end = all.indexOf("; ");
    cells.add(end < 0 ? null : all.substring(end + 2));
  }

  private static BigDecimal seconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 9).stripTrailingZeros();
  }
}

package p2pgossip.scenario;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.FaultWords;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.ShownText;
import p2pgossip.gossip.Spreading;
import p2pgossip.network.Conditions;
import p2pgossip.network.Conditions.FaultSpan;
import p2pgossip.network.Conditions.InForce;
import p2pgossip.network.Run;
import p2pgossip.network.SpreadTimes;

/// The conditions under which a rumour spread, in words. Times count from the rumour's birth, like
/// the times of its figures.
public final class ConditionWords {

  private static final int MOST_FAULTS = 6;

  private ConditionWords() {}

  /// A few words for a line of a list: `run 2 · push-pull 3 · ring`. Empty if nothing is known.
  public static String brief(Conditions conditions) {
    List<String> parts = new ArrayList<>();
    Run run = conditions.run();
    if (run != null) {
      // It comes first because the end of the line may be cut off.
      parts.add(run.variant() == null ? "run " + run.number() : ShownText.of(run.variant()));
    }
    if (!conditions.settings().isEmpty()) {
      parts.add(strategies(conditions));
    }
    if (!conditions.faults().isEmpty()) {
      parts.add("faults");
    }
    if (run != null) {
      parts.add(ShownText.of(run.topology()));
    }
    return String.join(" · ", parts);
  }

  /// The strategies: `push-pull 3, then flood`. Empty if nothing is known.
  public static String strategies(Conditions conditions) {
    return conditions.settings().stream()
        .map(it -> brief(it.spreading()))
        .distinct()
        .collect(Collectors.joining(conditions.mixed() ? " and " : ", then "));
  }

  /// The strategy with its parameters, if it has any: `push 3`, `flood`, `gossip1 0.7:1`.
  public static String brief(Spreading spreading) {
    String label = spreading.strategy().label();
    if (spreading.strategy().forwardsByChance()) {
      return label + " " + spreading.forwarding().label();
    }
    return spreading.strategy().isPeriodic() ? label + " " + spreading.fanout() : label;
  }

  /// All conditions: a line for the settings, the network and the faults. Empty if nothing is
  /// known.
  public static String full(Conditions conditions, SpreadTimes times) {
    List<String> lines = new ArrayList<>();
    if (!conditions.settings().isEmpty()) {
      lines.add("Settings: " + settings(conditions, times) + ".");
    }
    Run run = conditions.run();
    if (run != null) {
      lines.add("Network: " + network(run) + ".");
    }
    if (!conditions.faults().isEmpty()) {
      lines.add("Faults: " + faults(conditions, times) + ".");
    }
    return String.join("\n", lines);
  }

  /// The settings: `push-pull, fanout 3, period 1 s; then flood from 3.2 s`.
  public static String settings(Conditions conditions, SpreadTimes times) {
    List<String> parts = new ArrayList<>();
    InForce before = null;
    for (InForce it : conditions.settings()) {
      parts.add(
          before == null
              ? settings(it)
              : "then " + changed(before, it) + " from " + seconds(times.since(it.from())));
      before = it;
    }
    return String.join("; ", parts) + (conditions.mixed() ? "; several at once" : "");
  }

  private static String settings(InForce it) {
    return spreading(it.spreading()) + ", period " + seconds(it.period());
  }

  private static String spreading(Spreading spreading) {
    StringBuilder words = new StringBuilder(spreading.strategy().label());
    if (spreading.strategy().isPeriodic()) {
      words.append(", fanout ").append(spreading.fanout());
    }
    if (spreading.strategy().losesInterest()) {
      words.append(", interest ").append(InterestLabel.of(spreading.interest()));
    }
    if (spreading.strategy().forwardsByChance()) {
      words.append(", forwarding ").append(spreading.forwarding().label());
    }
    return words.toString();
  }

  private static String changed(InForce before, InForce after) {
    List<String> parts = new ArrayList<>();
    if (!after.spreading().equals(before.spreading())) {
      parts.add(spreading(after.spreading()));
    }
    if (!after.period().equals(before.period())) {
      parts.add("period " + seconds(after.period()));
    }
    return String.join(", ", parts);
  }

  /// The network: `run 2 (Push against pull: push), small-world:4:0.1, seed 7, 24 peers, 2 of them
  /// original`; followed by `, in virtual time` where it was simulated, and by
  /// `, in step` where the peers had their periods together.
  public static String network(Run run) {
    StringBuilder words = new StringBuilder("run ").append(run.number());
    String of = of(run);
    if (!of.isEmpty()) {
      words.append(" (").append(of).append(')');
    }
    words.append(", ").append(ShownText.of(run.topology())).append(", seed ").append(run.seed());
    words.append(", ").append(run.members().size());
    words.append(run.members().size() == 1 ? " peer" : " peers");
    if (run.originals() > 0) {
      words.append(", ").append(run.originals()).append(" of them original");
    }
    if (run.time() == Run.Time.VIRTUAL) {
      words.append(", in virtual time");
    }
    if (run.inStep()) {
      words.append(", in step");
    }
    return words.toString();
  }

  private static String of(Run run) {
    List<String> parts = new ArrayList<>();
    if (run.scenario() != null) {
      parts.add(ShownText.of(run.scenario()));
    }
    if (run.variant() != null) {
      parts.add(ShownText.of(run.variant()));
    }
    String of = String.join(": ", parts);
    return run.repetition() == 1 ? of : of + ", repetition " + run.repetition();
  }

  /// The faults that were in force while the rumour spread, each with its time: `loss of 20 %
  /// everywhere from 0 s to 3.2 s`.
  public static String faults(Conditions conditions, SpreadTimes times) {
    List<String> parts = new ArrayList<>();
    for (FaultSpan span : conditions.faults()) {
      if (parts.size() == MOST_FAULTS) {
        parts.add((conditions.faults().size() - MOST_FAULTS) + " more");
        break;
      }
      String until = span.until() == null ? "" : " to " + seconds(times.since(span.until()));
      parts.add(FaultWords.of(span.fault()) + " from " + seconds(times.since(span.from())) + until);
    }
    return String.join("; ", parts);
  }

  /// In seconds, to a thousandth, without trailing zeros.
  static String seconds(@Nullable Duration time) {
    if (time == null) {
      return "";
    }
    return BigDecimal.valueOf(time.toNanos(), 9)
            .setScale(3, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + " s";
  }
}

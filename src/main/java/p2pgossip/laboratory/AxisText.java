package p2pgossip.laboratory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import p2pgossip.gossip.Quote;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Parameter;

/// The values of an axis as one types them: `1, 2, 5`, `1 to 10`, `0 to 80 step 10`, `16 to 1e4
/// times 4`, or words, as in `push, pull`. Chances are per cent here and shares in an [Axis].
public final class AxisText {

  private static final int LONGEST = 2_000;

  /// Fewer are written one by one.
  private static final int FEWEST_IN_A_RANGE = 4;

  private static final String NUMBER = "([0-9.eE+-]+)";
  private static final Pattern RANGE =
      Pattern.compile(NUMBER + "\\s+to\\s+" + NUMBER + "(?:\\s+(step|times)\\s+" + NUMBER + ")?");

  private AxisText() {}

  /// Reads the values.
  ///
  /// @throws IllegalArgumentException when they can't be read, saying what is expected
  public static Axis parse(Parameter parameter, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("name some values, such as " + usual(parameter));
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the values take %s characters; %s are allowed".formatted(text.length(), LONGEST));
    }
    List<String> values = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String item = part.strip();
      if (item.isEmpty()) {
        throw new IllegalArgumentException("there is a comma without a value beside it");
      }
      if (parameter.isNumber()) {
        addNumbers(parameter, item, values);
      } else {
        values.add(item);
      }
    }
    return new Axis(parameter, values);
  }

  private static void addNumbers(Parameter parameter, String item, List<String> values) {
    Matcher range = RANGE.matcher(item);
    if (!range.matches()) {
      values.add(Axis.text(number(parameter, item)));
      return;
    }
    BigDecimal from = number(parameter, range.group(1));
    BigDecimal to = number(parameter, range.group(2));
    if (from.compareTo(to) > 0) {
      throw new IllegalArgumentException(
          "%s leads nowhere; begin with the smaller number".formatted(Quote.of(item)));
    }
    if ("times".equals(range.group(3))) {
      values.addAll(Axis.factors(parameter, from, to, factor(range.group(4))).values());
    } else {
      BigDecimal step = number(parameter, range.group(3) == null ? "1" : range.group(4));
      values.addAll(Axis.steps(parameter, from, to, step).values());
    }
  }

  private static BigDecimal number(Parameter parameter, String text) {
    BigDecimal number = decimal(text, parameter);
    return isInPercent(parameter) ? number.movePointLeft(2) : number;
  }

  private static BigDecimal factor(String text) {
    return decimal(text, Parameter.FANOUT);
  }

  private static BigDecimal decimal(String text, Parameter parameter) {
    // The axis knows how long a number may be; what it takes is read here too.
    List<String> read;
    try {
      read = new Axis(parameter, List.of(text)).values();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s is neither a number nor a range, such as %s"
              .formatted(Quote.of(text), usual(parameter)),
          e);
    }
    return new BigDecimal(read.getFirst());
  }

  /// Whether its values are typed and shown in per cent.
  public static boolean isInPercent(Parameter parameter) {
    return parameter == Parameter.LOSS || parameter == Parameter.CRASH;
  }

  /// A value of an axis as it is typed.
  public static String shown(Parameter parameter, String value) {
    return isInPercent(parameter) ? Axis.text(new BigDecimal(value).movePointRight(2)) : value;
  }

  /// The values as they are typed; a range where they are one.
  public static String of(Axis axis) {
    List<String> shown =
        axis.values().stream().map(value -> shown(axis.parameter(), value)).toList();
    if (axis.parameter().isNumber() && shown.size() >= FEWEST_IN_A_RANGE) {
      List<BigDecimal> numbers = shown.stream().map(BigDecimal::new).toList();
      String ends = shown.getFirst() + " to " + shown.getLast();
      BigDecimal step = numbers.get(1).subtract(numbers.getFirst());
      if (step.signum() > 0 && isSteps(numbers, step)) {
        return step.compareTo(BigDecimal.ONE) == 0 ? ends : ends + " step " + Axis.text(step);
      }
      if (numbers.getFirst().signum() > 0 && isWholeTimes(numbers)) {
        return ends
            + " times "
            + Axis.text(numbers.get(1).divideToIntegralValue(numbers.getFirst()));
      }
    }
    return String.join(", ", shown);
  }

  private static boolean isSteps(List<BigDecimal> numbers, BigDecimal step) {
    for (int each = 1; each < numbers.size(); each++) {
      if (numbers.get(each).subtract(numbers.get(each - 1)).compareTo(step) != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWholeTimes(List<BigDecimal> numbers) {
    BigDecimal times = numbers.get(1).divideToIntegralValue(numbers.getFirst());
    for (int each = 1; each < numbers.size(); each++) {
      if (numbers.get(each - 1).multiply(times).compareTo(numbers.get(each)) != 0) {
        return false;
      }
    }
    return times.compareTo(BigDecimal.ONE) > 0;
  }

  /// Values to begin with.
  public static String usual(Parameter parameter) {
    return switch (parameter) {
      case PEERS -> "25 to 1600 times 4";
      case TOPOLOGY -> "complete, random:4, small-world:4:0.1, grid, ring";
      case STRATEGY -> "push, pull, push-pull";
      case FANOUT -> "1 to 10";
      case INTEREST -> "counter:1, counter:2, counter:3, counter:4";
      case HOP_LIMIT -> "2 to 12 step 2";
      case FORWARDING -> "0.6:1, 0.7:1, 0.8:1";
      case LOSS, CRASH -> "0 to 80 step 10";
      case CRASH_AFTER -> "0 to 10 step 2";
      case PERIOD -> "0.5, 1, 2";
      case LATENCY -> "0.01, 0.1, 1";
      case CHURN -> "0, 6, 12, 24";
      case MESSAGE_BYTES -> "200, 500, 1000";
    };
  }
}

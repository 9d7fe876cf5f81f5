package p2pgossip.sweep;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.Quote;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.topology.Topology;

/// Reads the values of parameters.
final class Values {

  private static final int LONGEST = 32;

  private Values() {}

  static int whole(Parameter parameter, String value, int least, int most) {
    try {
      if (value.length() <= LONGEST) {
        long number = new BigDecimal(value).longValueExact();
        if (number >= least && number <= most) {
          return (int) number;
        }
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw wrong(parameter, value, "a whole number from " + least + " to " + most, e);
    }
    throw wrong(parameter, value, "a whole number from " + least + " to " + most, null);
  }

  static double number(Parameter parameter, String value, double most) {
    String wanted = "a number from 0 to " + Axis.text(BigDecimal.valueOf(most));
    try {
      double number = value.length() <= LONGEST ? Double.parseDouble(value) : -1;
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong(parameter, value, wanted, e);
    }
    throw wrong(parameter, value, wanted, null);
  }

  static Duration seconds(Parameter parameter, String value) {
    return Duration.ofNanos(Math.round(number(parameter, value, 86_400) * 1e9));
  }

  private static IllegalArgumentException wrong(
      Parameter parameter, String value, String wanted, @Nullable RuntimeException cause) {
    return new IllegalArgumentException(
        "%s must be %s, not %s".formatted(parameter.label(), wanted, Quote.of(value)), cause);
  }

  /// The usual spelling of a value that is no number.
  static String word(Parameter parameter, String value) {
    return switch (parameter) {
      case TOPOLOGY -> Topology.parse(value).label();
      case STRATEGY -> Strategy.labelled(value).label();
      case INTEREST -> InterestLabel.of(InterestLabel.parse(value));
      case FORWARDING -> Forwarding.parse(value).label();
      default -> throw new IllegalArgumentException(parameter + " has numbers");
    };
  }

  /// @param parameter one that tells how a rumour is spread
  static Spreading spreading(Spreading it, Parameter parameter, String value) {
    return switch (parameter) {
      case STRATEGY ->
          new Spreading(
              Strategy.labelled(value), it.fanout(), it.interest(), it.hopLimit(), it.forwarding());
      case FANOUT ->
          new Spreading(
              it.strategy(),
              whole(parameter, value, 1, Spreading.GREATEST_FANOUT),
              it.interest(),
              it.hopLimit(),
              it.forwarding());
      case INTEREST ->
          new Spreading(
              it.strategy(),
              it.fanout(),
              InterestLabel.parse(value),
              it.hopLimit(),
              it.forwarding());
      case HOP_LIMIT ->
          new Spreading(
              it.strategy(),
              it.fanout(),
              it.interest(),
              whole(parameter, value, 1, Copy.MOST_HOPS),
              it.forwarding());
      case FORWARDING ->
          new Spreading(
              it.strategy(), it.fanout(), it.interest(), it.hopLimit(), Forwarding.parse(value));
      default -> throw new IllegalArgumentException(parameter + " is not about spreading");
    };
  }

  /// @return null if the parameter is not about spreading
  static @Nullable String of(Spreading it, Parameter parameter) {
    return switch (parameter) {
      case STRATEGY -> it.strategy().label();
      case FANOUT -> String.valueOf(it.fanout());
      case INTEREST -> InterestLabel.of(it.interest());
      case HOP_LIMIT -> String.valueOf(it.hopLimit());
      case FORWARDING -> it.forwarding().label();
      default -> null;
    };
  }
}

package p2pgossip;

import java.math.BigDecimal;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import p2pgossip.classroom.ClassName;
import p2pgossip.classroom.ClassWish;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Run;
import p2pgossip.peer.HostAlias;
import p2pgossip.scenario.NameChoice;
import p2pgossip.topology.Topology;
import picocli.CommandLine.TypeConversionException;

/// Reads the values of flags. An error names the value and the allowed ones.
final class FlagValues {

  /// The longest form of a double.
  private static final int LONGEST_SHARE = 24;

  private static final BigDecimal A_DAY = new BigDecimal(86_400);

  private FlagValues() {}

  static Integer port(String value) {
    return (int) wholeNumber(value, 0, 65_535);
  }

  static HostAlias host(String value) {
    try {
      return HostAlias.lookUp(value);
    } catch (UnknownHostException e) {
      throw new TypeConversionException(
          "\"" + value + "\" is neither an IP address nor a name that is known here");
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  static Duration period(String value) {
    Duration period = seconds(value, "0.1 to 86400");
    if (period.compareTo(PeerSettings.SHORTEST_PERIOD) < 0
        || period.compareTo(PeerSettings.LONGEST_PERIOD) > 0) {
      throw notANumber(value, "0.1 to 86400");
    }
    return period;
  }

  static Duration runFor(String value) {
    return seconds(value, "0 to 86400");
  }

  static String text(String value) {
    return inWords(
        () -> {
          PeerSettings.DEFAULT.withText(value);
          return value;
        });
  }

  static PeerName name(String value) {
    return inWords(() -> PeerName.parse(value));
  }

  static NameChoice names(String value) {
    return inWords(() -> NameChoice.parse(value));
  }

  static Long seed(String value) {
    return wholeNumber(value, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  static Strategy strategy(String value) {
    return inWords(() -> Strategy.labelled(value));
  }

  static Interest interest(String value) {
    return inWords(() -> InterestLabel.parse(value));
  }

  static Forwarding forwarding(String value) {
    return inWords(() -> Forwarding.parse(value));
  }

  static Topology topology(String value) {
    return inWords(() -> Topology.parse(value, Path.of("")));
  }

  static ClassName className(String value) {
    return inWords(() -> new ClassName(value));
  }

  static ClassWish classWish(String value) {
    return inWords(() -> ClassWish.parse(value));
  }

  static Integer fanout(String value) {
    return (int) wholeNumber(value, 1, Spreading.GREATEST_FANOUT);
  }

  static Integer peers(String value) {
    return (int) wholeNumber(value, 1, Run.MOST_MEMBERS);
  }

  static Integer originals(String value) {
    return (int) wholeNumber(value, 0, Run.MOST_MEMBERS);
  }

  static Integer maxPeers(String value) {
    return (int) wholeNumber(value, 1, 100_000);
  }

  static Integer failureLimit(String value) {
    return (int) wholeNumber(value, 1, 1_000);
  }

  static Integer windows(String value) {
    return (int) wholeNumber(value, 1, 20);
  }

  static String theme(String value) {
    if (!List.of("light", "dark", "system").contains(value)) {
      throw new TypeConversionException("\"" + value + "\" is not one of light, dark and system");
    }
    return value;
  }

  static Path path(String value) {
    return inWords(() -> Path.of(value));
  }

  /// A file, or the name of something bundled with the program.
  static String place(String value) {
    Path _ = path(value);
    return value;
  }

  private static <T> T inWords(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /// A whole number that may be written as `1e6`.
  static long count(String value, long least, long greatest) {
    if (value.length() <= 20) {
      try {
        long number = new BigDecimal(value).longValueExact();
        if (number >= least && number <= greatest) {
          return number;
        }
      } catch (ArithmeticException | NumberFormatException e) {
        throw notANumber(value, least + " to " + greatest);
      }
    }
    throw notANumber(value, least + " to " + greatest);
  }

  /// A share.
  ///
  /// @param most whether it may be 1
  static Double share(String value, boolean most) {
    String range = most ? "0 to 1" : "0 to below 1";
    try {
      double share = value.length() <= LONGEST_SHARE ? Double.parseDouble(value) : -1;
      if (share >= 0 && (most ? share <= 1 : share < 1)) {
        return share;
      }
    } catch (NumberFormatException e) {
      throw notANumber(value, range);
    }
    throw notANumber(value, range);
  }

  private static long wholeNumber(String value, long least, long greatest) {
    long number;
    try {
      number = Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw notANumber(value, least + " to " + greatest);
    }
    if (number < least || number > greatest) {
      throw notANumber(value, least + " to " + greatest);
    }
    return number;
  }

  private static Duration seconds(String value, String range) {
    try {
      BigDecimal seconds = new BigDecimal(value);
      if (value.length() <= 20 && seconds.signum() >= 0 && seconds.compareTo(A_DAY) <= 0) {
        return Duration.ofNanos(seconds.movePointRight(9).longValue());
      }
    } catch (NumberFormatException e) {
      throw notANumber(value, range);
    }
    throw notANumber(value, range);
  }

  private static TypeConversionException notANumber(String value, String range) {
    return new TypeConversionException("\"" + value + "\" is not a number from " + range);
  }
}

package p2pgossip;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.peer.Target;
import p2pgossip.scenario.InterestLabel;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.Topology;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How the values of flags are read. What is wrong with one is said with what is allowed.
final class FlagValues {

  private static final BigDecimal A_DAY = new BigDecimal(86_400);

  private FlagValues() {}

  static final class PortConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return (int) wholeNumber(value, 0, 65_535);
    }
  }

  static final class HostConverter implements ITypeConverter<InetAddress> {
    @Override
    public InetAddress convert(String value) {
      try {
        InetAddress address = Target.resolveHost(value);
        return new PeerAddress(address, 1).ip();
      } catch (UnknownHostException e) {
        throw new TypeConversionException(
            "\"" + value + "\" is neither an IP address nor a name that is known here");
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  static final class PeriodConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      Duration period = seconds(value, "0.1 to 86400");
      if (period.compareTo(PeerSettings.SHORTEST_PERIOD) < 0
          || period.compareTo(PeerSettings.LONGEST_PERIOD) > 0) {
        throw notANumber(value, "0.1 to 86400");
      }
      return period;
    }
  }

  static final class RunForConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      return seconds(value, "0 to 86400");
    }
  }

  static final class TextConverter implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      try {
        PeerSettings.DEFAULT.withText(value);
        return value;
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  static final class SeedConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
      return wholeNumber(value, Long.MIN_VALUE, Long.MAX_VALUE);
    }
  }

  static final class StrategyConverter implements ITypeConverter<Strategy> {
    @Override
    public Strategy convert(String value) {
      return inWords(() -> Strategy.labelled(value));
    }
  }

  static final class InterestConverter implements ITypeConverter<Interest> {
    @Override
    public Interest convert(String value) {
      return inWords(() -> InterestLabel.parse(value));
    }
  }

  static final class TopologyConverter implements ITypeConverter<Topology> {
    @Override
    public Topology convert(String value) {
      return inWords(() -> Topology.parse(value));
    }
  }

  static final class FanoutConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return (int) wholeNumber(value, 1, Spreading.GREATEST_FANOUT);
    }
  }

  static final class PeersConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return (int) wholeNumber(value, 1, SwarmPlan.MOST);
    }
  }

  static final class OriginalsConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return (int) wholeNumber(value, 0, SwarmPlan.MOST);
    }
  }

  static final class MaxPeersConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return (int) wholeNumber(value, 1, 100_000);
    }
  }

  static final class FailureLimitConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return (int) wholeNumber(value, 1, 1_000);
    }
  }

  static final class WindowsConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
      return (int) wholeNumber(value, 1, 20);
    }
  }

  static final class ThemeConverter implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      if (!List.of("light", "dark", "system").contains(value)) {
        throw new TypeConversionException("\"" + value + "\" is not one of light, dark and system");
      }
      return value;
    }
  }

  private static <T> T inWords(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
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

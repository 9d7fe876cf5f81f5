package p2pgossip.multicast;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import p2pgossip.gossip.Source;

/// How much of what comes is read at all: so many messages a second, and so many of one source. The
/// rest is thrown away, so that a flood costs next to nothing. Used by one thread.
final class Intake {

  /// A hundred students who look for a class at the same moment stay far below.
  static final int MOST = 1_000;

  static final int MOST_OF_SOURCE = 30;

  private static final Duration SPAN = Duration.ofSeconds(1);

  private final Map<Source, Integer> read = new HashMap<>();
  private Instant until = Instant.EPOCH;
  private int all;

  /// Whether a message that has come is read.
  boolean takes(InetAddress from, Instant now) {
    if (!now.isBefore(until)) {
      read.clear();
      all = 0;
      until = now.plus(SPAN);
    }
    if (all >= MOST) {
      return false;
    }
    Source source = Source.of(from);
    int of = read.getOrDefault(source, 0);
    if (of >= MOST_OF_SOURCE) {
      return false;
    }
    read.put(source, of + 1);
    all++;
    return true;
  }
}

package p2pgossip.net;

import java.util.function.LongSupplier;

/// Detects a stream that sends too much, or stops in the middle of a line. For one thread.
final class StreamGauge {

  private static final long SECOND_NANOS = 1_000_000_000L;

  /// An event as peers write it takes three.
  private static final int LINES_OF_EVENT = 4;

  private final StreamLimits limits;
  private final LongSupplier nanoTime;
  private boolean begun;
  private long secondBegan;
  private long lineEndedAt;
  private int events;
  private int lines;
  private long bytes;

  /// @param nanoTime as of [System#nanoTime]
  StreamGauge(StreamLimits limits, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
  }

  /// This many bytes have arrived and will be read.
  void bytes(int count) throws BadStream {
    long now = nanoTime.getAsLong();
    if (!begun) {
      // The time for connecting and asking doesn't count.
      begun = true;
      secondBegan = now;
      lineEndedAt = now;
    }
    if (now - lineEndedAt > limits.silence().toNanos()) {
      throw new BadStream(
          "it did not end a line within " + ConnectionFailures.seconds(limits.silence()));
    }
    if (now - secondBegan > SECOND_NANOS) {
      secondBegan = now;
      events = 0;
      lines = 0;
      bytes = 0;
    }
    bytes += count;
    refuseOver(bytes, limits.bytesPerSecond(), "bytes");
  }

  void line() throws BadStream {
    lineEndedAt = nanoTime.getAsLong();
    lines++;
    refuseOver(lines, LINES_OF_EVENT * limits.eventsPerSecond(), "lines");
  }

  void event() throws BadStream {
    events++;
    refuseOver(events, limits.eventsPerSecond(), "events");
  }

  private static void refuseOver(long count, int limit, String what) throws BadStream {
    if (count > limit) {
      throw new BadStream("it sends more than " + limit + " " + what + " a second");
    }
  }
}

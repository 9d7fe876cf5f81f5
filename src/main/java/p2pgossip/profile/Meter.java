package p2pgossip.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/// Counts the work of one peer, or of all peers of a process together. Thread-safe; counting waits
/// at most for another thread to count a latency, which takes some ten nanoseconds. Its size is a
/// few kilobytes, however long it counts.
public final class Meter {

  /// How late a period may begin and still count as punctual, unless a tenth of its length is
  /// shorter.
  public static final Duration ON_TIME = Duration.ofMillis(100);

  private static final int PARTS_ON_TIME = 10;

  private final Instant since;
  private final @Nullable Meter whole;
  private final KindCounter sent = new KindCounter();
  private final KindCounter failed = new KindCounter();
  private final KindCounter received = new KindCounter();
  private final AtomicLong periods = new AtomicLong();
  private final AtomicLong late = new AtomicLong();
  private final AtomicLong skipped = new AtomicLong();

  // Guarded by itself, as is the sum.
  private final Histogram latencies = new Histogram(Latencies.DIGITS);
  private long latencyNanos;

  /// @param since when it begins to count
  public Meter(Instant since) {
    this(since, null);
  }

  /// @param whole also counts what this counts
  public Meter(Instant since, @Nullable Meter whole) {
    this.since = since;
    this.whole = whole;
  }

  /// A request was sent.
  public void sent(RequestKind kind) {
    sent.count(kind);
    if (whole != null) {
      whole.sent(kind);
    }
  }

  /// A request of this peer was answered.
  ///
  /// @param latency from the call to the end of the answer
  public void answered(Duration latency) {
    long nanos = Math.max(0, latency.toNanos());
    synchronized (latencies) {
      latencies.recordValue(Latencies.units(nanos));
      latencyNanos += nanos;
    }
    if (whole != null) {
      whole.answered(latency);
    }
  }

  /// A request of this peer was not answered, or not properly.
  public void failed(RequestKind kind) {
    failed.count(kind);
    if (whole != null) {
      whole.failed(kind);
    }
  }

  /// This peer received a request.
  public void received(RequestKind kind) {
    received.count(kind);
    if (whole != null) {
      whole.received(kind);
    }
  }

  /// A period began.
  ///
  /// @param lateness after its planned time; not negative
  /// @param period its length
  public void periodBegan(Duration lateness, Duration period) {
    periods.incrementAndGet();
    Duration allowed = period.dividedBy(PARTS_ON_TIME);
    if (lateness.compareTo(allowed.compareTo(ON_TIME) < 0 ? allowed : ON_TIME) > 0) {
      late.incrementAndGet();
    }
    // Periods whose time has passed are never made up for.
    skipped.addAndGet(lateness.dividedBy(period));
    if (whole != null) {
      whole.periodBegan(lateness, period);
    }
  }

  /// Everything counted so far.
  public MeterReading read() {
    Latencies latenciesNow;
    synchronized (latencies) {
      latenciesNow = new Latencies(latencies.copy(), latencyNanos);
    }
    return new MeterReading(
        since,
        sent.read(),
        failed.read(),
        received.read(),
        periods.get(),
        late.get(),
        skipped.get(),
        latenciesNow);
  }
}

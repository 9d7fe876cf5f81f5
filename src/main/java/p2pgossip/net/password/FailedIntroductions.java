package p2pgossip.net.password;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;

/// Called peers that were sent a tag and did not prove in return that they know the password. Each
/// such introduction allows one guess, so the next one begins only after a pause, which grows from
/// one second to a minute. Bounded: the oldest give way. Not thread-safe.
final class FailedIntroductions {

  static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private static final int MOST = 4_096;
  private static final int MOST_DOUBLINGS = 6;

  private final LongSupplier nanos;
  private final SequencedMap<PeerAddress, Failures> byAddress = new LinkedHashMap<>();

  private record Failures(int count, long last, Failure failure) {

    Duration pause() {
      Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(count - 1, MOST_DOUBLINGS));
      return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
  }

  FailedIntroductions(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// Why the last introduction failed, while the next one may not begin; null if it may.
  @Nullable Failure reasonToWait(PeerAddress called) {
    Failures failures = byAddress.get(called);
    return failures == null || nanos.getAsLong() - failures.last() >= failures.pause().toNanos()
        ? null
        : failures.failure();
  }

  void failed(PeerAddress called, Failure failure) {
    Failures before = byAddress.remove(called);
    int count = before == null ? 1 : before.count() + 1;
    byAddress.putLast(called, new Failures(count, nanos.getAsLong(), failure));
    if (byAddress.size() > MOST) {
      byAddress.pollFirstEntry();
    }
  }

  /// Replaces the reason of the last failure without counting it again.
  void explain(PeerAddress called, Failure failure) {
    byAddress.computeIfPresent(
        called, (_, before) -> new Failures(before.count(), before.last(), failure));
  }

  void succeeded(PeerAddress called) {
    byAddress.remove(called);
  }

  void clear() {
    byAddress.clear();
  }
}

package p2pgossip.profile;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/// Counts by kind of request. Thread-safe and lock-free.
final class KindCounter {

  /// Never changed after construction, so that all threads may read it.
  private final Map<RequestKind, AtomicLong> byKind = new EnumMap<>(RequestKind.class);

  KindCounter() {
    for (RequestKind kind : RequestKind.values()) {
      byKind.put(kind, new AtomicLong());
    }
  }

  void count(RequestKind kind) {
    Objects.requireNonNull(byKind.get(kind)).incrementAndGet();
  }

  Counts read() {
    Map<RequestKind, Long> counts = new EnumMap<>(RequestKind.class);
    byKind.forEach((kind, count) -> counts.put(kind, count.get()));
    return new Counts(counts);
  }
}

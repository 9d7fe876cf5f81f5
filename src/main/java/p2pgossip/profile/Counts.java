package p2pgossip.profile;

import java.util.Map;

/// Counts by kind of request.
public record Counts(Map<RequestKind, Long> byKind) {

  public Counts {
    byKind = Map.copyOf(byKind);
  }

  public long of(RequestKind kind) {
    return byKind.getOrDefault(kind, 0L);
  }

  public long total() {
    return byKind.values().stream().mapToLong(Long::longValue).sum();
  }
}

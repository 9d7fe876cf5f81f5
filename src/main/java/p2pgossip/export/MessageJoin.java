package p2pgossip.export;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import p2pgossip.export.ShivizEvent.Passing;

/// Finds the sending that belongs to each receipt.
final class MessageJoin {

  /// Longer than the longest delay and the time limit of a request together.
  private static final Duration LONGEST = Duration.ofSeconds(75);

  private static final Comparator<ShivizEvent> IN_TIME =
      Comparator.comparing(ShivizEvent::at).thenComparingInt(ShivizEvent::index);

  private final Map<Passing, NavigableSet<ShivizEvent>> sendings = new HashMap<>();

  private MessageJoin() {}

  /// @return the sending by the index of its receipt. A sending belongs to one receipt at most; if
  ///     there are several candidates, it is the one nearest in time, since numbers and texts may
  ///     repeat
  static Map<Integer, ShivizEvent> of(List<ShivizEvent> events) {
    MessageJoin join = new MessageJoin();
    for (ShivizEvent event : events) {
      if (event.passing() != null && !event.arrives()) {
        join.sendings.computeIfAbsent(event.passing(), _ -> new TreeSet<>(IN_TIME)).add(event);
      }
    }
    Map<Integer, ShivizEvent> found = new HashMap<>();
    for (ShivizEvent event : events) {
      if (event.passing() != null && event.arrives()) {
        ShivizEvent sending = join.take(event);
        if (sending != null) {
          found.put(event.index(), sending);
        }
      }
    }
    return found;
  }

  private @Nullable ShivizEvent take(ShivizEvent receipt) {
    NavigableSet<ShivizEvent> candidates = sendings.get(receipt.passing());
    if (candidates == null) {
      return null;
    }
    ShivizEvent nearest =
        nearer(receipt.at(), candidates.floor(receipt), candidates.ceiling(receipt));
    if (nearest == null || apart(nearest, receipt.at()).compareTo(LONGEST) > 0) {
      return null;
    }
    candidates.remove(nearest);
    return nearest;
  }

  private static @Nullable ShivizEvent nearer(
      Instant to, @Nullable ShivizEvent before, @Nullable ShivizEvent after) {
    if (before == null || after == null) {
      return before == null ? after : before;
    }
    return apart(before, to).compareTo(apart(after, to)) <= 0 ? before : after;
  }

  private static Duration apart(ShivizEvent event, Instant moment) {
    return Duration.between(event.at(), moment).abs();
  }
}

package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rumours that one peer keeps, in the order in which it heard them, and the names of those that it
/// has heard, so that one that it keeps no longer is not news again. Bounded: the oldest give way.
final class Rumors {

  static final int MOST_KEPT = 256;
  static final Duration LONGEST_KEPT = Duration.ofMinutes(10);
  static final int MOST_SEEN = 4_096;

  /// As many ids again as rumours are kept, so that what was forgotten here is not sent in vain.
  private static final int MOST_IN_DIGEST = 2 * MOST_KEPT;

  private final SequencedMap<RumorId, KeptRumor> kept = new LinkedHashMap<>();
  private final SequencedSet<RumorId> seen = new LinkedHashSet<>();
  private @Nullable Set<RumorId> newestSeen;

  boolean hasSeen(RumorId id) {
    return seen.contains(id);
  }

  @Nullable KeptRumor get(RumorId id) {
    return kept.get(id);
  }

  /// How many are kept.
  int count() {
    return kept.size();
  }

  /// Those that are kept, the oldest first.
  List<KeptRumor> all() {
    return List.copyOf(kept.values());
  }

  List<KeptRumor> newestFirst() {
    return List.copyOf(kept.sequencedValues().reversed());
  }

  void keep(KeptRumor rumor) {
    kept.put(rumor.id(), rumor);
    seen.add(rumor.id());
    if (seen.size() > MOST_SEEN) {
      seen.removeFirst();
    }
    newestSeen = null;
  }

  /// Takes out those that are too old at `now` or too many.
  List<RumorId> takeSurplus(Instant now) {
    List<RumorId> surplus = new ArrayList<>();
    while (!kept.isEmpty()
        && (kept.size() > MOST_KEPT || !expiry(kept.firstEntry().getValue()).isAfter(now))) {
      surplus.add(kept.pollFirstEntry().getKey());
    }
    return surplus;
  }

  /// Takes out all.
  List<RumorId> takeAll() {
    List<RumorId> all = List.copyOf(kept.keySet());
    kept.clear();
    return all;
  }

  /// When the oldest is to be forgotten; null while none is kept.
  @Nullable Instant nextExpiry() {
    return kept.isEmpty() ? null : expiry(kept.firstEntry().getValue());
  }

  /// The names of those that were heard, the newest of them.
  Set<RumorId> newestSeen() {
    if (newestSeen == null) {
      Set<RumorId> newest = new LinkedHashSet<>();
      seen.reversed().stream().limit(MOST_IN_DIGEST).forEach(newest::add);
      newestSeen = Set.copyOf(newest);
    }
    return newestSeen;
  }

  private static Instant expiry(KeptRumor rumor) {
    return rumor.heardAt().plus(LONGEST_KEPT);
  }
}

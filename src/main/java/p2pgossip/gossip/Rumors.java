package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rumours that one peer keeps, in the order in which it heard them, and the names of those
/// that it has heard, so that a rumour that is no longer kept is not news again. Bounded: the
/// oldest rumours of the bringer of the most are removed.
final class Rumors {

  static final int MOST_KEPT = 256;
  static final int MOST_SEEN = 4_096;

  /// The most rumours that are kept of one source that is no neighbour.
  static final int MOST_OF_STRANGERS = 64;

  /// Twice as many ids as rumours are kept, so that rumours that were forgotten here are not sent
  /// in vain.
  private static final int MOST_IN_DIGEST = 2 * MOST_KEPT;

  private final SequencedMap<RumorId, KeptRumor> kept = LinkedHashMap.newLinkedHashMap(2);
  private final BroughtIds brought = new BroughtIds();
  private final BroughtIds seen = new BroughtIds();
  private @Nullable Set<RumorId> newestSeen;
  private long nextExpiry = Nanos.NEVER;
  private final Duration longestKept;

  /// @param longestKept after this time a rumour is forgotten
  Rumors(Duration longestKept) {
    this.longestKept = longestKept;
  }

  boolean hasSeen(RumorId id) {
    return seen.contains(id);
  }

  @Nullable KeptRumor get(RumorId id) {
    return kept.get(id);
  }

  /// The number of rumours that are kept.
  int count() {
    return kept.size();
  }

  /// The rumours that are kept, the oldest first.
  List<KeptRumor> all() {
    return List.copyOf(kept.values());
  }

  List<KeptRumor> newestFirst() {
    return List.copyOf(kept.sequencedValues().reversed());
  }

  /// Whether news is accepted from there: not while too many of the rumours that are kept came from
  /// strangers of that source.
  boolean takesFrom(Bringer bringer) {
    return !bringer.isStranger() || brought.broughtBy(bringer) < MOST_OF_STRANGERS;
  }

  void keep(KeptRumor rumor, Bringer bringer) {
    kept.put(rumor.id(), rumor);
    brought.add(rumor.id(), bringer);
    seen.add(rumor.id(), bringer);
    RumorId surplus = seen.size() > MOST_SEEN ? seen.surplus() : null;
    if (surplus != null) {
      seen.remove(surplus);
    }
    newestSeen = null;
    planExpiry();
  }

  /// Removes and returns the rumours that are too old at `now` or too many.
  List<RumorId> takeSurplus(Instant now) {
    if (kept.size() <= MOST_KEPT && nextExpiry > Nanos.of(now)) {
      return List.of();
    }
    List<RumorId> surplus = new ArrayList<>();
    while (!kept.isEmpty() && !expiry(kept.firstEntry().getValue()).isAfter(now)) {
      surplus.add(kept.pollFirstEntry().getKey());
      brought.remove(surplus.getLast());
    }
    RumorId next = kept.size() > MOST_KEPT ? brought.surplus() : null;
    while (next != null) {
      kept.remove(next);
      brought.remove(next);
      surplus.add(next);
      next = kept.size() > MOST_KEPT ? brought.surplus() : null;
    }
    planExpiry();
    return surplus;
  }

  /// Removes and returns all rumours.
  List<RumorId> takeAll() {
    List<RumorId> all = List.copyOf(kept.keySet());
    kept.clear();
    brought.clear();
    planExpiry();
    return all;
  }

  /// When the oldest rumour is to be forgotten, as [Nanos] tells it; [Nanos#NEVER] while none is
  /// kept.
  long nextExpiry() {
    return nextExpiry;
  }

  /// The names of the newest rumours that were heard.
  Set<RumorId> newestSeen() {
    if (newestSeen == null) {
      Set<RumorId> newest = new LinkedHashSet<>();
      seen.newestFirst().stream().limit(MOST_IN_DIGEST).forEach(newest::add);
      newestSeen = Set.copyOf(newest);
    }
    return newestSeen;
  }

  private void planExpiry() {
    nextExpiry = kept.isEmpty() ? Nanos.NEVER : Nanos.of(expiry(kept.firstEntry().getValue()));
  }

  private Instant expiry(KeptRumor rumor) {
    return rumor.heardAt().plus(longestKept);
  }
}

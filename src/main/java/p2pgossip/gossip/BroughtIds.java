package p2pgossip.gossip;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Names of rumours, in the order in which they came, with who brought each. Where there are too many, the
/// oldest of the one that has brought the most gives way.
final class BroughtIds {

  private final SequencedMap<RumorId, Bringer> byId = new LinkedHashMap<>();
  private final Map<Bringer, SequencedSet<RumorId>> byBringer = new HashMap<>();

  boolean contains(RumorId id) {
    return byId.containsKey(id);
  }

  int size() {
    return byId.size();
  }

  /// How many of them one has brought.
  int broughtBy(Bringer bringer) {
    SequencedSet<RumorId> brought = byBringer.get(bringer);
    return brought == null ? 0 : brought.size();
  }

  void add(RumorId id, Bringer bringer) {
    remove(id);
    byId.putLast(id, bringer);
    byBringer.computeIfAbsent(bringer, _ -> new LinkedHashSet<>()).add(id);
  }

  void remove(RumorId id) {
    Bringer bringer = byId.remove(id);
    SequencedSet<RumorId> brought = bringer == null ? null : byBringer.get(bringer);
    if (brought != null) {
      brought.remove(id);
      if (brought.isEmpty()) {
        byBringer.remove(bringer);
      }
    }
  }

  void clear() {
    byId.clear();
    byBringer.clear();
  }

  /// The oldest of the one that has brought the most; of several such, the one that came first. Null
  /// where there is none.
  @Nullable RumorId surplus() {
    int most = byBringer.values().stream().mapToInt(SequencedSet::size).max().orElse(0);
    for (Map.Entry<RumorId, Bringer> entry : byId.entrySet()) {
      if (broughtBy(entry.getValue()) == most) {
        return entry.getKey();
      }
    }
    return null;
  }

  /// The newest first.
  SequencedSet<RumorId> newestFirst() {
    return byId.sequencedKeySet().reversed();
  }
}

package p2pgossip.gossip;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// The names of rumours in the order in which they came, with the bringer of each. When there are
/// too many, the oldest name of the bringer of the most is removed.
final class BroughtIds {

  private final SequencedMap<RumorId, Bringer> byId = new LinkedHashMap<>();
  private final Map<Bringer, SequencedSet<RumorId>> byBringer = new HashMap<>();

  boolean contains(RumorId id) {
    return byId.containsKey(id);
  }

  int size() {
    return byId.size();
  }

  /// The number of names that one bringer has brought.
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

  /// The oldest name of the bringer of the most; among several such bringers, of the one that came
  /// first. Null if there are no names.
  @Nullable RumorId surplus() {
    int most = byBringer.values().stream().mapToInt(SequencedSet::size).max().orElse(0);
    for (Map.Entry<RumorId, Bringer> entry : byId.entrySet()) {
      if (broughtBy(entry.getValue()) == most) {
        return entry.getKey();
      }
    }
    return null;
  }

  /// All names, the newest first.
  SequencedSet<RumorId> newestFirst() {
    return byId.sequencedKeySet().reversed();
  }
}

package p2pgossip.gossip;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// The names of rumours in the order in which they came, with the bringer of each. When there are
/// too many, the oldest name of the bringer of the most is removed.
final class BroughtIds {

  /// Most peers keep few rumours at a time.
  private static final int FEW = 2;

  private final SequencedMap<RumorId, Bringer> byId = LinkedHashMap.newLinkedHashMap(FEW);

  /// How many names each bringer has brought.
  private final Map<Bringer, Integer> counts = HashMap.newHashMap(FEW);

  boolean contains(RumorId id) {
    return byId.containsKey(id);
  }

  int size() {
    return byId.size();
  }

  /// The number of names that one bringer has brought.
  int broughtBy(Bringer bringer) {
    return counts.getOrDefault(bringer, 0);
  }

  void add(RumorId id, Bringer bringer) {
    remove(id);
    byId.putLast(id, bringer);
    counts.merge(bringer, 1, Integer::sum);
  }

  void remove(RumorId id) {
    Bringer bringer = byId.remove(id);
    if (bringer != null) {
      counts.computeIfPresent(bringer, (_, count) -> count == 1 ? null : count - 1);
    }
  }

  void clear() {
    byId.clear();
    counts.clear();
  }

  /// The oldest name of the bringer of the most; among several such bringers, of the one that came
  /// first. Null if there are no names.
  @Nullable RumorId surplus() {
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
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

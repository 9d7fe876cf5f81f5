package p2pgossip.gossip;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A map that keeps no more than its newest entries. It takes hardly any room while it is empty,
/// since most peers never need what it is for.
final class NewestEntries<K, V> {

  private final int most;
  private @Nullable SequencedMap<K, V> entries;

  /// @param most how many entries are kept
  NewestEntries(int most) {
    this.most = most;
  }

  boolean contains(K key) {
    return entries != null && entries.containsKey(key);
  }

  @Nullable V get(K key) {
    return entries == null ? null : entries.get(key);
  }

  /// Adds an entry, or replaces the one of this key, as the newest. If there are too many, the
  /// oldest is removed.
  void put(K key, V value) {
    if (entries == null) {
      entries = new LinkedHashMap<>();
    }
    entries.putLast(key, value);
    if (entries.size() > most) {
      entries.pollFirstEntry();
    }
  }

  /// @return the value that was removed; null if there was none
  @Nullable V remove(K key) {
    return entries == null ? null : entries.remove(key);
  }
}

package p2pgossip.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A map in the order of insertion that can be copied at no cost: both share their entries until
/// one of them changes. Each is used by one thread at a time; copies may belong to different
/// threads.
final class SharedMap<K, V> {

  private Map<K, V> entries;
  private boolean shared;

  SharedMap() {
    this(new LinkedHashMap<>(), false);
  }

  private SharedMap(Map<K, V> entries, boolean shared) {
    this.entries = entries;
    this.shared = shared;
  }

  SharedMap<K, V> copy() {
    shared = true;
    return new SharedMap<>(entries, true);
  }

  @Nullable V get(K key) {
    return entries.get(key);
  }

  boolean has(K key) {
    return entries.containsKey(key);
  }

  int size() {
    return entries.size();
  }

  /// Read only, and only until the next change.
  Map<K, V> view() {
    return Collections.unmodifiableMap(entries);
  }

  void put(K key, V value) {
    edit().put(key, value);
  }

  /// @return the previous value
  @Nullable V remove(K key) {
    return entries.containsKey(key) ? edit().remove(key) : null;
  }

  void clear() {
    entries = new LinkedHashMap<>();
    shared = false;
  }

  /// To be changed at once.
  Map<K, V> edit() {
    if (shared) {
      entries = new LinkedHashMap<>(entries);
      shared = false;
    }
    return entries;
  }
}

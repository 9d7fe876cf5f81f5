package p2pgossip.network;

import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;

/// The rumours that are remembered, bounded in number.
final class RumorShelf {

  /// The oldest are dropped. A peer that has introduced half of them makes room with its own, so
  /// that a flood of invented rumours does not drive out those of others.
  private static final int MOST = 64;

  /// Remembered ids of dropped rumours, so that a late copy does not bring one back.
  private static final int MOST_GONE = 1_024;

  private final Map<RumorId, RumorTrack> tracks = new LinkedHashMap<>();
  private final SharedMap<RumorId, Boolean> gone;

  RumorShelf() {
    this(new SharedMap<>());
  }

  private RumorShelf(SharedMap<RumorId, Boolean> gone) {
    this.gone = gone;
  }

  RumorShelf copy() {
    RumorShelf copy = new RumorShelf(gone.copy());
    tracks.forEach((id, track) -> copy.tracks.put(id, track.copy()));
    return copy;
  }

  @Nullable RumorTrack get(RumorId id) {
    return tracks.get(id);
  }

  /// In the order in which they were first seen.
  Collection<RumorTrack> all() {
    return tracks.values();
  }

  /// The rumour with that id and that key: the latest with that id.
  @Nullable RumorTrack latest(RumorId id) {
    RumorTrack latest = null;
    for (RumorTrack track : tracks.values()) {
      latest = track.rumor().id().equals(id) ? track : latest;
    }
    return latest;
  }

  /// Whether a rumour with that id was dropped.
  boolean isGone(RumorId id) {
    return gone.has(id);
  }

  /// Adds a new rumour. If there is one with the same id, it gets another key.
  RumorTrack put(Rumor rumor, PeerAddress by, Instant at, Conditions conditions) {
    if (tracks.size() >= MOST) {
      makeRoom(by);
    }
    RumorTrack fresh = new RumorTrack(rumor, freeKey(rumor.id()), by, at, conditions);
    tracks.put(fresh.key(), fresh);
    return fresh;
  }

  /// Adds a rumour in an earlier state.
  void recall(Spread spread, Collection<PeerAddress> population) {
    if (tracks.size() < MOST) {
      RumorTrack recalled = new RumorTrack(spread, population);
      tracks.put(recalled.key(), recalled);
    }
  }

  private RumorId freeKey(RumorId id) {
    RumorId key = id;
    for (int again = 2; tracks.containsKey(key); again++) {
      String ending = "." + again;
      int most = RumorId.LONGEST - ending.length();
      String text = id.text();
      key = new RumorId((text.length() <= most ? text : text.substring(0, most)) + ending);
    }
    return key;
  }

  private void makeRoom(PeerAddress newcomer) {
    long own = tracks.values().stream().filter(it -> it.introducedBy().equals(newcomer)).count();
    Iterator<RumorTrack> oldestFirst = tracks.values().iterator();
    while (oldestFirst.hasNext()) {
      RumorTrack track = oldestFirst.next();
      if (own < MOST / 2 || track.introducedBy().equals(newcomer)) {
        oldestFirst.remove();
        remember(track.rumor().id());
        return;
      }
    }
  }

  private void remember(RumorId id) {
    if (gone.size() >= MOST_GONE) {
      gone.remove(gone.view().keySet().iterator().next());
    }
    gone.put(id, true);
  }
}

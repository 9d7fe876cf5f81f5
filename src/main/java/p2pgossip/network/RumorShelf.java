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

  /// The oldest go. Whoever has brought in half of them makes room with its own, so that no flood
  /// of made up ones drives out those of the others.
  private static final int MOST = 64;

  /// Names of those that had to go, so that a late copy does not bring one back.
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

  /// The one that is known by that id, and by that key: the latest of that id.
  @Nullable RumorTrack latest(RumorId id) {
    RumorTrack latest = null;
    for (RumorTrack track : tracks.values()) {
      latest = track.rumor().id().equals(id) ? track : latest;
    }
    return latest;
  }

  /// Whether one of that id had to go already.
  boolean isGone(RumorId id) {
    return gone.has(id);
  }

  /// Puts one here that is new. Where there is one of the same id, it goes by another key.
  RumorTrack put(Rumor rumor, PeerAddress by, Instant at, Conditions conditions) {
    if (tracks.size() >= MOST) {
      makeRoom(by);
    }
    RumorTrack fresh = new RumorTrack(rumor, freeKey(rumor.id()), by, at, conditions);
    tracks.put(fresh.key(), fresh);
    return fresh;
  }

  /// Puts one here as it was.
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

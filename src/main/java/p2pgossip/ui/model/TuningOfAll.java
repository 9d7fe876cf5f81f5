package p2pgossip.ui.model;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import p2pgossip.gossip.PeerAddress;

/// How far a change to many peers has got.
///
/// @param asked all that are to change
/// @param changed those that have changed
/// @param failed those that have not, each with the reason
public record TuningOfAll(
    Set<PeerAddress> asked, Set<PeerAddress> changed, Map<PeerAddress, String> failed) {

  private static final int MOST_NAMED = 4;

  public TuningOfAll {
    asked = Set.copyOf(asked);
    changed = Set.copyOf(changed);
    failed = Map.copyOf(failed);
  }

  static TuningOfAll begin(Set<PeerAddress> asked) {
    return new TuningOfAll(asked, Set.of(), Map.of());
  }

  TuningOfAll withChanged(PeerAddress peer) {
    if (!asked.contains(peer)) {
      return this;
    }
    Set<PeerAddress> more = new HashSet<>(changed);
    more.add(peer);
    Map<PeerAddress, String> fewer = new TreeMap<>(failed);
    fewer.remove(peer);
    return new TuningOfAll(asked, more, fewer);
  }

  TuningOfAll withFailed(PeerAddress peer, String reason) {
    if (!asked.contains(peer) || changed.contains(peer)) {
      return this;
    }
    Map<PeerAddress, String> more = new TreeMap<>(failed);
    more.put(peer, reason);
    return new TuningOfAll(asked, changed, more);
  }

  public boolean isOver() {
    return changed.size() + failed.size() == asked.size();
  }

  /// How many have changed, and which have not and why.
  public String inWords() {
    StringBuilder words = new StringBuilder();
    words.append(changed.size()).append(" of ").append(asked.size()).append(" changed");
    int open = asked.size() - changed.size() - failed.size();
    if (open > 0) {
      words.append(", ").append(open).append(open == 1 ? " has" : " have").append(" not answered");
    }
    words.append('.');
    failed.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .limit(MOST_NAMED)
        .forEach(
            each ->
                words
                    .append('\n')
                    .append(each.getKey())
                    .append(": ")
                    .append(each.getValue())
                    .append('.'));
    if (failed.size() > MOST_NAMED) {
      words.append("\nand ").append(failed.size() - MOST_NAMED).append(" more; see the log.");
    }
    return words.toString();
  }
}

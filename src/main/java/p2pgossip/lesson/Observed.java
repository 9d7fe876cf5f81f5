package p2pgossip.lesson;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.Link;
import p2pgossip.network.MeasuredSpread;

/// What can be seen of a network at one moment, as far as tasks need it.
///
/// @param running peers that run
/// @param parts into which they fall by their links, cut links left out; 0 if none runs
/// @param cut whether a partition is in force
/// @param rumor the newest rumour; null if there is none
/// @param reached the peers that have heard it
/// @param population those that could
/// @param stopped whether it comes no further
public record Observed(
    int running,
    int parts,
    boolean cut,
    @Nullable RumorId rumor,
    int reached,
    int population,
    boolean stopped) {

  /// @param running the peers that run
  /// @param links between any peers
  /// @param faults that are in force
  /// @param newest null if no rumour has been told
  public static Observed of(
      Set<PeerAddress> running,
      Collection<Link> links,
      List<Fault<PeerAddress>> faults,
      @Nullable MeasuredSpread newest) {
    boolean cut = faults.stream().anyMatch(Fault.Partition.class::isInstance);
    int parts = parts(running, links);
    if (newest == null) {
      return new Observed(running.size(), parts, cut, null, 0, running.size(), true);
    }
    return new Observed(
        running.size(),
        parts,
        cut,
        newest.spread().key(),
        newest.figures().reached(),
        newest.figures().population(),
        newest.phase() != MeasuredSpread.Phase.SPREADING);
  }

  private static int parts(Set<PeerAddress> running, Collection<Link> links) {
    Map<PeerAddress, Set<PeerAddress>> neighbors = new HashMap<>();
    for (Link link : links) {
      if (running.contains(link.from()) && running.contains(link.to())) {
        neighbors.computeIfAbsent(link.from(), _ -> new HashSet<>()).add(link.to());
        neighbors.computeIfAbsent(link.to(), _ -> new HashSet<>()).add(link.from());
      }
    }
    Set<PeerAddress> left = new HashSet<>(running);
    int parts = 0;
    while (!left.isEmpty()) {
      parts++;
      PeerAddress first = left.iterator().next();
      left.remove(first);
      Deque<PeerAddress> open = new ArrayDeque<>(List.of(first));
      while (!open.isEmpty()) {
        for (PeerAddress neighbor : neighbors.getOrDefault(open.remove(), Set.of())) {
          if (left.remove(neighbor)) {
            open.add(neighbor);
          }
        }
      }
    }
    return parts;
  }
}

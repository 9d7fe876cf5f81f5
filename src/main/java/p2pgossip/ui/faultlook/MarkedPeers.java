package p2pgossip.ui.faultlook;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;

/// The peers that the faults in force mark themselves, not only the ways between them. Plain
/// values, no screen.
public final class MarkedPeers {

  public static final MarkedPeers NONE = new MarkedPeers();

  /// For each kind that marks peers, the group of each marked peer.
  private final Map<FaultLook, Map<PeerAddress, Integer>> groups = new EnumMap<>(FaultLook.class);

  private MarkedPeers() {}

  /// @param present the peers that are shown; no other is marked
  public static MarkedPeers of(List<Fault<PeerAddress>> faults, Set<PeerAddress> present) {
    MarkedPeers marked = new MarkedPeers();
    Map<FaultLook, Integer> counts = new EnumMap<>(FaultLook.class);
    for (Fault<PeerAddress> fault : faults) {
      FaultLook look = FaultLook.of(fault);
      for (Set<PeerAddress> group : look.groups(fault)) {
        marked.mark(look, group, present, counts.merge(look, 1, Integer::sum) - 1);
      }
    }
    return marked;
  }

  private void mark(FaultLook look, Set<PeerAddress> group, Set<PeerAddress> present, int number) {
    for (PeerAddress peer : group) {
      if (present.contains(peer)) {
        groups.computeIfAbsent(look, _ -> new HashMap<>()).putIfAbsent(peer, number);
      }
    }
  }

  /// The kinds of fault that mark a peer, the gravest last.
  public Set<FaultLook> looks() {
    return Collections.unmodifiableSet(groups.keySet());
  }

  /// In which group of the peers that this kind marks a peer is, from 0; null where in none.
  public @Nullable Integer group(FaultLook look, PeerAddress peer) {
    return groups.getOrDefault(look, Map.of()).get(peer);
  }

  /// What is wrong with a peer, in sentences.
  public List<String> news(PeerAddress peer) {
    return groups.entrySet().stream()
        .filter(marked -> marked.getValue().containsKey(peer))
        .map(marked -> marked.getKey().news(marked.getValue().getOrDefault(peer, 0)))
        .toList();
  }

  /// By how much what is drawn round the peer reaches out of its shape, in pixels at full size.
  public double around(PeerAddress peer) {
    double around = 0;
    for (Map.Entry<FaultLook, Map<PeerAddress, Integer>> marked : groups.entrySet()) {
      if (marked.getValue().containsKey(peer)) {
        around = Math.max(around, marked.getKey().around());
      }
    }
    return around;
  }
}

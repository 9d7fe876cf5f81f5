package p2pgossip.ui.faults;

import java.util.List;
import java.util.Set;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;

/// What the panel shows.
///
/// @param inForce the faults that act at the moment that is shown, the oldest first
/// @param ended those of the swarm that run no longer
/// @param chosen the peers that are selected in the graph, in the order of their selection
/// @param members those of the swarm: only they can be killed, sent away or started again
/// @param here those that run in this process: only what they send or are sent can go wrong
/// @param all that are shown in the graph
/// @param live whether the moment that is shown is now; the past can't be changed
public record FaultsView(
    List<Fault<PeerAddress>> inForce,
    List<PeerAddress> ended,
    List<PeerAddress> chosen,
    Set<PeerAddress> members,
    Set<PeerAddress> here,
    Set<PeerAddress> all,
    boolean live) {

  public static final FaultsView NOTHING =
      new FaultsView(List.of(), List.of(), List.of(), Set.of(), Set.of(), Set.of(), true);

  public FaultsView {
    inForce = List.copyOf(inForce);
    ended = List.copyOf(ended);
    chosen = List.copyOf(chosen);
    members = Set.copyOf(members);
    here = Set.copyOf(here);
    all = Set.copyOf(all);
  }

  /// Whether the chosen, and there is one, can be killed and started again.
  boolean choseMembers() {
    return live && !chosen.isEmpty() && members.containsAll(chosen);
  }

  /// Whether the chosen, and there is one, can be frozen.
  boolean choseHere() {
    return live && !chosen.isEmpty() && here.containsAll(chosen);
  }

  /// Whether something can be laid on the ways between the chosen, or, where none is, on all: one end
  /// at least has to run here.
  boolean touchesHere() {
    return live && (chosen.isEmpty() || chosen.stream().anyMatch(here::contains));
  }
}

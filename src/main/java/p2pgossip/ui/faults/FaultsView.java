package p2pgossip.ui.faults;

import java.util.List;
import java.util.Set;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Naming;

/// What the pane of faults shows.
///
/// @param inForce the faults in force at the moment that is shown, the oldest first
/// @param ended peers of the swarm that have ended
/// @param chosen the peers that are selected in the graph, in the order of their selection
/// @param members peers of the swarm: only they can be killed, sent away or started again
/// @param here peers in this process: faults act only on what they send or are sent
/// @param all the peers in the graph
/// @param names of the peers
/// @param live whether the moment that is shown is now; the past can't be changed
public record FaultsView(
    List<Fault<PeerAddress>> inForce,
    List<PeerAddress> ended,
    List<PeerAddress> chosen,
    Set<PeerAddress> members,
    Set<PeerAddress> here,
    Set<PeerAddress> all,
    Naming names,
    boolean live) {

  public static final FaultsView NOTHING =
      new FaultsView(
          List.of(), List.of(), List.of(), Set.of(), Set.of(), Set.of(), Naming.NONE, true);

  public FaultsView {
    inForce = List.copyOf(inForce);
    ended = List.copyOf(ended);
    chosen = List.copyOf(chosen);
    members = Set.copyOf(members);
    here = Set.copyOf(here);
    all = Set.copyOf(all);
  }

  /// Whether peers are selected, and all of them can be killed and started again.
  boolean choseMembers() {
    return live && !chosen.isEmpty() && members.containsAll(chosen);
  }

  /// Whether peers are selected, and all of them can be frozen.
  boolean choseHere() {
    return live && !chosen.isEmpty() && here.containsAll(chosen);
  }

  /// Whether a fault can act between the selected peers, or everywhere where none is selected: at
  /// least one end has to run here.
  boolean touchesHere() {
    return live && (chosen.isEmpty() || chosen.stream().anyMatch(here::contains));
  }
}

package p2pgossip.ui.faults;

import java.util.List;
import java.util.Set;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;

/// What the panel shows.
///
/// @param inForce the faults that act now, the oldest first
/// @param chosen the peers that are selected in the graph
/// @param ours those peers that run in this process: only they can be killed, restarted or frozen, and
/// only what they send or are sent can go wrong
public record FaultsView(List<Fault> inForce, Set<PeerAddress> chosen, Set<PeerAddress> ours) {

  public static final FaultsView NOTHING = new FaultsView(List.of(), Set.of(), Set.of());

  public FaultsView {
    inForce = List.copyOf(inForce);
    chosen = Set.copyOf(chosen);
    ours = Set.copyOf(ours);
  }

  /// Whether all that are chosen, and there is one, run in this process.
  boolean choseOurs() {
    return !chosen.isEmpty() && ours.containsAll(chosen);
  }

  /// Whether something could be laid on what is chosen: one end at least must run here.
  boolean touchesOurs() {
    return chosen.stream().anyMatch(ours::contains);
  }
}

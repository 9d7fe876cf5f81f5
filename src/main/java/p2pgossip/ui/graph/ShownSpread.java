package p2pgossip.ui.graph;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Arrival;
import p2pgossip.network.Spread;

/// The spread of one rumour as the graph shows it: who is filled with which step of the ramp, and
/// the tree by which it went. Plain values, no screen.
///
/// A copy is seen to travel longer than it really took. So a peer that hears the rumour while the
/// copy that brings it is still on the screen is filled only when that one gets there.
final class ShownSpread {

  /// How a rumour first came from one to another.
  record Branch(PeerAddress from, PeerAddress to) {}

  private final Set<PeerAddress> filled = new HashSet<>();
  private @Nullable Spread spread;
  private @Nullable HearingScale scale;
  private HearingColor coloring = HearingColor.TIME;
  private List<Branch> tree = List.of();
  private boolean waiting;

  /// @return whether anything is to be drawn anew
  boolean show(@Nullable Spread next) {
    Spread before = spread;
    if (next == null || before == null || !next.rumor().equals(before.rumor())) {
      filled.clear();
    } else if (next.arrivals().equals(before.arrivals())) {
      spread = next;
      return false;
    } else {
      // Played back to an earlier moment, some have not heard it any more.
      filled.retainAll(next.arrivals().keySet());
    }
    spread = next;
    rescale();
    return next != null || before != null;
  }

  void setColoring(HearingColor coloring) {
    this.coloring = coloring;
    rescale();
  }

  private void rescale() {
    scale = spread == null ? null : HearingScale.of(spread, coloring);
  }

  boolean isShown() {
    return spread != null;
  }

  /// Null while none is shown.
  @Nullable Spread spread() {
    return spread;
  }

  /// Null while none is shown.
  @Nullable HearingScale scale() {
    return scale;
  }

  /// The ways of the first copies to those that are filled.
  List<Branch> tree() {
    return tree;
  }

  /// Whether a peer is still to be filled when its copy gets there.
  boolean isWaiting() {
    return waiting;
  }

  /// Gives each peer its look.
  ///
  /// @param onTheWay the branches along which a copy is on the screen
  /// @return whether any look has changed
  boolean tint(Collection<PeerMark> peers, Set<Branch> onTheWay) {
    Map<PeerAddress, Arrival> arrivals = spread == null ? Map.of() : spread.arrivals();
    waiting = false;
    for (Arrival arrival : arrivals.values()) {
      PeerAddress from = arrival.from();
      if (from != null && onTheWay.contains(new Branch(from, arrival.peer()))) {
        waiting |= !filled.contains(arrival.peer());
      } else {
        filled.add(arrival.peer());
      }
    }
    boolean changed = false;
    for (PeerMark mark : peers) {
      changed |= mark.setTint(tint(mark.address()));
    }
    List<Branch> grown =
        arrivals.values().stream()
            .filter(arrival -> filled.contains(arrival.peer()))
            .flatMap(
                arrival -> {
                  PeerAddress from = arrival.from();
                  return from == null
                      ? Stream.empty()
                      : Stream.of(new Branch(from, arrival.peer()));
                })
            .toList();
    changed |= grown.size() != tree.size() || !Set.copyOf(grown).equals(Set.copyOf(tree));
    tree = grown;
    return changed;
  }

  private @Nullable Tint tint(PeerAddress peer) {
    Spread shown = spread;
    HearingScale measure = scale;
    if (shown == null || measure == null) {
      return null;
    }
    boolean origin = peer.equals(shown.rumor().origin());
    Arrival arrival = filled.contains(peer) ? shown.arrivals().get(peer) : null;
    if (arrival == null) {
      return origin ? new Tint(Tint.UNHEARD, true) : Tint.NOT_YET;
    }
    return new Tint(HearingRamp.step(measure.part(arrival)), origin);
  }
}

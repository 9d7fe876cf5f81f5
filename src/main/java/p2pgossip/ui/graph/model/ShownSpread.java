package p2pgossip.ui.graph.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Arrival;
import p2pgossip.network.Spread;
import p2pgossip.ui.hearing.HearingColor;
import p2pgossip.ui.hearing.HearingScale;
import p2pgossip.ui.theme.HearingRamp;

/// The spread of one rumour as the graph shows it: the colour of each peer, and the tree of the
/// first copies. Plain values, no screen.
///
/// A peer that has heard the rumour is filled at once, so that the graph and the figures agree. The
/// copy that brought it moves slower on the screen than it really did, and may still be on its way.
public final class ShownSpread {

  /// The way of the first copy to reach a peer.
  public record Branch(PeerAddress from, PeerAddress to) {}

  private @Nullable Spread spread;
  private final HearingScale.Maker scales = new HearingScale.Maker();
  private @Nullable HearingScale scale;
  private HearingColor coloring = HearingColor.TIME;
  private boolean sized;
  private long mostSent;
  private List<Branch> tree = List.of();

  /// @return whether the graph changes
  @SuppressWarnings("ReferenceEquality")
  public boolean show(@Nullable Spread next) {
    Spread before = spread;
    spread = next;
    if (before == next) {
      return false;
    }
    if (before != null
        && next != null
        && next.rumor().equals(before.rumor())
        && next.arrivals().equals(before.arrivals())
        && (!sized || next.sent().equals(before.sent()))) {
      return false;
    }
    rescale();
    return true;
  }

  public void setColoring(HearingColor coloring) {
    this.coloring = coloring;
    rescale();
  }

  /// Whether the size of a peer says how many copies it has sent.
  public boolean isSized() {
    return sized;
  }

  /// @param sized whether the size of a peer says how many copies it has sent
  public void setSized(boolean sized) {
    this.sized = sized;
    rescale();
  }

  private void rescale() {
    scale = spread == null ? null : scales.of(spread, coloring);
    mostSent =
        spread == null
            ? 0
            : spread.sent().values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  public boolean isShown() {
    return spread != null;
  }

  /// Null if none is shown.
  public @Nullable Spread spread() {
    return spread;
  }

  /// Null if none is shown.
  public @Nullable HearingScale scale() {
    return scale;
  }

  /// The ways of all first copies.
  public List<Branch> tree() {
    return tree;
  }

  /// Gives each peer its colour.
  ///
  /// @return whether the graph changes
  public boolean tint(Collection<PeerNode> peers) {
    Map<PeerAddress, Arrival> arrivals = spread == null ? Map.of() : spread.arrivals();
    boolean changed = false;
    for (PeerNode node : peers) {
      changed |= node.setTint(tint(node.address()));
    }
    List<Branch> grown =
        arrivals.values().stream()
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
    Arrival arrival = shown.arrivals().get(peer);
    if (arrival == null) {
      return new Tint(Tint.UNHEARD, origin, size(shown, peer));
    }
    return new Tint(HearingRamp.step(measure.part(arrival)), origin, size(shown, peer));
  }

  /// The area grows with the number of copies, so the size grows with its root.
  private int size(Spread shown, PeerAddress peer) {
    if (!sized) {
      return 0;
    }
    double share = (double) shown.sent().getOrDefault(peer, 0L) / Math.max(1, mostSent);
    return 1 + (int) Math.round((Tint.LARGEST - 1) * Math.sqrt(share));
  }
}

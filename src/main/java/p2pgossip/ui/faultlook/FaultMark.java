package p2pgossip.ui.faultlook;

import java.util.List;
import java.util.Set;
import p2pgossip.fault.Effect;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.theme.RolePalette;

/// The mark of one kind of fault in the graph: on peers, between two peers, or both. A kind has the
/// marks whose methods it overrides.
public interface FaultMark {

  /// What it means, in a sentence.
  String meaning();

  /// The peers that a fault of this kind marks, in groups; none where it marks no peers.
  default List<Set<PeerAddress>> groups(Fault<PeerAddress> fault) {
    return List.of();
  }

  /// What it means for a peer, in a sentence.
  ///
  /// @param group of all groups in the picture, from 0
  default String news(int group) {
    return meaning();
  }

  /// By how much its mark reaches out of the shape of a peer, in pixels at full size.
  default double around() {
    return 0;
  }

  /// At which upper corner of a peer its badge stands: -1 for the left, 1 for the right.
  default int corner() {
    return 1;
  }

  /// Paints what lies under a peer in a group.
  default void paintGround(
      Drawing graphics, RolePalette palette, double x, double y, double radius, int group) {}

  /// Paints the badge at the corner of a peer in a group.
  default void paintBadge(
      Drawing graphics, RolePalette palette, double x, double y, double radius, int group) {}

  /// Paints the mark of peers, for the legend.
  default void paintSample(Drawing graphics, RolePalette palette, double x, double y) {}

  /// How far a fault of this kind goes on the way from one peer to another, in a unit of its own;
  /// 0 where nothing is wrong.
  default double extent(Effect effect) {
    return 0;
  }

  /// How far two faults of this kind go together.
  default double together(double one, double other) {
    return Math.max(one, other);
  }

  /// How far it goes, in a few characters to stand beside the way; empty where its mark says it.
  default String figure(double extent) {
    return "";
  }

  /// Whether nothing gets through, so that faults before this one have nothing to act on.
  default boolean isCut() {
    return false;
  }

  /// Whether its mark is the line itself. Otherwise it stands on the line.
  default boolean isStroke() {
    return false;
  }

  /// Half the length that its mark takes on the line, in pixels at full size.
  default double half() {
    return 0;
  }

  /// Paints its mark between two peers.
  ///
  /// @param at the middle of the mark, as a part of the line
  default void paintWay(WayPen pen, double at, Extents extents) {}

  /// How far it goes in the legend's picture of a way; 0 where that is a picture of peers.
  default double sample() {
    return 0;
  }
}

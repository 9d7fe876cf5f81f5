package p2pgossip.ui.graph.paint;

import java.util.List;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.graph.model.FaultMarks;
import p2pgossip.ui.theme.RolePalette;

/// Paints what is wrong with a peer, as each [FaultLook] has it.
final class FaultyPeerPainter {

  private static final List<FaultLook> GRAVEST_FIRST = List.of(FaultLook.values()).reversed();

  private FaultyPeerPainter() {}

  /// Paints what lies under a peer.
  static void paintGround(Drawing graphics, FaultMarks faults, Spot spot, RolePalette palette) {
    PeerAddress peer = spot.node().address();
    for (FaultLook look : GRAVEST_FIRST) {
      Integer group = faults.peers().group(look, peer);
      if (group != null) {
        double radius = spot.reach() + look.around() * spot.scale();
        look.paintGround(graphics, palette, spot.x(), spot.y(), radius, group);
      }
    }
  }

  /// Paints what stands at the corners of a peer, and keeps labels off it.
  static void paintBadges(
      Drawing graphics,
      FaultMarks faults,
      Spot spot,
      RolePalette palette,
      LabelPlacement placement) {
    PeerAddress peer = spot.node().address();
    double radius = Math.max(5.5, 7.5 * spot.scale());
    double off = (spot.reach() + 4 * spot.scale()) * 0.74;
    for (FaultLook look : GRAVEST_FIRST) {
      Integer group = faults.peers().group(look, peer);
      if (group != null) {
        double x = spot.x() + look.corner() * off;
        double y = spot.y() - off;
        look.paintBadge(graphics, palette, x, y, radius, group);
        placement.block(x, y, radius + 1);
      }
    }
  }
}

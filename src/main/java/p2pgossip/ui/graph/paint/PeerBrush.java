package p2pgossip.ui.graph.paint;

import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.Role;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.graph.model.Tint;
import p2pgossip.ui.theme.NodeGlyph;
import p2pgossip.ui.theme.RolePalette;

/// Draws peers: as curves if they are few, else copied from a [GlyphSheet].
final class PeerBrush {

  /// How far the second ring of an origin reaches, in radii.
  static final double ORIGIN_REACH = 1.35;

  private final NodeGlyph plain;
  private final HearingGlyph hearing;
  private final OriginalBadge badge;
  private final GlyphSheet sheet;
  private boolean copying;

  PeerBrush(RolePalette palette) {
    plain = new NodeGlyph(palette);
    hearing = new HearingGlyph(palette);
    badge = new OriginalBadge(palette);
    sheet = new GlyphSheet(this);
  }

  /// All that decides how a peer looks.
  ///
  /// @param tint null if no spread is shown
  /// @param original whether it speaks only the original protocol
  record Look(Role role, @Nullable Tint tint, boolean original) {

    Look(Role role, @Nullable Tint tint) {
      this(role, tint, false);
    }

    static Look of(PeerNode node) {
      return new Look(node.role(), node.tint(), node.isOriginal());
    }

    double radius(double scale) {
      return PeerNode.radius(role, tint, scale);
    }

    /// How far it reaches from its middle, in pixels.
    double reach(double scale) {
      return radius(scale) * (tint != null && tint.origin() ? ORIGIN_REACH : 1)
          + (original ? OriginalBadge.REACH * scale : 0);
    }
  }

  /// Gets ready to draw these peers.
  ///
  /// @param scale as for [NodeGlyph#draw]
  /// @param screenScale the pixels of the screen for one pixel of the pane
  /// @param many whether to copy them from the sheet
  void prepare(List<Spot> spots, double scale, double screenScale, boolean many) {
    copying = many;
    if (many) {
      sheet.prepare(spots, scale, screenScale);
    }
  }

  void draw(Drawing graphics, Spot spot) {
    Look look = Look.of(spot.node());
    if (copying) {
      sheet.stamp(graphics, look, spot.x(), spot.y(), spot.node().grown());
    } else {
      draw(graphics, look, spot.x(), spot.y(), spot.scale());
    }
  }

  /// Draws the shape with its middle at (x, y), in pixels.
  void draw(Drawing graphics, Look look, double x, double y, double scale) {
    Tint tint = look.tint();
    if (tint == null) {
      plain.draw(graphics, look.role(), x, y, scale);
    } else {
      hearing.draw(graphics, look.role(), tint, x, y, look.radius(scale), scale);
    }
    if (look.original()) {
      badge.draw(graphics, x, y, look.radius(scale), scale);
    }
  }
}

package p2pgossip.ui.graph.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.Line;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.graph.model.ShownSpread.Branch;
import p2pgossip.ui.theme.RolePalette;

/// Paints the tree of a rumour's first copies: strong lines with an arrowhead at the receiver, even
/// where the picture has no link.
final class TreePainter {

  private TreePainter() {}

  /// @param placement keeps labels off the lines
  static void paint(
      Drawing graphics,
      List<Branch> tree,
      Function<PeerAddress, @Nullable PeerNode> peers,
      Projection projection,
      RolePalette palette,
      LabelPlacement placement) {
    List<Line> lines = new ArrayList<>(tree.size());
    for (Branch branch : tree) {
      PeerNode from = peers.apply(branch.from());
      PeerNode to = peers.apply(branch.to());
      if (from != null && to != null) {
        lines.add(LinkLines.between(from, to, projection));
      }
    }
    lines.forEach(placement::block);
    draw(graphics, lines, palette, projection.glyphs());
  }

  /// Draws one branch from left to right, for the legend.
  static void sample(Drawing graphics, RolePalette palette, double width, double height) {
    draw(graphics, List.of(new Line(1, height / 2, width - 1, height / 2)), palette, 0.9);
  }

  private static void draw(Drawing graphics, List<Line> lines, RolePalette palette, double scale) {
    double width = Math.max(1.7, 2.6 * scale);
    double head = Math.max(6.5, 11 * scale);
    // The arrowhead ends in a point, so the wide line ends before it.
    List<Line> shafts =
        lines.stream()
            .map(line -> line.piece(0, Math.max(0, 1 - head * 0.8 / Math.max(1, line.length()))))
            .toList();
    Line.stroke(graphics, shafts, palette.rumor(), width);
    Line.heads(graphics, lines, palette.rumor(), head);
  }
}

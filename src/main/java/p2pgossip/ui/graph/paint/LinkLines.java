package p2pgossip.ui.graph.paint;

import p2pgossip.ui.draw.Line;
import p2pgossip.ui.graph.model.LinkEdge;
import p2pgossip.ui.graph.model.PeerNode;

/// Where the lines between peers are on the screen.
public final class LinkLines {

  private LinkLines() {}

  /// The line of a link, as [#between].
  public static Line of(LinkEdge link, Projection projection) {
    return between(link.from(), link.to(), projection);
  }

  /// From the rim of one peer to the rim of the other, with a little room for an arrow head.
  public static Line between(PeerNode from, PeerNode to, Projection projection) {
    double fromX = projection.pixelX(from.x());
    double fromY = projection.pixelY(from.y());
    double toX = projection.pixelX(to.x());
    double toY = projection.pixelY(to.y());
    double length = Math.max(1, Math.hypot(toX - fromX, toY - fromY));
    double start = Math.min(0.45, reach(from, projection) / length);
    double end = Math.min(0.45, (reach(to, projection) + 2.5) / length);
    return new Line(
        fromX + (toX - fromX) * start,
        fromY + (toY - fromY) * start,
        toX - (toX - fromX) * end,
        toY - (toY - fromY) * end);
  }

  private static double reach(PeerNode node, Projection projection) {
    return PeerBrush.Look.of(node).reach(projection.glyphs());
  }
}

package p2pgossip.ui.graph.paint;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Role;
import p2pgossip.ui.draw.Box;
import p2pgossip.ui.draw.CanvasDrawing;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.Line;
import p2pgossip.ui.graph.model.FaultMarks;
import p2pgossip.ui.graph.model.FaultMarks.Way;
import p2pgossip.ui.graph.model.NetworkGraph;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.graph.model.ShownSpread;
import p2pgossip.ui.graph.model.Tint;
import p2pgossip.ui.theme.RolePalette;

/// Paints one frame of the graph, in pixels and in this order: links and their faults, the tree of
/// a rumour, peers and their faults, labels.
public final class GraphPainter {

  /// Above this many peers only those with room to spare are labelled, and shapes are copied.
  private static final int FEW = 40;

  private static final double EDGE_MARGIN = 30;

  /// How far the halo of a selected peer reaches, in pixels.
  private static final double HALO = 6;

  /// The same for one that is lit, so that it is seen from afar.
  private static final double LIGHT = 9;

  /// So many lit peers are all labelled.
  private static final int FEW_LIT = 12;

  private final LinkPainter links = new LinkPainter();
  private final LabelPainter labelPainter = new LabelPainter();
  private final FaultyWayPainter faultyWays = new FaultyWayPainter();
  private final ShownSpread spread;
  private final Canvas over;
  private FaultMarks faults = FaultMarks.NONE;
  private RolePalette palette = RolePalette.LIGHT;
  private PeerBrush brush = new PeerBrush(palette);
  private @Nullable PeerAddress selected;
  private Set<PeerAddress> chosen = Set.of();
  private Set<PeerAddress> lit = Set.of();
  private @Nullable PeerAddress hovered;
  private List<Box> covered = List.of();
  private boolean labels = true;
  private boolean unfinished;

  /// @param over lies above the messages and takes the labels of few peers, so that no message
  ///   covers them. The labels of many peers stay below, where they cost no layer of their own
  public GraphPainter(ShownSpread spread, Canvas over) {
    this.spread = spread;
    this.over = over;
  }

  public void setPalette(RolePalette palette) {
    this.palette = palette;
    this.brush = new PeerBrush(palette);
  }

  /// @param first the current one, which stands out; null if none is selected
  /// @param all all selected peers, the current one included
  public void setSelected(@Nullable PeerAddress first, Set<PeerAddress> all) {
    selected = first;
    chosen = Set.copyOf(all);
  }

  /// @param lit those that stand out for as long as something else is about them
  public void setLit(Set<PeerAddress> lit) {
    this.lit = Set.copyOf(lit);
  }

  public void setHovered(@Nullable PeerAddress hovered) {
    this.hovered = hovered;
  }

  public void setFaults(FaultMarks faults) {
    this.faults = faults;
  }

  public FaultMarks faults() {
    return faults;
  }

  /// Keeps labels out of these parts of the pane, which something covers.
  ///
  /// @return whether that is a change
  public boolean setCovered(List<Box> covered) {
    boolean changed = !covered.equals(this.covered);
    this.covered = List.copyOf(covered);
    return changed;
  }

  public void setLabels(boolean labels) {
    this.labels = labels;
  }

  /// Leaves labels out while a large graph is being built: they would move in each frame, and take
  /// time from the building.
  public void setUnfinished(boolean unfinished) {
    if (this.unfinished && !unfinished) {
      labelPainter.beginWithFew();
    }
    this.unfinished = unfinished;
    links.setUnfinished(unfinished);
  }

  /// Whether the last frame had all labels that there is room for.
  public boolean isComplete() {
    return !labels || labelPainter.isComplete();
  }

  public void setSecure(boolean secure) {
    links.setSecure(secure);
  }

  public void paint(
      Drawing graphics, NetworkGraph network, Projection projection, double width, double height) {
    graphics.clearRect(0, 0, width, height);
    graphics.named(
        "links",
        "",
        () ->
            links.paint(
                graphics,
                network,
                projection,
                palette,
                spread.isShown(),
                this::isFocused,
                faults::isFaulty));
    List<Spot> spots = spots(network.peers(), projection, width, height);
    boolean crowded = spots.size() > FEW;
    LabelPlacement placement = new LabelPlacement(width, height, !crowded);
    covered.forEach(placement::block);
    for (Spot spot : spots) {
      placement.block(spot.x(), spot.y(), aroundOf(spot) + (crowded ? 5 : 1));
    }
    // Among few peers labels find room beside the links.
    if (!crowded) {
      network.links().forEach(link -> placement.block(LinkLines.of(link, projection)));
    }
    Map<Way, Line> faulty =
        faultyWays.paint(graphics, faults, network::peer, projection, palette, placement);
    TreePainter.paint(graphics, spread.tree(), network::peer, projection, palette, placement);
    brush.prepare(
        spots, projection.glyphs(), graphics.pixelScale(), crowded && !graphics.isVector());
    for (Spot spot : spots) {
      FaultyPeerPainter.paintGround(graphics, faults, spot, palette);
      paintLight(graphics, spot);
      paintHalo(graphics, spot);
      graphics.named("peer", spot.node().label(), () -> brush.draw(graphics, spot));
    }
    for (Spot spot : spots) {
      FaultyPeerPainter.paintBadges(graphics, faults, spot, palette, placement);
    }
    Drawing texts = graphics.isVector() ? graphics : texts(graphics, crowded);
    if (labels && !unfinished) {
      labelPainter.paint(
          texts, spots, placement, palette, crowded, this::isImportant, this::aroundOf);
    }
    if (!unfinished) {
      faultyWays.write(texts, faulty, projection, palette, placement);
    }
  }

  private Drawing texts(Drawing graphics, boolean crowded) {
    Drawing above = new CanvasDrawing(over);
    above.clearRect(0, 0, above.width(), above.height());
    over.setVisible(!crowded);
    return crowded ? graphics : above;
  }

  /// A painter of the same picture in the colours of the light theme, with nothing selected.
  ///
  /// @param reserved where no labels stand, in pixels
  public GraphPainter alone(List<Box> reserved) {
    GraphPainter alone = new GraphPainter(spread, new Canvas());
    alone.links.setSecure(links.isSecure());
    alone.faults = faults;
    alone.labels = labels;
    alone.covered = List.copyOf(reserved);
    return alone;
  }

  /// How far a peer and all that is drawn round it reach from its middle, without its light: labels
  /// stay where they are when that comes and goes.
  private double aroundOf(Spot spot) {
    PeerAddress address = spot.node().address();
    double halo = chosen.contains(address) ? HALO + 1 : 0;
    return spot.reach() + Math.max(halo, faults.peers().around(address) * spot.scale());
  }

  private static List<Spot> spots(
      Collection<PeerNode> peers, Projection projection, double width, double height) {
    return peers.stream()
        .map(node -> Spot.of(node, projection))
        .filter(
            spot ->
                spot.x() > -EDGE_MARGIN
                    && spot.y() > -EDGE_MARGIN
                    && spot.x() < width + EDGE_MARGIN
                    && spot.y() < height + EDGE_MARGIN)
        // What matters most is drawn last.
        .sorted(Comparator.comparing((Spot spot) -> spot.node().role()).reversed())
        .toList();
  }

  private boolean isFocused(PeerNode node) {
    return node.address().equals(selected) || node.address().equals(hovered);
  }

  private boolean isImportant(PeerNode node) {
    Tint tint = node.tint();
    return node.role() == Role.SELF
        || isFocused(node)
        || (tint != null && tint.origin())
        || (lit.size() <= FEW_LIT && lit.contains(node.address()));
  }

  private void paintLight(Drawing graphics, Spot spot) {
    if (lit.contains(spot.node().address())) {
      double radius = spot.reach() + LIGHT;
      graphics.setFill(palette.accent().deriveColor(0, 1, 1, 0.45));
      graphics.fillOval(spot.x() - radius, spot.y() - radius, 2 * radius, 2 * radius);
    }
  }

  private void paintHalo(Drawing graphics, Spot spot) {
    boolean ringed = chosen.contains(spot.node().address());
    boolean focused = isFocused(spot.node());
    if (focused || ringed) {
      double radius = spot.reach() + HALO;
      boolean first = spot.node().address().equals(selected);
      graphics.setFill(palette.accent().deriveColor(0, 1, 1, first ? 0.26 : 0.14));
      graphics.fillOval(spot.x() - radius, spot.y() - radius, 2 * radius, 2 * radius);
      if (ringed) {
        graphics.setStroke(palette.accent());
        graphics.setLineWidth(first ? 2.6 : 1.8);
        graphics.strokeOval(spot.x() - radius, spot.y() - radius, 2 * radius, 2 * radius);
      }
    }
  }
}

package p2pgossip.ui.graph.model;

import java.util.Objects;
import org.graphstream.graph.implementations.AdjacencyListNode;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Role;
import p2pgossip.ui.theme.NodeGlyph;

/// One peer: a node of GraphStream's graph that knows where it is drawn, in graph units, and how it
/// looks.
///
/// Where it is drawn is not always where the layout has it: it glides there.
public final class PeerNode extends AdjacencyListNode {

  /// The attribute by which GraphStream tells the place of a node.
  private static final String PLACE = "xyz";

  private static final double GROWING_SECONDS = 0.25;

  /// A peer that has heard a rumour is at least this large, so that its colour is seen.
  private static final double HEARD_RADIUS = 10;

  private static final double ORIGIN_RADIUS = 13.5;

  private final PeerAddress address;
  private Role role;
  private String label;
  private double grown;
  private int labelSide = -1;
  private @Nullable Tint tint;
  private boolean original;
  private double x;
  private double y;

  /// @param id the address as text
  PeerNode(PeerGraph graph, String id, PeerAddress address, Role role) {
    super(graph, id);
    this.address = address;
    this.role = role;
    this.label = id;
  }

  public PeerAddress address() {
    return address;
  }

  public double x() {
    return x;
  }

  public double y() {
    return y;
  }

  /// Puts the peer at a place and tells the listeners of the graph, the layout among them. No
  /// attribute is stored: the place stands in this node once.
  void put(double newX, double newY) {
    move(newX, newY);
    attributeChanged(AttributeChangeEvent.CHANGE, PLACE, null, new Object[] {newX, newY, 0.0});
  }

  /// Draws the peer at a place from now on; the layout is not told.
  void move(double newX, double newY) {
    x = newX;
    y = newY;
  }

  public Role role() {
    return role;
  }

  void setRole(Role role) {
    this.role = role;
  }

  /// Whether it speaks only the original protocol.
  public boolean isOriginal() {
    return original;
  }

  void setOriginal(boolean original) {
    this.original = original;
  }

  /// How it looks in the spread that is shown; null if none is.
  public @Nullable Tint tint() {
    return tint;
  }

  /// Whether it is filled, because it has heard the rumour that is shown.
  public boolean isFilled() {
    return tint != null && tint.isHeard();
  }

  /// @return whether that is a change
  boolean setTint(@Nullable Tint tint) {
    boolean changed = !Objects.equals(this.tint, tint);
    this.tint = tint;
    return changed;
  }

  /// Half the width of its shape in pixels.
  public double radius(double scale) {
    return radius(role, tint, scale);
  }

  public static double radius(Role role, @Nullable Tint tint, double scale) {
    double plain = NodeGlyph.radius(role, scale);
    if (tint == null) {
      return plain;
    }
    double least = tint.origin() ? ORIGIN_RADIUS : tint.isHeard() ? HEARD_RADIUS : 0;
    return Math.max(plain, least * scale) * tint.growth();
  }

  public String label() {
    return label;
  }

  void setLabel(String label) {
    this.label = label;
  }

  /// How much of its size it has reached since it joined, 0 to 1.
  public double grown() {
    return grown;
  }

  boolean isFullyGrown() {
    return grown >= 1;
  }

  void grow(double seconds) {
    grown = Math.min(1, grown + seconds / GROWING_SECONDS);
  }

  /// Takes its full size at once.
  void growUp() {
    grown = 1;
  }

  /// The side on which its label stood in the last frame, or -1. A label that stays where it is
  /// reads better.
  public int labelSide() {
    return labelSide;
  }

  public void setLabelSide(int side) {
    labelSide = side;
  }
}

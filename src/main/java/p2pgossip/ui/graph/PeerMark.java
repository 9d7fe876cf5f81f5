package p2pgossip.ui.graph;

import org.graphstream.ui.graphicGraph.GraphicNode;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Role;

/// One peer as it stands in the drawn graph. Its place in graph units is that of GraphStream's
/// node.
final class PeerMark {

  private static final double GROWING_SECONDS = 0.25;

  private final PeerAddress address;
  private final GraphicNode node;
  private Role role;
  private String label;
  private double grown;
  private int labelSide = -1;

  PeerMark(PeerAddress address, GraphicNode node, Role role) {
    this.address = address;
    this.node = node;
    this.role = role;
    this.label = address.toString();
  }

  PeerAddress address() {
    return address;
  }

  GraphicNode node() {
    return node;
  }

  double x() {
    return node.x;
  }

  double y() {
    return node.y;
  }

  Role role() {
    return role;
  }

  void setRole(Role role) {
    this.role = role;
  }

  String label() {
    return label;
  }

  void setLabel(String label) {
    this.label = label;
  }

  /// How much of its size it has reached since it joined, 0 to 1.
  double grown() {
    return grown;
  }

  boolean isFullyGrown() {
    return grown >= 1;
  }

  void grow(double seconds) {
    grown = Math.min(1, grown + seconds / GROWING_SECONDS);
  }

  /// Has its full size at once.
  void growUp() {
    grown = 1;
  }

  /// The side on which its label stood in the last frame, or -1: labels that stay put read better.
  int labelSide() {
    return labelSide;
  }

  void setLabelSide(int side) {
    labelSide = side;
  }
}

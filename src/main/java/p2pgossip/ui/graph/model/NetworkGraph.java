package p2pgossip.ui.graph.model;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.graphstream.graph.Element;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.PeerLabels;
import p2pgossip.network.Role;
import p2pgossip.ui.graph.layout.SettlingSpringBox.Place;
import p2pgossip.ui.graph.model.WantedEdge.Tie;

/// Keeps a GraphStream graph in step with the latest [NetworkPicture] by applying the differences.
///
/// A peer is a node; its identifier is the address as text. Two peers that know each other share
/// one undirected edge. If only one knows the other, the edge is directed. Nodes glide to the
/// places that the layout gives them.
public final class NetworkGraph {

  /// Up to this many peers and links are added at once.
  private static final int FEW = 250;

  /// How long adding may take in one frame of a larger picture. It is a time and not a number of
  /// peers, because code that is not compiled yet is several times slower.
  private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(6);

  /// Added in each frame however long it takes, so that a busy machine gets done as well.
  private static final int AT_LEAST = 20;

  private static final String FROZEN = "layout.frozen";
  private static final double TETHER_LENGTH = 1.2;
  private static final double GLIDE_SECONDS = 0.13;

  /// In graph units, of which about one lies between linked nodes: well below a pixel.
  private static final double ARRIVED = 0.0012;

  private final PeerGraph graph;
  private final RandomGenerator random;
  private final Map<PeerAddress, PeerNode> peers = new LinkedHashMap<>();
  private NetworkPicture picture = NetworkPicture.EMPTY;
  private PeerLabels labels = picture.labels();
  private PendingAdditions additions = PendingAdditions.NONE;
  private Set<PeerAddress> originals = Set.of();
  private @Nullable PeerAddress held;

  /// @param random places new peers
  public NetworkGraph(PeerGraph graph, RandomGenerator random) {
    this.graph = graph;
    this.random = random;
  }

  /// The peers of the graph: all of the picture, unless [#isGrowing]. A live view.
  public Collection<PeerNode> peers() {
    return Collections.unmodifiableCollection(peers.values());
  }

  public @Nullable PeerNode peer(PeerAddress address) {
    return peers.get(address);
  }

  /// The links of the graph.
  public Stream<LinkEdge> links() {
    return graph.links();
  }

  /// How many edges the graph has, with those that are not drawn.
  public int edgeCount() {
    return graph.getEdgeCount();
  }

  public NetworkPicture picture() {
    return picture;
  }

  /// What a call of [#show] changed.
  public enum Change {
    NOTHING,
    /// Only how peers look.
    LOOKS,
    /// Peers or links were added or removed, so the layout has work.
    STRUCTURE
  }

  public Change show(NetworkPicture next) {
    if (next.equals(picture)) {
      return Change.NOTHING;
    }
    boolean structure =
        !next.links().equals(picture.links())
            || !next.nodes().keySet().equals(picture.nodes().keySet());
    boolean renamed = !next.names().equals(picture.names());
    picture = next;
    if (structure || renamed) {
      labels = next.labels();
    }
    if (structure) {
      Map<String, WantedEdge> edges = WantedEdge.of(picture);
      removeEdges(edges);
      removeNodes();
      additions =
          PendingAdditions.towards(
              picture, edges.values(), peers::containsKey, id -> graph.getEdge(id) != null);
      // For a large picture, to find the differences is enough work for one frame.
      if (additions.size() <= FEW) {
        grow();
      }
    }
    for (PeerNode node : peers.values()) {
      node.setRole(roleOf(node.address()));
    }
    if (renamed) {
      relabel();
    }
    markOriginals();
    return structure ? Change.STRUCTURE : Change.LOOKS;
  }

  /// Marks the peers that speak only the original protocol, also those that join later.
  ///
  /// @return whether that is a change
  public boolean setOriginals(Set<PeerAddress> next) {
    boolean changed = !next.equals(originals);
    originals = Set.copyOf(next);
    markOriginals();
    return changed;
  }

  public boolean isOriginal(PeerAddress peer) {
    return originals.contains(peer);
  }

  /// Whether one peer of the picture speaks only the original protocol.
  public boolean hasOriginals() {
    return originals.stream().anyMatch(picture.nodes()::containsKey);
  }

  private void markOriginals() {
    peers.forEach((address, node) -> node.setOriginal(originals.contains(address)));
  }

  /// Whether [#grow] has peers or links of the picture left to add.
  public boolean isGrowing() {
    return additions.size() > 0;
  }

  /// Adds the next peers and links of the picture: all of them if they are few, else as many as one
  /// frame has time for. Call it once a frame while [#isGrowing].
  public void grow() {
    long begun = System.nanoTime();
    int atLeast = additions.size() <= FEW ? FEW : AT_LEAST;
    int added = 0;
    while (!additions.nodes().isEmpty() && isTimeLeft(added, atLeast, begun)) {
      NetworkNode node = additions.nodes().remove();
      PeerNode joined = add(node, additions.neighbors(node.address()));
      if (additions.isCrowd()) {
        joined.growUp();
      }
      added++;
    }
    if (added > 0) {
      relabel();
    }
    while (!additions.edges().isEmpty() && isTimeLeft(added, atLeast, begun)) {
      add(additions.edges().remove());
      added++;
    }
    if (!isGrowing()) {
      additions = PendingAdditions.NONE;
    }
  }

  private static boolean isTimeLeft(int added, int atLeast, long begun) {
    return added < atLeast || System.nanoTime() - begun < FRAME_NANOS;
  }

  private Role roleOf(PeerAddress address) {
    NetworkNode node = picture.nodes().get(address);
    if (node == null) {
      throw new IllegalStateException(address + " is not in the picture");
    }
    return node.role();
  }

  private void removeEdges(Map<String, WantedEdge> wanted) {
    List<String> gone =
        graph.edges().map(Element::getId).filter(id -> !wanted.containsKey(id)).toList();
    gone.forEach(graph::removeEdge);
  }

  private void add(WantedEdge edge) {
    LinkEdge added = graph.add(edge);
    if (edge.tie() == Tie.TETHER) {
      added.setAttribute("layout.weight", TETHER_LENGTH);
    }
  }

  private void removeNodes() {
    Set<PeerAddress> gone = new HashSet<>(peers.keySet());
    gone.removeAll(picture.nodes().keySet());
    for (PeerAddress address : gone) {
      graph.removeNode(address.toString());
      peers.remove(address);
      if (address.equals(held)) {
        held = null;
      }
    }
  }

  private PeerNode add(NetworkNode node, Set<PeerAddress> neighbors) {
    Place place = birthplace(neighbors);
    PeerNode added = graph.add(node.address(), roleOf(node.address()));
    added.setOriginal(originals.contains(node.address()));
    added.put(place.x(), place.y());
    peers.put(node.address(), added);
    return added;
  }

  /// Beside the neighbours that are in the graph; without any, at the edge of the graph.
  private Place birthplace(Set<PeerAddress> neighbors) {
    List<PeerNode> placed =
        neighbors.stream().sorted().map(peers::get).filter(node -> node != null).toList();
    if (peers.isEmpty()) {
      return new Place(0, 0);
    }
    double angle = random.nextDouble(2 * Math.PI);
    if (placed.isEmpty()) {
      double reach =
          0.8 + peers.values().stream().mapToDouble(m -> Math.hypot(m.x(), m.y())).max().orElse(0);
      return new Place(reach * Math.cos(angle), reach * Math.sin(angle));
    }
    double x = placed.stream().mapToDouble(PeerNode::x).average().orElse(0);
    double y = placed.stream().mapToDouble(PeerNode::y).average().orElse(0);
    double distance = placed.size() == 1 ? 0.9 : 0.3;
    return new Place(x + distance * Math.cos(angle), y + distance * Math.sin(angle));
  }

  /// What the peers of the picture are called.
  public PeerLabels labels() {
    return labels;
  }

  private void relabel() {
    for (PeerNode node : peers.values()) {
      node.setLabel(labels.brief(node.address()));
    }
  }

  /// Moves the nodes on towards their places.
  ///
  /// @param seconds since the last call
  /// @return whether any node has moved or grown
  public boolean glide(Map<String, Place> places, double seconds) {
    double part = 1 - Math.exp(-seconds / GLIDE_SECONDS);
    boolean moving = false;
    for (PeerNode node : peers.values()) {
      if (!node.isFullyGrown()) {
        node.grow(seconds);
        moving = true;
      }
      Place place = places.get(node.getId());
      if (place != null && !node.address().equals(held)) {
        moving |= approach(node, place, part);
      }
    }
    return moving;
  }

  private static boolean approach(PeerNode node, Place place, double part) {
    double offX = place.x() - node.x();
    double offY = place.y() - node.y();
    if (offX == 0 && offY == 0) {
      return false;
    }
    boolean near = Math.abs(offX) + Math.abs(offY) < ARRIVED;
    node.move(near ? place.x() : node.x() + offX * part, near ? place.y() : node.y() + offY * part);
    return true;
  }

  /// Holds a peer: it stays where the pointer takes it, and the layout leaves it there.
  public void hold(PeerAddress address) {
    PeerNode node = peers.get(address);
    if (node != null) {
      held = address;
      node.setAttribute(FROZEN);
    }
  }

  /// Moves the held peer, in graph units.
  public void moveHeld(double x, double y) {
    PeerNode node = heldNode();
    if (node != null) {
      node.put(x, y);
    }
  }

  /// Lets go of the held peer: the layout may move it again.
  public void release() {
    PeerNode node = heldNode();
    if (node != null) {
      node.removeAttribute(FROZEN);
      held = null;
    }
  }

  private @Nullable PeerNode heldNode() {
    return held == null ? null : peers.get(held);
  }
}

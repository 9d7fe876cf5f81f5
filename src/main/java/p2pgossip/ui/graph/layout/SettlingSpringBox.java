package p2pgossip.ui.graph.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.graphstream.ui.geom.Vector3;
import org.graphstream.ui.layout.springbox.NodeParticle;
import org.graphstream.ui.layout.springbox.implementations.SpringBox;
import org.graphstream.ui.layout.springbox.implementations.SpringBoxNodeParticle;
import org.miv.pherd.Particle;
import org.miv.pherd.geom.Point3;

/// GraphStream's spring box, made to come to rest: each change heats it up, and each step cools it.
/// The plain one never stops trembling.
public final class SettlingSpringBox extends SpringBox {

  /// A place in graph units.
  public record Place(double x, double y) {}

  private static final double COOLING = 0.983;

  /// For many nodes, whose steps take longer.
  private static final double COOLING_OF_MANY = 0.97;

  private static final double COLD = 0.012;
  private static final double HEAT_OF_A_CHANGE = 0.75;

  /// Up to this many nodes, every two repel each other exactly; above, a distant group counts as
  /// one.
  private static final int EXACT_UP_TO = 80;

  /// Found by trial, as is [#GRAVITY]. With GraphStream's own repulsion (0.024), the peers round a
  /// hub overlap. With these two, 20 peers in 276 by 232 pixels are at least 40 pixels apart.
  private static final double REPULSION = 0.4;

  /// The pull to the middle for each unit of distance. It keeps parts without a link between them
  /// from drifting apart.
  private static final double GRAVITY = 0.15;

  /// The distance of the nodes from the middle (root mean square) up to which gravity has its full
  /// strength. Beyond it, the same pull would fold up a ring or a chain.
  private static final double COMPACT = 1.3;

  private static final double MAX_ASPECT = 2;

  /// Fewer nodes have no shape to find.
  private static final int FEWEST_ARRANGED = 4;

  /// If more than one in this many nodes and links is new, the graph counts as another.
  private static final int ANOTHER = 3;

  /// In a denser graph nobody can follow a link anyway.
  private static final int MOST_EDGES = 1_500;

  /// How much the springs may move the nodes after an arrangement.
  private static final double HEAT_AFTER_ARRANGEMENT = 0.3;

  private double heat = 1;

  /// The nodes and links that were added since the nodes were last arranged, or known.
  private int fresh;

  /// The same since they were last known to the user.
  private int sinceKnown;

  private volatile double aspect = 1;

  SettlingSpringBox(Random random) {
    super(false, random);
    setGravityFactor(GRAVITY);
    K2 = REPULSION;
  }

  /// How much wider than high the result should be, so that it fills its pane. For any thread. It
  /// takes effect with the next steps, and heats nothing up.
  void setAspect(double aspect) {
    this.aspect = Math.clamp(aspect, 1 / MAX_ASPECT, MAX_ASPECT);
  }

  boolean isCold() {
    return heat < COLD;
  }

  /// Says that the user knows the graph as it stands: what is added from now on is new to it.
  void begin() {
    fresh = 0;
    sinceKnown = 0;
  }

  /// Whether so much is new that the nodes are better arranged all at once. One node that joins is
  /// never that much.
  boolean isAnother() {
    return isAnother(fresh);
  }

  private boolean isAnother(int added) {
    int count = nodes.getParticleCount();
    return count >= FEWEST_ARRANGED
        && count <= Arrangement.MOST_NODES
        && edges.size() <= MOST_EDGES
        && added * ANOTHER > count + edges.size();
  }

  /// Whether the user has seen none of it yet.
  boolean isAllNew() {
    return isAnother() && fresh >= nodes.getParticleCount() + edges.size();
  }

  /// Arranges all nodes at once; frozen ones stay where they are.
  void arrange() {
    Skeleton skeleton = skeleton();
    moveTo(skeleton.nodes, arrangement(skeleton));
  }

  /// Arranges all nodes if fewer links cross then, and if so much was added piece by piece that the
  /// graph is another by now. Call it when the nodes come to rest.
  ///
  /// @return whether the nodes were arranged
  boolean untangle() {
    if (fresh == 0 || !isAnother(sinceKnown)) {
      return false;
    }
    Skeleton skeleton = skeleton();
    Place[] arranged = arrangement(skeleton);
    fresh = 0;
    int now = Crossings.count(skeleton.neighbors, skeleton.places());
    if (now == 0 || Crossings.count(skeleton.neighbors, List.of(arranged)) >= now) {
      return false;
    }
    moveTo(skeleton.nodes, arranged);
    return true;
  }

  private Place[] arrangement(Skeleton skeleton) {
    double wanted = aspect;
    Place[] straight = Arrangement.of(skeleton.neighbors, wanted >= 1, random);
    Optional<Place[]> folded = Serpentine.fold(straight, wanted);
    Place[] places = folded.orElse(straight);
    if (!isAllNew()) {
      List<Place> now = skeleton.places();
      Turning turning =
          folded.isPresent() ? Turning.uprightTowards(places, now) : Turning.towards(places, now);
      places = turning.of(places);
    }
    return Arrangement.stretched(places, wanted);
  }

  private void moveTo(List<NodeParticle> all, Place[] places) {
    for (int i = 0; i < places.length; i++) {
      if (!all.get(i).frozen) {
        all.get(i).moveTo(places[i].x(), places[i].y(), 0);
      }
    }
    fresh = 0;
    heat = HEAT_AFTER_ARRANGEMENT;
  }

  /// The graph as numbers.
  ///
  /// @param neighbors the neighbours of each node, by their indices
  private record Skeleton(List<NodeParticle> nodes, int[][] neighbors) {

    List<Place> places() {
      return nodes.stream().map(SettlingSpringBox::place).toList();
    }
  }

  private Skeleton skeleton() {
    List<NodeParticle> all = new ArrayList<>();
    Map<NodeParticle, Integer> indices = new HashMap<>();
    for (Iterator<Object> ids = nodes.getParticleIdIterator(); ids.hasNext(); ) {
      NodeParticle node = (NodeParticle) nodes.getParticle(ids.next());
      indices.put(node, all.size());
      all.add(node);
    }
    int[][] neighbors = new int[all.size()][];
    for (int i = 0; i < neighbors.length; i++) {
      NodeParticle node = all.get(i);
      neighbors[i] =
          node.neighbours.stream()
              .map(edge -> indices.get(edge.getOpposite(node)))
              .filter(Objects::nonNull)
              .mapToInt(Integer::intValue)
              .toArray();
    }
    return new Skeleton(all, neighbors);
  }

  @Override
  public void compute() {
    setQuality(nodes.getParticleCount() <= EXACT_UP_TO ? 1 : 0.3);
    setForce(heat);
    setGravityFactor(GRAVITY * Math.min(1, COMPACT * COMPACT / meanSquare()));
    super.compute();
    heat *= nodes.getParticleCount() <= EXACT_UP_TO ? COOLING : COOLING_OF_MANY;
  }

  /// The mean of the squared distances of all nodes from the middle.
  private double meanSquare() {
    double sum = 0;
    for (Iterator<Object> ids = nodes.getParticleIdIterator(); ids.hasNext(); ) {
      Point3 position = nodes.getParticle(ids.next()).getPosition();
      sum += position.x * position.x + position.y * position.y;
    }
    return Math.max(1e-9, sum / Math.max(1, nodes.getParticleCount()));
  }

  /// Where all the nodes are, by identifier.
  Map<String, Place> places() {
    Map<String, Place> places = HashMap.newHashMap(nodes.getParticleCount());
    for (Iterator<Object> ids = nodes.getParticleIdIterator(); ids.hasNext(); ) {
      Object id = ids.next();
      places.put((String) id, place(nodes.getParticle(id)));
    }
    return places;
  }

  private static Place place(Particle node) {
    Point3 position = node.getPosition();
    return new Place(position.x, position.y);
  }

  @Override
  public void particleMoved(Object id, double x, double y, double z) {
    // places() hands over all moves of a step at once.
  }

  @Override
  protected NodeParticle addNode(String sourceId, String id) {
    warm(HEAT_OF_A_CHANGE);
    fresh++;
    sinceKnown++;
    return super.addNode(sourceId, id);
  }

  @Override
  protected void removeNode(String sourceId, String id) {
    warm(HEAT_OF_A_CHANGE / 2);
    super.removeNode(sourceId, id);
  }

  @Override
  protected void addEdge(String sourceId, String id, String from, String to, boolean directed) {
    warm(HEAT_OF_A_CHANGE);
    fresh++;
    sinceKnown++;
    super.addEdge(sourceId, id, from, to, directed);
  }

  @Override
  protected void removeEdge(String sourceId, String id) {
    warm(HEAT_OF_A_CHANGE / 2);
    super.removeEdge(sourceId, id);
  }

  @Override
  public void moveNode(String id, double x, double y, double z) {
    warm(HEAT_OF_A_CHANGE / 2);
    super.moveNode(id, x, y, z);
  }

  @Override
  public NodeParticle newNodeParticle(String id) {
    return new Body(this, id);
  }

  /// A node that is pulled to the middle: harder the farther away it is, and harder along the short
  /// side of the pane than along the long one.
  private static final class Body extends SpringBoxNodeParticle {

    private final SettlingSpringBox springs;

    private Body(SettlingSpringBox springs, String id) {
      super(springs, id);
      this.springs = springs;
    }

    @Override
    protected void gravity(Vector3 delta) {
      double pull = springs.getGravityFactor();
      delta.set(-pos.x * pull / springs.aspect, -pos.y * pull * springs.aspect, 0);
      disp.add(delta);
    }
  }

  @Override
  protected void chooseNodePosition(NodeParticle one, NodeParticle other) {
    // The graph gives each new node its place.
  }

  private void warm(double atLeast) {
    heat = Math.max(heat, atLeast);
  }
}

package p2pgossip.ui.graph;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import org.graphstream.ui.geom.Vector3;
import org.graphstream.ui.layout.springbox.NodeParticle;
import org.graphstream.ui.layout.springbox.implementations.SpringBox;
import org.graphstream.ui.layout.springbox.implementations.SpringBoxNodeParticle;
import org.miv.pherd.geom.Point3;

/// GraphStream's spring box, made to come to rest: whatever changes heats it up, and every step
/// cools it. The plain one trembles on for ever, and with it the picture and the processor.
final class SettlingSpringBox extends SpringBox {

  /// A place in graph units.
  record Place(double x, double y) {}

  private static final double COOLING = 0.983;

  /// A step over many takes longer, and nobody follows a single one of them.
  private static final double COOLING_OF_MANY = 0.97;

  private static final double COLD = 0.012;
  private static final double HEAT_OF_A_CHANGE = 0.75;

  /// Up to this many, every pair repels each other exactly; above, far groups count as one.
  private static final int EXACT_UP_TO = 80;

  /// Both found by trial: GraphStream's own repulsion (0.024) heaps the peers of a hub up. With
  /// these, 20 peers in 276 by 232 pixels stand 40 pixels apart at least.
  private static final double REPULSION = 0.4;

  /// The pull to the middle for one unit of distance. Keeps parts that no link holds together from
  /// drifting apart.
  private static final double GRAVITY = 0.15;

  private static final double MAX_ASPECT = 2;

  private double heat = 1;
  private volatile double aspect = 1;

  SettlingSpringBox(Random random) {
    super(false, random);
    setGravityFactor(GRAVITY);
    K2 = REPULSION;
  }

  /// How much wider than high the result should be, so that it fills its pane. For any thread;
  /// takes effect with the next steps, and heats nothing up.
  void setAspect(double aspect) {
    this.aspect = Math.clamp(aspect, 1 / MAX_ASPECT, MAX_ASPECT);
  }

  boolean isCold() {
    return heat < COLD;
  }

  @Override
  public void compute() {
    setQuality(nodes.getParticleCount() <= EXACT_UP_TO ? 1 : 0.3);
    setForce(heat);
    super.compute();
    heat *= nodes.getParticleCount() <= EXACT_UP_TO ? COOLING : COOLING_OF_MANY;
  }

  /// Where all the nodes are, by identifier.
  Map<String, Place> places() {
    Map<String, Place> places = HashMap.newHashMap(nodes.getParticleCount());
    for (Iterator<Object> ids = nodes.getParticleIdIterator(); ids.hasNext(); ) {
      Object id = ids.next();
      Point3 position = nodes.getParticle(id).getPosition();
      places.put((String) id, new Place(position.x, position.y));
    }
    return places;
  }

  @Override
  public void particleMoved(Object id, double x, double y, double z) {
    // Nobody listens to single moves: places() hands over a whole step at once.
  }

  @Override
  protected NodeParticle addNode(String sourceId, String id) {
    warm(HEAT_OF_A_CHANGE);
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

  /// A node that is pulled to the middle the harder the farther off it is, and harder along the
  /// short side of the pane than along the long one.
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
    // The graph gives every new node a place itself.
  }

  private void warm(double atLeast) {
    heat = Math.max(heat, atLeast);
  }
}

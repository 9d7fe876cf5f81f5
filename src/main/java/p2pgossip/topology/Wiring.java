package p2pgossip.topology;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.generate.BarabasiAlbertGraphGenerator;
import org.jgrapht.generate.CompleteGraphGenerator;
import org.jgrapht.generate.GraphGenerator;
import org.jgrapht.generate.GridGraphGenerator;
import org.jgrapht.generate.LinearGraphGenerator;
import org.jgrapht.generate.RingGraphGenerator;
import org.jgrapht.generate.StarGraphGenerator;
import org.jgrapht.generate.WattsStrogatzGraphGenerator;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.util.SupplierUtil;

/// Draws the edges of a topology, by JGraphT's generators where it has one.
final class Wiring {

  private final int peers;
  private final RandomGenerator random;
  private final Graph<Integer, DefaultEdge> graph =
      new SimpleGraph<>(
          SupplierUtil.createIntegerSupplier(), SupplierUtil.createDefaultEdgeSupplier(), false);

  private Wiring(int peers, RandomGenerator random) {
    this.peers = peers;
    this.random = random;
  }

  static List<Edge> edges(Topology topology, int peers, RandomGenerator random) {
    if (peers < 1) {
      throw new IllegalArgumentException(peers + " peers are too few; there must be one or more");
    }
    Wiring wiring = new Wiring(peers, random);
    wiring.draw(topology);
    wiring.join();
    return wiring.edges();
  }

  private void draw(Topology topology) {
    switch (topology) {
      case Topology.Line _ -> generate(new LinearGraphGenerator<>(peers));
      case Topology.Ring _ -> {
        // Of two, a ring would connect each with the other twice.
        if (peers < 3) {
          generate(new CompleteGraphGenerator<>(peers));
        } else {
          generate(new RingGraphGenerator<>(peers));
        }
      }
      case Topology.Star _ -> generate(new StarGraphGenerator<>(peers));
      case Topology.Grid _ -> drawGrid();
      case Topology.Tree(int branches) -> drawTree(branches);
      case Topology.Complete _ -> generate(new CompleteGraphGenerator<>(peers));
      case Topology.RandomOut(int chosen) -> drawRandom(chosen);
      case Topology.SmallWorld(int nearest, double rewired) -> {
        if (peers <= nearest + 1) {
          generate(new CompleteGraphGenerator<>(peers));
        } else {
          generate(
              new WattsStrogatzGraphGenerator<>(
                  peers, nearest, rewired, false, Random.from(random)));
        }
      }
      case Topology.ScaleFree(int joined) -> {
        if (peers <= joined + 1) {
          generate(new CompleteGraphGenerator<>(peers));
        } else {
          generate(
              new BarabasiAlbertGraphGenerator<>(joined + 1, joined, peers, Random.from(random)));
        }
      }
    }
  }

  private void generate(GraphGenerator<Integer, DefaultEdge, Integer> generator) {
    generator.generateGraph(graph);
  }

  /// A whole grid, row by row, without what is too much of its last row.
  private void drawGrid() {
    int columns = (int) Math.ceil(Math.sqrt(peers));
    int rows = (peers + columns - 1) / columns;
    if (rows < 2) {
      generate(new LinearGraphGenerator<>(peers));
      return;
    }
    generate(new GridGraphGenerator<>(rows, columns));
    for (int beyond = peers; beyond < rows * columns; beyond++) {
      graph.removeVertex(beyond);
    }
  }

  private void drawTree(int branches) {
    addPeers();
    for (int peer = 1; peer < peers; peer++) {
      graph.addEdge(peer, (peer - 1) / branches);
    }
  }

  /// Deals each peer the first cards of a pack that is shuffled as far as it is dealt (Fisher, Yates).
  private void drawRandom(int chosen) {
    addPeers();
    int others = peers - 1;
    int[] pack = new int[others];
    for (int peer = 0; peer < peers; peer++) {
      for (int card = 0; card < others; card++) {
        pack[card] = card < peer ? card : card + 1;
      }
      for (int dealt = 0; dealt < Math.min(chosen, others); dealt++) {
        int drawn = dealt + random.nextInt(others - dealt);
        graph.addEdge(peer, pack[drawn]);
        pack[drawn] = pack[dealt];
      }
    }
  }

  private void addPeers() {
    for (int peer = 0; peer < peers; peer++) {
      graph.addVertex();
    }
  }

  private void join() {
    List<Set<Integer>> parts = new ConnectivityInspector<>(graph).connectedSets();
    List<Integer> joined = parts.getFirst().stream().sorted().toList();
    for (Set<Integer> part : parts.subList(1, parts.size())) {
      List<Integer> apart = part.stream().sorted().toList();
      graph.addEdge(oneOf(apart), oneOf(joined));
    }
  }

  private int oneOf(List<Integer> candidates) {
    return candidates.get(random.nextInt(candidates.size()));
  }

  private List<Edge> edges() {
    return graph.edgeSet().stream()
        .map(edge -> new Edge(graph.getEdgeSource(edge), graph.getEdgeTarget(edge)))
        .toList();
  }
}

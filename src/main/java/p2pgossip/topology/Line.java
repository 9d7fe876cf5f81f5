package p2pgossip.topology;

import java.util.random.RandomGenerator;

/// The peers in a row, each connected with the next.
public record Line() implements Topology {

  static final TopologyForm FORM =
      new TopologyForm(
          "line", "Line", "Each is connected with the next: the slowest way through.", new Line());

  /// Draws a line into `edges`.
  static void draw(EdgeDraft edges, int peers) {
    for (int peer = 1; peer < peers; peer++) {
      edges.add(peer - 1, peer);
    }
  }

  @Override
  public TopologyForm form() {
    return FORM;
  }

  @Override
  public Edges edges(int peers, RandomGenerator random) {
    EdgeDraft edges = new EdgeDraft(peers, peers);
    draw(edges, peers);
    return edges.done();
  }

  @Override
  public Places places(int peers, Edges edges) {
    return Places.serpentine(peers);
  }
}

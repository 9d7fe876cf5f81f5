package p2pgossip.topology;

import java.util.random.RandomGenerator;

/// Every peer is connected with every other.
public record Complete() implements Topology {

  static final TopologyForm FORM =
      new TopologyForm("complete", "Complete", "Every peer knows every other.", new Complete());

  /// Connects the first `peers` with one another.
  static void draw(EdgeDraft edges, int peers) {
    for (int one = 0; one < peers; one++) {
      for (int other = one + 1; other < peers; other++) {
        edges.add(one, other);
      }
    }
  }

  @Override
  public TopologyForm form() {
    return FORM;
  }

  @Override
  public Edges edges(int peers, RandomGenerator random) {
    EdgeDraft edges = new EdgeDraft(peers, (long) peers * (peers - 1) / 2);
    draw(edges, peers);
    return edges.done();
  }
}

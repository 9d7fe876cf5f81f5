package p2pgossip.topology;

import java.util.random.RandomGenerator;

/// A line whose ends are connected.
public record Ring() implements Topology {

  static final TopologyForm FORM =
      new TopologyForm("ring", "Ring", "A closed line: two ways round.", new Ring());

  @Override
  public TopologyForm form() {
    return FORM;
  }

  @Override
  public Edges edges(int peers, RandomGenerator random) {
    EdgeDraft edges = new EdgeDraft(peers, peers);
    Line.draw(edges, peers);
    // A ring of two peers would have the same edge twice.
    if (peers > 2) {
      edges.add(peers - 1, 0);
    }
    return edges.done();
  }
}

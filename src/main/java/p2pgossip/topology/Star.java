package p2pgossip.topology;

import java.util.random.RandomGenerator;

/// The first peer is connected with all others.
public record Star() implements Topology {

  static final TopologyForm FORM =
      new TopologyForm("star", "Star", "One knows all, the others only that one.", new Star());

  @Override
  public TopologyForm form() {
    return FORM;
  }

  @Override
  public Edges edges(int peers, RandomGenerator random) {
    EdgeDraft edges = new EdgeDraft(peers, peers);
    for (int peer = 1; peer < peers; peer++) {
      edges.add(peer, 0);
    }
    return edges.done();
  }

  @Override
  public Places places(int peers, Edges edges) {
    return Places.star(peers);
  }
}

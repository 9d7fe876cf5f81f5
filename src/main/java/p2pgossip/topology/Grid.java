package p2pgossip.topology;

import java.util.random.RandomGenerator;

/// Rows and columns, as nearly square as possible; the last row may be shorter.
public record Grid() implements Topology {

  static final TopologyForm FORM =
      new TopologyForm(
          "grid", "Grid", "Rows and columns, each with up to four neighbours.", new Grid());

  /// The number of peers in a row; the last row may have fewer.
  static int columns(int peers) {
    return (int) Math.ceil(Math.sqrt(peers));
  }

  @Override
  public TopologyForm form() {
    return FORM;
  }

  @Override
  public Edges edges(int peers, RandomGenerator random) {
    EdgeDraft edges = new EdgeDraft(peers, 2L * peers);
    int columns = columns(peers);
    for (int peer = 0; peer < peers; peer++) {
      if ((peer + 1) % columns != 0 && peer + 1 < peers) {
        edges.add(peer, peer + 1);
      }
      if (peer < peers - columns) {
        edges.add(peer, peer + columns);
      }
    }
    return edges.done();
  }

  @Override
  public Places places(int peers, Edges edges) {
    return Places.rows(peers, columns(peers));
  }

  @Override
  public boolean standsInRows() {
    return true;
  }
}

package p2pgossip.topology;

import java.util.List;
import java.util.random.RandomGenerator;

/// Each peer has the same number of peers below it; rows are filled one after another.
///
/// @param branches 1 to 100
public record Tree(int branches) implements Topology {

  private static final Count BRANCHES = new Count("Branches", "branches of a tree", 1, 1, 2);

  static final TopologyForm FORM =
      new TopologyForm(
          "tree",
          "Tree",
          "Each has some below it: there is no way round a failure.",
          List.of(BRANCHES),
          values -> new Tree(values.of(BRANCHES)));

  /// @throws IllegalArgumentException when there are too few or too many branches
  public Tree {
    BRANCHES.require(branches);
  }

  @Override
  public TopologyForm form() {
    return FORM;
  }

  @Override
  public List<Object> values() {
    return List.of(branches);
  }

  @Override
  public Edges edges(int peers, RandomGenerator random) {
    EdgeDraft edges = new EdgeDraft(peers, peers);
    for (int peer = 1; peer < peers; peer++) {
      edges.add(peer, (peer - 1) / branches);
    }
    return edges.done();
  }

  @Override
  public Places places(int peers, Edges edges) {
    return Places.layers(peers, edges);
  }
}

package p2pgossip.topology;

import java.util.List;
import java.util.random.RandomGenerator;

/// Peers join one by one. Each connects to some of the earlier peers, preferring those with many
/// neighbours (Barabási, Albert 1999, "Emergence of scaling in random networks").
///
/// @param joined how many peers each connects to when it joins, 1 to 100
public record ScaleFree(int joined) implements Topology {

  private static final Count JOINED = new Count("Joins", "neighbours of one that comes", 1, 1, 2);

  static final TopologyForm FORM =
      new TopologyForm(
          "scale-free",
          "Scale-free",
          "Peers with many neighbours get more: a few hubs.",
          List.of(JOINED),
          values -> new ScaleFree(values.of(JOINED)));

  /// @throws IllegalArgumentException when there are too few or too many to connect to
  public ScaleFree {
    JOINED.require(joined);
  }

  @Override
  public TopologyForm form() {
    return FORM;
  }

  @Override
  public List<Object> values() {
    return List.of(joined);
  }

  @Override
  public Edges edges(int peers, RandomGenerator random) {
    return peers <= joined + 1 ? new Complete().edges(peers, random) : grow(peers, random);
  }

  /// Begins with a few peers that are all connected. A peer that joins draws its neighbours from an
  /// array that holds each peer once for each of its edges.
  private Edges grow(int peers, RandomGenerator random) {
    int begun = joined + 1;
    long grown = (long) (peers - begun) * joined;
    long atFirst = (long) begun * joined;
    EdgeDraft edges = new EdgeDraft(peers, grown + atFirst / 2);
    Complete.draw(edges, begun);
    int[] ends = new int[EdgeDraft.room(atFirst + 2 * grown)];
    int filled = 0;
    while (filled < atFirst) {
      ends[filled] = filled % begun;
      filled++;
    }
    for (int peer = begun; peer < peers; peer++) {
      int first = edges.size();
      while (edges.size() < first + joined) {
        int other = ends[random.nextInt(filled)];
        if (!edges.leads(first, edges.size(), other)) {
          edges.add(peer, other);
        }
      }
      for (int edge = first; edge < edges.size(); edge++) {
        ends[filled++] = peer;
        ends[filled++] = edges.to(edge);
      }
    }
    return edges.done();
  }
}

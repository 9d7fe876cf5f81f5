package p2pgossip.topology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import p2pgossip.gossip.Quote;

/// Vertices and edges as they are read from a file. Not thread-safe.
final class GraphDraft {

  private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,18}");

  /// By name, in the order in which they are named first.
  private final Map<String, Integer> numbers = new HashMap<>();

  private final List<String> names = new ArrayList<>();
  private final EdgeDraft edges = new EdgeDraft(1, 0);
  private final Set<Long> seen = new HashSet<>();
  private int read;

  /// Adds a vertex, unless it is there.
  ///
  /// @return its number, in the order of the file
  /// @throws RefusedGraph when there are too many
  int vertex(String name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    if (names.size() == GraphFile.MOST_PEERS) {
      throw new RefusedGraph("there are more than " + GraphFile.MOST_PEERS + " vertices in it");
    }
    numbers.put(name, names.size());
    names.add(name);
    return names.size() - 1;
  }

  /// Adds an edge, and those of its ends that are not there.
  ///
  /// @throws RefusedGraph when there are too many
  void edge(String from, String to) {
    edge(vertex(from), vertex(to));
  }

  /// Adds an edge between vertices that must be there.
  ///
  /// @throws RefusedGraph when one of them is not, or there are too many edges
  void edgeOfKnown(String from, String to) {
    for (String end : List.of(from, to)) {
      if (!numbers.containsKey(end)) {
        throw new RefusedGraph(
            "an edge leads to the node %s, which is not there".formatted(Quote.of(end)));
      }
    }
    edge(from, to);
  }

  private void edge(int from, int to) {
    read++;
    if (read > GraphFile.MOST_EDGES) {
      throw new RefusedGraph("there are more than " + GraphFile.MOST_EDGES + " edges in it");
    }
    if (from != to && seen.add((long) Math.min(from, to) << 32 | Math.max(from, to))) {
      edges.add(from, to);
    }
  }

  /// @throws RefusedGraph when there is no vertex
  GraphFile done(Path file) {
    if (names.isEmpty()) {
      throw new RefusedGraph("there is no vertex in it");
    }
    int[] peers = peers();
    EdgeDraft numbered = new EdgeDraft(names.size(), edges.size());
    for (int edge = 0; edge < edges.size(); edge++) {
      numbered.add(peers[edges.from(edge)], peers[edges.to(edge)]);
    }
    return new GraphFile(
        file, names.size(), numbered.done(), Parts.of(numbered, names.size()).sizes().length);
  }

  /// The number of each vertex as a peer.
  private int[] peers() {
    List<Integer> order = new ArrayList<>();
    for (int vertex = 0; vertex < names.size(); vertex++) {
      order.add(vertex);
    }
    if (names.stream().allMatch(name -> WHOLE_NUMBER.matcher(name).matches())) {
      order.sort(Comparator.comparingLong(vertex -> Long.parseLong(names.get(vertex))));
    }
    int[] peers = new int[names.size()];
    for (int peer = 0; peer < peers.length; peer++) {
      peers[order.get(peer)] = peer;
    }
    return peers;
  }
}

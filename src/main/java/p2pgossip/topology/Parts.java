package p2pgossip.topology;

/// The connected parts of a network.
///
/// @param sizes of the parts, in the order of the first peer of each
/// @param members the peers of the first part in ascending order, then those of the second part,
/// and so on
record Parts(int[] sizes, int[] members) {

  /// Joins the ends of each edge into one set, which is led by its first peer (Tarjan, van Leeuwen
  /// 1984, "Worst-case analysis of set union algorithms", path halving). Memory is linear in the
  /// peers, and time nearly linear in the edges.
  static Parts of(EdgeDraft edges, int peers) {
    int[] leader = new int[peers];
    for (int peer = 0; peer < peers; peer++) {
      leader[peer] = peer;
    }
    int sets = peers;
    for (int edge = 0; edge < edges.size() && sets > 1; edge++) {
      int one = leaderOf(leader, edges.from(edge));
      int other = leaderOf(leader, edges.to(edge));
      if (one != other) {
        leader[Math.max(one, other)] = Math.min(one, other);
        sets--;
      }
    }
    return inOrder(leader);
  }

  private static int leaderOf(int[] leader, int peer) {
    int at = peer;
    while (leader[at] != at) {
      leader[at] = leader[leader[at]];
      at = leader[at];
    }
    return at;
  }

  private static Parts inOrder(int[] leader) {
    int peers = leader.length;
    int[] part = new int[peers];
    int parts = 0;
    for (int peer = 0; peer < peers; peer++) {
      int first = leaderOf(leader, peer);
      part[peer] = first == peer ? parts++ : part[first];
    }
    int[] sizes = new int[parts];
    for (int peer = 0; peer < peers; peer++) {
      sizes[part[peer]]++;
    }
    int[] next = new int[parts];
    for (int each = 1; each < parts; each++) {
      next[each] = next[each - 1] + sizes[each - 1];
    }
    int[] members = new int[peers];
    for (int peer = 0; peer < peers; peer++) {
      members[next[part[peer]]++] = peer;
    }
    return new Parts(sizes, members);
  }
}

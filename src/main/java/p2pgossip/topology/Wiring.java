package p2pgossip.topology;

import java.util.random.RandomGenerator;

/// Draws the edges of a topology, in time and memory linear in the edges. The order of the edges and of
/// the draws is part of what a seed means: a scenario with a seed wires the same network in every
/// version.
final class Wiring {

  private final int peers;
  private final RandomGenerator random;

  private Wiring(int peers, RandomGenerator random) {
    this.peers = peers;
    this.random = random;
  }

  static Edges edges(Topology topology, int peers, RandomGenerator random) {
    if (peers < 1) {
      throw new IllegalArgumentException(peers + " peers are too few; there must be one or more");
    }
    Wiring wiring = new Wiring(peers, random);
    EdgeDraft edges = wiring.draw(topology);
    wiring.join(edges);
    return edges.done();
  }

  private EdgeDraft draw(Topology topology) {
    return switch (topology) {
      case Topology.Line _ -> line();
      case Topology.Ring _ -> ring();
      case Topology.Star _ -> star();
      case Topology.Grid _ -> grid();
      case Topology.Tree(int branches) -> tree(branches);
      case Topology.Complete _ -> complete();
      case Topology.RandomOut(int chosen) -> randomOut(chosen);
      case Topology.SmallWorld(int nearest, double rewired) ->
          peers <= nearest + 1 ? complete() : smallWorld(nearest / 2, rewired);
      case Topology.ScaleFree(int joined) -> peers <= joined + 1 ? complete() : scaleFree(joined);
    };
  }

  private EdgeDraft line() {
    EdgeDraft edges = new EdgeDraft(peers);
    for (int peer = 1; peer < peers; peer++) {
      edges.add(peer - 1, peer);
    }
    return edges;
  }

  private EdgeDraft ring() {
    EdgeDraft edges = line();
    // Of two, a ring would connect each with the other twice.
    if (peers > 2) {
      edges.add(peers - 1, 0);
    }
    return edges;
  }

  private EdgeDraft star() {
    EdgeDraft edges = new EdgeDraft(peers);
    for (int peer = 1; peer < peers; peer++) {
      edges.add(peer, 0);
    }
    return edges;
  }

  private EdgeDraft grid() {
    int columns = (int) Math.ceil(Math.sqrt(peers));
    EdgeDraft edges = new EdgeDraft(2L * peers);
    for (int peer = 0; peer < peers; peer++) {
      if ((peer + 1) % columns != 0 && peer + 1 < peers) {
        edges.add(peer, peer + 1);
      }
      if (peer < peers - columns) {
        edges.add(peer, peer + columns);
      }
    }
    return edges;
  }

  private EdgeDraft tree(int branches) {
    EdgeDraft edges = new EdgeDraft(peers);
    for (int peer = 1; peer < peers; peer++) {
      edges.add(peer, (peer - 1) / branches);
    }
    return edges;
  }

  private EdgeDraft complete() {
    return completeOf(peers, (long) peers * (peers - 1) / 2);
  }

  private static EdgeDraft completeOf(int peers, long expected) {
    EdgeDraft edges = new EdgeDraft(expected);
    for (int one = 0; one < peers; one++) {
      for (int other = one + 1; other < peers; other++) {
        edges.add(one, other);
      }
    }
    return edges;
  }

  /// Deals each peer the first cards of a pack that is shuffled as far as it is dealt (Fisher, Yates).
  /// The cards that a deal has moved are put back after it, so that a deal takes as long as it has
  /// cards.
  private EdgeDraft randomOut(int chosen) {
    int others = peers - 1;
    int dealt = Math.min(chosen, others);
    EdgeDraft edges = new EdgeDraft((long) peers * dealt);
    int[] pack = new int[others];
    for (int card = 0; card < others; card++) {
      pack[card] = card;
    }
    int[] drawn = new int[dealt];
    int[] first = new int[peers + 1];
    for (int peer = 0; peer < peers; peer++) {
      first[peer] = edges.size();
      for (int card = 0; card < dealt; card++) {
        drawn[card] = card + random.nextInt(others - card);
        int other = pack[drawn[card]] < peer ? pack[drawn[card]] : pack[drawn[card]] + 1;
        pack[drawn[card]] = pack[card];
        if (other > peer || !leads(edges, first[other], first[other + 1], peer)) {
          edges.add(peer, other);
        }
      }
      for (int card : drawn) {
        pack[card] = card;
      }
    }
    return edges;
  }

  private static boolean leads(EdgeDraft edges, int first, int end, int to) {
    for (int edge = first; edge < end; edge++) {
      if (edges.to(edge) == to) {
        return true;
      }
    }
    return false;
  }

  /// A peer keeps its own end of the edges to its nearest on one side, so the other ends tell whether
  /// two are connected. Each is looked at once, the nearest of all peers first.
  ///
  /// @param ahead how many of its nearest each peer has on one side
  private EdgeDraft smallWorld(int ahead, double rewired) {
    EdgeDraft edges = new EdgeDraft((long) peers * ahead);
    int[] ends = new int[EdgeDraft.room((long) peers * ahead)];
    for (int peer = 0; peer < peers; peer++) {
      for (int lap = 0; lap < ahead; lap++) {
        ends[peer * ahead + lap] = ahead(peer, lap);
      }
    }
    for (int lap = 0; lap < ahead; lap++) {
      for (int peer = 0; peer < peers; peer++) {
        if (random.nextDouble() < rewired) {
          int other = random.nextInt(peers);
          if (other != peer
              && !contains(ends, peer * ahead, ahead, other)
              && !contains(ends, other * ahead, ahead, peer)) {
            ends[peer * ahead + lap] = other;
          }
        }
      }
    }
    for (int peer = 0; peer < peers; peer++) {
      for (int lap = 0; lap < ahead; lap++) {
        if (ends[peer * ahead + lap] == ahead(peer, lap)) {
          edges.add(peer, ends[peer * ahead + lap]);
        }
      }
    }
    for (int lap = 0; lap < ahead; lap++) {
      for (int peer = 0; peer < peers; peer++) {
        if (ends[peer * ahead + lap] != ahead(peer, lap)) {
          edges.add(peer, ends[peer * ahead + lap]);
        }
      }
    }
    return edges;
  }

  private int ahead(int peer, int lap) {
    return (int) ((peer + lap + 1L) % peers);
  }

  private static boolean contains(int[] ends, int first, int count, int end) {
    for (int i = first; i < first + count; i++) {
      if (ends[i] == end) {
        return true;
      }
    }
    return false;
  }

  /// Begins with some that are all connected. Whom a peer that comes connects to is drawn from an array
  /// in which each peer stands once for each of its edges.
  private EdgeDraft scaleFree(int joined) {
    int begun = joined + 1;
    long grown = (long) (peers - begun) * joined;
    long atFirst = (long) begun * joined;
    EdgeDraft edges = completeOf(begun, grown + atFirst / 2);
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
        if (!leads(edges, first, edges.size(), other)) {
          edges.add(peer, other);
        }
      }
      for (int edge = first; edge < edges.size(); edge++) {
        ends[filled++] = peer;
        ends[filled++] = edges.to(edge);
      }
    }
    return edges;
  }

  /// Joins each further part to the first by one edge.
  private void join(EdgeDraft edges) {
    Parts parts = Parts.of(edges, peers);
    int first = 0;
    for (int part = 1; part < parts.sizes().length; part++) {
      first += parts.sizes()[part - 1];
      int apart = parts.members()[first + random.nextInt(parts.sizes()[part])];
      edges.add(apart, parts.members()[random.nextInt(parts.sizes()[0])]);
    }
  }
}

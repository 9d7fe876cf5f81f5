package p2pgossip.topology;

import java.util.random.RandomGenerator;

/// How the peers of a network are connected with one another. Immutable.
///
/// Written as a label, for the command line and files: a name, and behind colons its parameters, each
/// of which may be left out from the right: `ring`, `tree:3`, `small-world:4:0.1`.
public sealed interface Topology {

  /// Neighbours that somebody may ask for, or be given on purpose.
  int MOST_NEIGHBORS = 100;

  /// The edges between so many peers, numbered from 0, no two of them between the same peers. All
  /// peers hang together: where chance leaves it in parts, each further part is joined to the first
  /// by one more edge, between two peers chosen at random. The same for the same state of `random`.
  ///
  /// Every topology takes every number of peers; where there are too few for its form, it is as near
  /// to it as can be, and with too few for its parameters it is complete. Time and memory are linear in
  /// the edges.
  ///
  /// @throws IllegalArgumentException when there is not at least one peer, or when the edges are more
  /// than an array can hold
  default Edges edges(int peers, RandomGenerator random) {
    return Wiring.edges(this, peers, random);
  }

  /// Name and parameters; [#parse] reads it again.
  String label();

  /// Reads a label.
  ///
  /// @throws IllegalArgumentException when there is no such topology, or a parameter is out of range,
  /// saying what there is
  static Topology parse(String label) {
    return TopologyLabel.parse(label);
  }

  /// One behind the other.
  record Line() implements Topology {
    @Override
    public String label() {
      return "line";
    }
  }

  /// A line that is closed.
  record Ring() implements Topology {
    @Override
    public String label() {
      return "ring";
    }
  }

  /// The first peer in the middle, all others round it.
  record Star() implements Topology {
    @Override
    public String label() {
      return "star";
    }
  }

  /// Rows and columns, as near to a square as can be; the last row may be shorter.
  record Grid() implements Topology {
    @Override
    public String label() {
      return "grid";
    }
  }

  /// Each peer has so many below it, filled row by row from the first.
  ///
  /// @param branches 1 to 100
  record Tree(int branches) implements Topology {
    /// @throws IllegalArgumentException when there are too few or too many branches
    public Tree {
      requireNeighbors("branches of a tree", branches);
    }

    @Override
    public String label() {
      return "tree:" + branches;
    }
  }

  /// Everybody with everybody.
  record Complete() implements Topology {
    @Override
    public String label() {
      return "complete";
    }
  }

  /// Each peer connects to so many others, chosen at random. As the others then know it too, it has
  /// about twice as many neighbours.
  ///
  /// @param chosen 1 to 100
  record RandomOut(int chosen) implements Topology {
    /// @throws IllegalArgumentException when there are too few or too many to choose
    public RandomOut {
      requireNeighbors("chosen neighbours", chosen);
    }

    @Override
    public String label() {
      return "random:" + chosen;
    }
  }

  /// A ring in which each peer knows the nearest, and some edges lead to anywhere instead (Watts,
  /// Strogatz 1998, "Collective dynamics of 'small-world' networks").
  ///
  /// @param nearest neighbours of each before rewiring, half of them on either side: even, 2 to 100
  /// @param rewired the chance of each edge to lead elsewhere, 0 to 1
  record SmallWorld(int nearest, double rewired) implements Topology {
    /// @throws IllegalArgumentException when a parameter is out of range
    public SmallWorld {
      requireNeighbors("nearest neighbours", nearest);
      if (nearest % 2 != 0) {
        throw new IllegalArgumentException(
            "nearest neighbours must be even, half of them on either side, not " + nearest);
      }
      if (!(rewired >= 0 && rewired <= 1)) {
        throw new IllegalArgumentException(
            "a chance of rewiring of " + rewired + " is not between 0 and 1");
      }
    }

    @Override
    public String label() {
      return "small-world:" + nearest + ":" + TopologyLabel.plain(rewired);
    }
  }

  /// Peers come one by one, and each connects to some that are there, the likelier the more
  /// neighbours they have (Barabási, Albert 1999, "Emergence of scaling in random networks").
  ///
  /// @param joined whom each connects to as it comes, 1 to 100
  record ScaleFree(int joined) implements Topology {
    /// @throws IllegalArgumentException when there are too few or too many to connect to
    public ScaleFree {
      requireNeighbors("neighbours of one that comes", joined);
    }

    @Override
    public String label() {
      return "scale-free:" + joined;
    }
  }

  private static void requireNeighbors(String what, int count) {
    if (count < 1 || count > MOST_NEIGHBORS) {
      throw new IllegalArgumentException(
          "%s: %s is not between 1 and %s".formatted(what, count, MOST_NEIGHBORS));
    }
  }
}

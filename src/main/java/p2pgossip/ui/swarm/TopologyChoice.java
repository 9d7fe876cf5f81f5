package p2pgossip.ui.swarm;

import java.util.Locale;
import p2pgossip.topology.Topology;

/// The topologies to choose from, as they stand in the dialogue.
public enum TopologyChoice {
  LINE("Line", "One behind the other: the slowest way through.", "", 0),
  RING("Ring", "A closed line: two ways round.", "", 0),
  STAR("Star", "One knows all, the others only that one.", "", 0),
  GRID("Grid", "Rows and columns, each with up to four neighbours.", "", 0),
  TREE("Tree", "Each with some below it: no way round a failure.", "Branches", 2),
  COMPLETE("Complete", "Everybody knows everybody.", "", 0),
  RANDOM("Random", "Each connects to some others, chosen at random.", "Chosen", 3),
  SMALL_WORLD("Small world", "A ring of neighbours, and a few long links.", "Nearest", 4),
  SCALE_FREE("Scale-free", "Who has many neighbours gets more: a few hubs.", "Joins", 2);

  /// Of a small world at first.
  static final double REWIRED = 0.1;

  private final String words;
  private final String explanation;
  private final String parameter;
  private final int usual;

  TopologyChoice(String words, String explanation, String parameter, int usual) {
    this.words = words;
    this.explanation = explanation;
    this.parameter = parameter;
    this.usual = usual;
  }

  String explanation() {
    return explanation;
  }

  /// What its number says; empty where it has none.
  String parameter() {
    return parameter;
  }

  /// Its number at first.
  int usual() {
    return Math.max(1, usual);
  }

  /// The least that its number may be; the most is [Topology#MOST_NEIGHBORS].
  int least() {
    return this == SMALL_WORLD ? 2 : 1;
  }

  /// Numbers between which there is none that its number may be.
  int step() {
    return this == SMALL_WORLD ? 2 : 1;
  }

  /// Whether some of its edges lead elsewhere by chance.
  boolean isRewired() {
    return this == SMALL_WORLD;
  }

  /// @param count its number, of no matter where it has none
  /// @param rewired a chance, of no matter where nothing is rewired
  /// @throws IllegalArgumentException when one of them is out of range
  Topology with(int count, double rewired) {
    return switch (this) {
      case LINE -> new Topology.Line();
      case RING -> new Topology.Ring();
      case STAR -> new Topology.Star();
      case GRID -> new Topology.Grid();
      case TREE -> new Topology.Tree(count);
      case COMPLETE -> new Topology.Complete();
      case RANDOM -> new Topology.RandomOut(count);
      case SMALL_WORLD -> new Topology.SmallWorld(count, rewired);
      case SCALE_FREE -> new Topology.ScaleFree(count);
    };
  }

  /// The words for a topology, as in "small world".
  public static String inWords(Topology topology) {
    TopologyChoice wiring =
        switch (topology) {
          case Topology.Line _ -> LINE;
          case Topology.Ring _ -> RING;
          case Topology.Star _ -> STAR;
          case Topology.Grid _ -> GRID;
          case Topology.Tree _ -> TREE;
          case Topology.Complete _ -> COMPLETE;
          case Topology.RandomOut _ -> RANDOM;
          case Topology.SmallWorld _ -> SMALL_WORLD;
          case Topology.ScaleFree _ -> SCALE_FREE;
        };
    return wiring.words.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return words;
  }
}

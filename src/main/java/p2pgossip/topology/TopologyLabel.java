package p2pgossip.topology;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Quote;
import p2pgossip.topology.Topology.Complete;
import p2pgossip.topology.Topology.Grid;
import p2pgossip.topology.Topology.Line;
import p2pgossip.topology.Topology.RandomOut;
import p2pgossip.topology.Topology.Ring;
import p2pgossip.topology.Topology.ScaleFree;
import p2pgossip.topology.Topology.SmallWorld;
import p2pgossip.topology.Topology.Star;
import p2pgossip.topology.Topology.Tree;

/// Reads the labels of topologies.
final class TopologyLabel {

  private static final int LONGEST_NUMBER = 20;

  private final String label;
  private final List<String> parts;

  private TopologyLabel(String label) {
    this.label = label;
    this.parts = List.of(label.strip().split(":", -1));
  }

  static Topology parse(String label) {
    return new TopologyLabel(label).read();
  }

  /// A number without an exponent or needless zeros.
  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private Topology read() {
    return switch (parts.getFirst()) {
      case "line" -> withAtMost(0, new Line());
      case "ring" -> withAtMost(0, new Ring());
      case "star" -> withAtMost(0, new Star());
      case "grid" -> withAtMost(0, new Grid());
      case "tree" -> withAtMost(1, new Tree(count(1, 2)));
      case "complete" -> withAtMost(0, new Complete());
      case "random" -> withAtMost(1, new RandomOut(count(1, 3)));
      case "small-world" -> withAtMost(2, new SmallWorld(count(1, 4), chance(2, 0.1)));
      case "scale-free" -> withAtMost(1, new ScaleFree(count(1, 2)));
      default ->
          throw new IllegalArgumentException(
              ("there is no topology %s; there are line, ring, star, grid, tree:2, complete,"
                      + " random:3, small-world:4:0.1 and scale-free:2, the numbers to be chosen or"
                      + " left out")
                  .formatted(Quote.of(label)));
    };
  }

  private Topology withAtMost(int parameters, Topology topology) {
    if (parts.size() - 1 > parameters) {
      throw new IllegalArgumentException(
          "%s has too many numbers: %s takes %s"
              .formatted(
                  Quote.of(label),
                  parts.getFirst(),
                  parameters == 0 ? "none" : "at most " + parameters));
    }
    return topology;
  }

  private int count(int position, int otherwise) {
    if (position >= parts.size()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(parts.get(position));
    } catch (NumberFormatException e) {
      throw notANumber(position, "whole number", e);
    }
  }

  private double chance(int position, double otherwise) {
    if (position >= parts.size()) {
      return otherwise;
    }
    String text = parts.get(position);
    try {
      if (text.length() <= LONGEST_NUMBER) {
        return new BigDecimal(text).doubleValue();
      }
    } catch (NumberFormatException e) {
      throw notANumber(position, "number", e);
    }
    throw notANumber(position, "number", null);
  }

  private IllegalArgumentException notANumber(
      int position, String wanted, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "%s in %s is not a %s".formatted(Quote.of(parts.get(position)), Quote.of(label), wanted),
        cause);
  }
}

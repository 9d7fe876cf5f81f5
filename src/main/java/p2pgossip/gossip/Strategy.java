package p2pgossip.gossip;

/// How rumours are spread, by the names of the field.
public enum Strategy {
  /// The one with whom it begins tells each neighbour once, and nobody passes it on: all that the
  /// original does.
  DIRECT("direct"),
  /// Passed on at once, on first hearing, to every neighbour but the one that it came from.
  FLOOD("flood"),
  /// Each period, to `fanout` neighbours at random, until interest is lost.
  PUSH("push"),
  /// Each period, `fanout` neighbours at random are asked for what they still spread.
  PULL("pull"),
  /// Both with the same neighbours.
  PUSH_PULL("push-pull"),
  /// Each period, digests are exchanged with `fanout` neighbours at random, and the missing sent,
  /// both ways; interest is never lost.
  ANTI_ENTROPY("anti-entropy");

  private final String label;

  Strategy(String label) {
    this.label = label;
  }

  /// As it is written on the command line, on the wire and in files.
  public String label() {
    return label;
  }

  /// @throws IllegalArgumentException when there is none of that label, naming those that there are
  public static Strategy labelled(String label) {
    for (Strategy strategy : values()) {
      if (strategy.label.equals(label)) {
        return strategy;
      }
    }
    throw new IllegalArgumentException(
        "there is no strategy %s; there are direct, flood, push, pull, push-pull and anti-entropy"
            .formatted(Quote.of(label)));
  }
}

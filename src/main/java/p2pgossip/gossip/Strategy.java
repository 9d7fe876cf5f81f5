package p2pgossip.gossip;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How rumours are spread, by the names in the literature. Everything in which strategies differ is
/// here or in their [Spreader].
public enum Strategy {
  /// The peer at which a rumour begins tells each neighbour once, and no other passes it on. The
  /// original does no more than this.
  DIRECT(
      "direct",
      "Told to each neighbour once; nobody passes it on.",
      Carried.BY_THE_ORIGIN_UNTIL_ALL_ARE_TOLD,
      new Direct()),
  /// Passed on at once, on first hearing, to every neighbour except the one that it came from.
  FLOOD("flood", "Passed on at once to all but the sender.", Carried.UNTIL_PASSED_ON, new Flood()),
  /// Flooded over its first hops. After that each peer tosses one coin and passes it on to all or
  /// to none.
  GOSSIP1(
      "gossip1",
      "Passed on by each peer to all, or to nobody: a coin decides.",
      Carried.UNTIL_PASSED_ON,
      FLOOD,
      new Gossip1()),
  /// Each period, told to `fanout` neighbours at random until interest is lost.
  PUSH(
      "push",
      "Each period, told to some neighbours at random.",
      Carried.UNTIL_NO_LONGER_SPREAD,
      new Push()),
  /// Each period, `fanout` neighbours at random are asked for the rumours that they still spread.
  PULL(
      "pull",
      "Each period, some neighbours are asked for news.",
      Carried.UNTIL_NO_LONGER_SPREAD,
      new Pull()),
  /// Push and pull with the same neighbours.
  PUSH_PULL(
      "push-pull",
      "Each period, some neighbours are told and asked.",
      Carried.UNTIL_NO_LONGER_SPREAD,
      new PushPull()),
  /// Each period, digests are exchanged with `fanout` neighbours at random and each sends what the
  /// other lacks. Interest is never lost.
  ANTI_ENTROPY(
      "anti-entropy",
      "Each period, lists are compared and the missing sent.",
      Carried.WHILE_ANYBODY_LACKS_IT,
      new AntiEntropy());

  /// Which of the peers that keep a rumour and say that they still spread it may bring it to
  /// others. Once none may, the rumour is over.
  public enum Carried {
    /// The peer at which it began, while it has a neighbour that it has not told.
    BY_THE_ORIGIN_UNTIL_ALL_ARE_TOLD,
    /// Each peer that has not passed it on yet because it is paused or has no neighbours.
    UNTIL_PASSED_ON,
    /// Each peer that is still interested in it, even if others only ask.
    UNTIL_NO_LONGER_SPREAD,
    /// Each peer that keeps it, while a running peer lacks it.
    WHILE_ANYBODY_LACKS_IT
  }

  private final String label;
  private final String words;
  private final Carried carried;
  private final @Nullable Strategy standIn;

  // Spreaders have no state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Spreader spreader;

  /// @param spreader without a state of its own, since all peers share it
  Strategy(String label, String words, Carried carried, Spreader spreader) {
    this(label, words, carried, null, spreader);
  }

  /// @param standIn null if it stands for itself
  /// @param spreader without a state of its own, since all peers share it
  Strategy(
      String label, String words, Carried carried, @Nullable Strategy standIn, Spreader spreader) {
    this.label = label;
    this.words = words;
    this.carried = carried;
    this.standIn = standIn;
    this.spreader = spreader;
  }

  /// Its name on the command line, on the wire and in files.
  public String label() {
    return label;
  }

  /// The strategy that a peer assumes if it does not know this one: the most similar strategy of
  /// version 1.0, which may be this one.
  public Strategy standIn() {
    return standIn == null ? this : standIn;
  }

  /// What it does, in one short sentence.
  public String words() {
    return words;
  }

  /// Which peers may still bring a rumour to others.
  public Carried carried() {
    return carried;
  }

  /// Whether it contacts `fanout` neighbours each period. If not, a rumour is told once, as soon as
  /// it is heard, and the fanout is unused.
  public boolean isPeriodic() {
    return spreader.isPeriodic();
  }

  /// Whether contacts can end the interest in a rumour. If not, the [Interest] is unused.
  public boolean losesInterest() {
    return spreader.losesInterest();
  }

  /// Whether a peer passes a rumour on with a probability. If not, the [Forwarding] is unused.
  public boolean forwardsByChance() {
    return spreader.forwardsByChance();
  }

  /// What carries it out. Stateless.
  public Spreader spreader() {
    return spreader;
  }

  /// @throws IllegalArgumentException if no strategy has that label, naming those that exist
  public static Strategy labelled(String label) {
    for (Strategy strategy : values()) {
      if (strategy.label.equals(label)) {
        return strategy;
      }
    }
    throw new IllegalArgumentException(
        "there is no strategy %s; there are %s".formatted(Quote.of(label), labels("and")));
  }

  /// The labels of all, as in `direct, flood and push`.
  ///
  /// @param conjunction the word before the last label
  public static String labels(String conjunction) {
    String[] labels = Arrays.stream(values()).map(Strategy::label).toArray(String[]::new);
    int last = labels.length - 1;
    return "%s %s %s"
        .formatted(String.join(", ", Arrays.copyOf(labels, last)), conjunction, labels[last]);
  }
}

package p2pgossip.sweep;

import p2pgossip.gossip.Quote;

/// A share of the runs of an experiment, for one of several processes.
///
/// @param number 1 to `of`
/// @param of how many shards there are, 1 to [#MOST]
public record Shard(int number, int of) {

  public static final int MOST = 10_000;

  public static final Shard WHOLE = new Shard(1, 1);

  /// @throws IllegalArgumentException when there is no such shard
  public Shard {
    if (of < 1 || of > MOST || number < 1 || number > of) {
      throw new IllegalArgumentException(
          "there is no shard %s of %s; the first of four is 1/4".formatted(number, of));
    }
  }

  /// Reads `2/8`.
  ///
  /// @throws IllegalArgumentException when it is not of that form
  public static Shard parse(String text) {
    String[] parts = text.split("/", -1);
    try {
      if (parts.length == 2) {
        return new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(Quote.of(text) + " is not a shard such as 1/4", e);
    }
    throw new IllegalArgumentException(Quote.of(text) + " is not a shard such as 1/4");
  }

  /// Whether it has a run. If the number of repetitions depends on their outcomes, a shard has all
  /// repetitions of a point.
  public boolean has(Experiment experiment, int point, int repetition) {
    long run = (long) repetition * experiment.points() + point;
    long place = experiment.repeats().until() == null ? run : point;
    return place % of == number - 1;
  }
}

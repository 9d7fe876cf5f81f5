package p2pgossip.laboratory;

import java.util.Arrays;
import java.util.List;

/// What theory says of a run before it is made.
public sealed interface Prediction {

  /// What it is, or why there is none: a sentence.
  String words();

  /// The share of the peers that have heard the rumour after each round.
  ///
  /// @param means 0 to 1, from round 0 on
  /// @param low what 95 % of the runs reach; empty where only the mean is known
  /// @param high what 5 % of the runs reach or exceed, likewise
  /// @param words with the source
  record Curve(List<Double> means, List<Double> low, List<Double> high, String words)
      implements Prediction {

    public Curve {
      means = List.copyOf(means);
      low = List.copyOf(low);
      high = List.copyOf(high);
    }

    static Curve of(double[] informed, int peers, String words) {
      return new Curve(shares(informed, peers), List.of(), List.of(), words);
    }

    static List<Double> shares(double[] informed, int peers) {
      return Arrays.stream(informed).mapToObj(it -> it / peers).toList();
    }

    public boolean hasBand() {
      return !low.isEmpty();
    }
  }

  /// The share of the peers that hear the rumour in the end.
  ///
  /// @param share 0 to 1
  /// @param words with the source
  record Level(double share, String words) implements Prediction {}

  /// Theory is silent.
  ///
  /// @param words which assumption the settings break, and what that does
  record Unknown(String words) implements Prediction {}
}

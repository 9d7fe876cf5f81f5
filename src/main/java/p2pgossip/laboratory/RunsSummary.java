package p2pgossip.laboratory;

import java.util.List;
import p2pgossip.scenario.Estimate;

/// What the runs so far come to.
///
/// @param done how many there are
/// @param total how many there are to be
/// @param complete those that reached all
/// @param low the share that has heard the rumour after each round, 0 to 1, below which 5 % of the
///     runs are. A run that has ended counts on with its last share
/// @param middle likewise, the median
/// @param high likewise, above which 5 % of the runs are
/// @param rounds until the last peer that ever hears the rumour has heard it
/// @param lasts how many runs took so many rounds, from 0 on
/// @param residue the share that never hears it
/// @param residues of each run, ascending
/// @param copies a peer, lost ones too
/// @param contacts a peer
public record RunsSummary(
    int done,
    int total,
    int complete,
    List<Double> low,
    List<Double> middle,
    List<Double> high,
    Estimate rounds,
    List<Integer> lasts,
    Estimate residue,
    List<Double> residues,
    Estimate copies,
    Estimate contacts) {

  public RunsSummary {
    low = List.copyOf(low);
    middle = List.copyOf(middle);
    high = List.copyOf(high);
    lasts = List.copyOf(lasts);
    residues = List.copyOf(residues);
  }

  /// The smallest number of rounds that at least this share of the runs does with.
  ///
  /// @param share 0 to 1
  public int rounds(double share) {
    int sum = 0;
    for (int round = 0; round < lasts.size(); round++) {
      sum += lasts.get(round);
      if (sum >= share * done) {
        return round;
      }
    }
    return lasts.size() - 1;
  }

  /// The share of the runs that take longer than so many rounds.
  public double longer(int rounds) {
    int sum = 0;
    for (int round = rounds + 1; round < lasts.size(); round++) {
      sum += lasts.get(round);
    }
    return (double) sum / done;
  }
}

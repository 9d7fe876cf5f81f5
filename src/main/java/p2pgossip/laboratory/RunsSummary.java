package p2pgossip.laboratory;

import java.util.List;
import java.util.Optional;
import p2pgossip.scenario.Estimate;

/// A summary of the runs so far.
///
/// @param done how many there are
/// @param total how many there are to be
/// @param complete those that reached all
/// @param low the share that has heard the rumour after each round, 0 to 1, below which 5 % of the
///     runs are. A run that has ended keeps counting with its last share
/// @param middle likewise, the median
/// @param high likewise, above which 5 % of the runs are
/// @param rounds until the last peer that ever hears the rumour has heard it
/// @param lasts for each number of rounds, from 0 on, how many runs took it
/// @param ninetyNines for each number of rounds, how many runs had reached 99 % after it and not
///     before; runs that never reach 99 % are left out
/// @param residue the share that never hears it
/// @param residues of each run, ascending
/// @param copies per peer, lost ones too
/// @param contacts per peer
public record RunsSummary(
    int done,
    int total,
    int complete,
    List<Double> low,
    List<Double> middle,
    List<Double> high,
    Estimate rounds,
    List<Integer> lasts,
    List<Integer> ninetyNines,
    Estimate residue,
    List<Double> residues,
    Estimate copies,
    Estimate contacts) {

  public RunsSummary {
    low = List.copyOf(low);
    middle = List.copyOf(middle);
    high = List.copyOf(high);
    lasts = List.copyOf(lasts);
    ninetyNines = List.copyOf(ninetyNines);
    residues = List.copyOf(residues);
  }

  /// The smallest number of rounds within which at least this share of the runs ends.
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

  /// For each number of rounds, from 0 to below the most that a run takes, the share of the runs
  /// that take longer.
  public double[] longer() {
    double[] longer = new double[lasts.size() - 1];
    int more = done;
    for (int round = 0; round < longer.length; round++) {
      more -= lasts.get(round);
      longer[round] = (double) more / done;
    }
    return longer;
  }

  /// The rounds until 99 % have heard it, of the runs that reach 99 %; empty if none does.
  public Optional<Estimate> ninetyNine() {
    Estimate.Sample sample = new Estimate.Sample();
    for (int round = 0; round < ninetyNines.size(); round++) {
      for (int run = 0; run < ninetyNines.get(round); run++) {
        sample.add(round);
      }
    }
    return sample.count() == 0 ? Optional.empty() : Optional.of(sample.estimate());
  }

  /// The share of the runs that reach 99 %.
  public double reachNinetyNine() {
    return (double) ninetyNines.stream().mapToInt(Integer::intValue).sum() / done;
  }
}

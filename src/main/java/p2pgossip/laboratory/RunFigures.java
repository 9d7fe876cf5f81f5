package p2pgossip.laboratory;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import p2pgossip.laboratory.SingleRun.RoundOutcome;
import p2pgossip.population.RunOutcome;
import p2pgossip.sweep.Measure;

/// The measures of runs on arrays that are not part of a sweep, in the order of the runs. One
/// thread at a time.
final class RunFigures {

  /// What is measured.
  static final List<Measure> MEASURES =
      List.of(
          Measure.REACHED,
          Measure.RESIDUE,
          Measure.T50,
          Measure.T99,
          Measure.T_LAST,
          Measure.COPIES_PER_PEER,
          Measure.CONTACTS_PER_PEER,
          Measure.REDUNDANCY);

  private final int peers;
  private final Map<Measure, List<Double>> values = new EnumMap<>(Measure.class);

  RunFigures(int peers) {
    this.peers = peers;
    MEASURES.forEach(measure -> values.put(measure, new ArrayList<>()));
  }

  void add(RunOutcome outcome) {
    int[] curve = outcome.curve();
    double informed = curve[curve.length - 1];
    double living = outcome.reached() > 0 ? Math.rint(informed / outcome.reached()) : peers;
    add(curve, living, outcome.lastHeard(), outcome.copies(), outcome.contacts());
  }

  /// @param rounds of a run that has ended, from 0 on
  void add(List<RoundOutcome> rounds) {
    RoundOutcome end = rounds.getLast();
    int[] curve = rounds.stream().mapToInt(RoundOutcome::informed).toArray();
    int last = curve.length - 1;
    while (last > 0 && curve[last] == curve[last - 1]) {
      last--;
    }
    add(curve, end.living(), last, end.copies(), Double.NaN);
  }

  /// @param contacts NaN where they are not known
  private void add(int[] curve, double living, int last, double copies, double contacts) {
    int informed = curve[curve.length - 1];
    double reached = living == 0 ? 0 : informed / living;
    values.forEach(
        (measure, all) ->
            all.add(
                switch (measure) {
                  case REACHED -> reached;
                  case RESIDUE -> 1 - reached;
                  case T50 -> firstRound(curve, Math.ceil(0.5 * living - 1e-9));
                  case T99 -> firstRound(curve, Math.ceil(0.99 * living - 1e-9));
                  case T_LAST -> (double) last;
                  case COPIES_PER_PEER -> copies / peers;
                  case CONTACTS_PER_PEER -> contacts / peers;
                  case REDUNDANCY -> informed < 2 ? Double.NaN : copies / (informed - 1) - 1;
                  default -> Double.NaN;
                }));
  }

  private static double firstRound(int[] curve, double wanted) {
    for (int round = 0; round < curve.length; round++) {
      if (curve[round] >= wanted) {
        return round;
      }
    }
    return Double.NaN;
  }

  /// The values of all runs so far.
  Map<Measure, List<Double>> values() {
    Map<Measure, List<Double>> copy = new EnumMap<>(Measure.class);
    values.forEach((measure, all) -> copy.put(measure, List.copyOf(all)));
    return copy;
  }
}

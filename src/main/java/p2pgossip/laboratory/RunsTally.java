package p2pgossip.laboratory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import p2pgossip.population.RunOutcome;
import p2pgossip.scenario.Estimate;

/// Adds up the outcomes of many runs. One thread at a time.
final class RunsTally {

  /// Shares are told apart to a thousandth.
  private static final int STEPS = 1_000;

  /// After this round shares are no longer kept.
  private static final int MOST_ROUNDS = 4_000;

  private static final double BAND = 0.05;

  /// Most of the peers, as in "the time to 99 %".
  private static final double MOST = 0.99;

  private final int peers;
  private final int total;
  private final double[] residues;
  private final List<int[]> shares = new ArrayList<>();

  /// The last shares of all runs so far.
  private final int[] finals = new int[STEPS + 1];

  private final Estimate.Sample rounds = new Estimate.Sample();
  private final Estimate.Sample residue = new Estimate.Sample();
  private final Estimate.Sample copies = new Estimate.Sample();
  private final Estimate.Sample contacts = new Estimate.Sample();
  private int[] lasts = new int[32];
  private int[] ninetyNines = new int[32];
  private int longest;
  private int done;
  private int complete;

  /// @param total the most runs that will be added
  RunsTally(int peers, int total) {
    this.peers = peers;
    this.total = total;
    residues = new double[total];
  }

  void add(RunOutcome outcome) {
    addCurve(outcome);
    int last = outcome.lastHeard();
    if (last >= lasts.length) {
      lasts = Arrays.copyOf(lasts, Math.max(last + 1, 2 * lasts.length));
      ninetyNines = Arrays.copyOf(ninetyNines, lasts.length);
    }
    lasts[last]++;
    if (outcome.reached() >= MOST) {
      ninetyNines[ninetyNine(outcome)]++;
    }
    longest = Math.max(longest, last);
    residues[done++] = 1 - outcome.reached();
    complete += outcome.reached() == 1 ? 1 : 0;
    rounds.add(last);
    residue.add(1 - outcome.reached());
    copies.add((double) outcome.copies() / peers);
    contacts.add((double) outcome.contacts() / peers);
  }

  private void addCurve(RunOutcome outcome) {
    int[] curve = outcome.curve();
    int end = Math.min(curve.length, MOST_ROUNDS + 1);
    while (shares.size() < end) {
      shares.add(finals.clone());
    }
    int last = curve[curve.length - 1];
    double living = outcome.reached() > 0 ? last / outcome.reached() : peers;
    int finalStep = step(last, living);
    for (int round = 0; round < shares.size(); round++) {
      shares.get(round)[round < end ? step(curve[round], living) : finalStep]++;
    }
    finals[finalStep]++;
  }

  /// The first round after which 99 % of those that have not crashed have heard it.
  private static int ninetyNine(RunOutcome outcome) {
    int[] curve = outcome.curve();
    double wanted = MOST * curve[curve.length - 1] / outcome.reached();
    int round = 0;
    while (curve[round] < wanted * (1 - 1e-12)) {
      round++;
    }
    return round;
  }

  private static int step(int informed, double living) {
    return Math.clamp(Math.round(STEPS * informed / living), 0, STEPS);
  }

  /// @throws IllegalStateException when nothing has been added
  RunsSummary summary() {
    double[] sorted = Arrays.copyOf(residues, done);
    Arrays.sort(sorted);
    return new RunsSummary(
        done,
        total,
        complete,
        quantiles(BAND),
        quantiles(0.5),
        quantiles(1 - BAND),
        rounds.estimate(),
        IntStream.rangeClosed(0, longest).mapToObj(round -> lasts[round]).toList(),
        IntStream.rangeClosed(0, longest).mapToObj(round -> ninetyNines[round]).toList(),
        residue.estimate(),
        Arrays.stream(sorted).boxed().toList(),
        copies.estimate(),
        contacts.estimate());
  }

  private List<Double> quantiles(double share) {
    return shares.stream().map(counts -> quantile(counts, share)).toList();
  }

  private double quantile(int[] counts, double share) {
    int sum = 0;
    for (int step = 0; step <= STEPS; step++) {
      sum += counts[step];
      if (sum >= share * done) {
        return (double) step / STEPS;
      }
    }
    return 1;
  }
}

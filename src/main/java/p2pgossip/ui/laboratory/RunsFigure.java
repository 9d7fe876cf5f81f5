package p2pgossip.ui.laboratory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import p2pgossip.laboratory.RunsSummary;
import p2pgossip.scenario.Estimate;
import p2pgossip.ui.figure.Figure;

/// A figure of many runs.
enum RunsFigure implements Figure<RunsSummary> {
  ALL_REACHED("reached all", "The share of the runs in which all peers heard the rumour.") {
    @Override
    public String of(RunsSummary summary) {
      return percent((double) summary.complete() / summary.done());
    }
  },
  ROUNDS(
      "mean rounds",
      "Rounds until the last peer that ever hears the rumour has heard it: the mean, and its 95 %"
          + " interval.") {
    @Override
    public String of(RunsSummary summary) {
      return interval(summary.rounds(), 1);
    }
  },
  MOST_ROUNDS("95 % within", "Nineteen of twenty runs need no more rounds than this.") {
    @Override
    public String of(RunsSummary summary) {
      return Integer.toString(summary.rounds(0.95));
    }
  },
  SLOWEST("the slowest", "The rounds of the run that took longest.") {
    @Override
    public String of(RunsSummary summary) {
      return Integer.toString(summary.lasts().size() - 1);
    }
  },
  RESIDUE(
      "never reached, %", "The share of the peers that never hear it: the mean and its interval.") {
    @Override
    public String of(RunsSummary summary) {
      return interval(summary.residue(), 100);
    }
  },
  COPIES("copies per peer", "The copies that were sent, lost ones too, divided by the peers.") {
    @Override
    public String of(RunsSummary summary) {
      return interval(summary.copies(), 1);
    }
  };

  /// Of the normal distribution, for an interval of 95 %.
  private static final double ERRORS = 1.96;

  private final String words;
  private final String definition;

  RunsFigure(String words, String definition) {
    this.words = words;
    this.definition = definition;
  }

  @Override
  public String words() {
    return words;
  }

  @Override
  public String definition() {
    return definition;
  }

  static String percent(double share) {
    return share == 0 || share == 1
        ? String.format(Locale.UK, "%.0f %%", 100 * share)
        : String.format(Locale.UK, "%.1f %%", Math.clamp(100 * share, 0.1, 99.9));
  }

  /// As in "18.04 ± 0.05".
  static String interval(Estimate estimate, double times) {
    double mean = times * estimate.mean();
    if (mean == 0) {
      return "0";
    }
    double error = ERRORS * times * estimate.standardError();
    if (Double.isNaN(error) || error < 5e-4) {
      return new BigDecimal(mean).round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }
    String pattern = error >= 0.95 ? "%.0f ± %.0f" : error >= 0.095 ? "%.1f ± %.1f" : "%.2f ± %.2f";
    return String.format(Locale.UK, pattern, mean, Math.max(error, 0.01));
  }
}

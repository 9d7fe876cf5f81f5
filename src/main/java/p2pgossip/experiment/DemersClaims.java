package p2pgossip.experiment;

import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.Neighbors;
import p2pgossip.population.PopulationPlan;
import p2pgossip.scenario.ComparedFigure.Kind;
import p2pgossip.scenario.Estimate;
import p2pgossip.scenario.RepeatedRuns;
import p2pgossip.theory.Formulas;

/// Tables 1 to 3 of Demers et al. 1987, "Epidemic algorithms for replicated database maintenance",
/// section 1.4, with 1000 sites.
final class DemersClaims {

  private static final int SITES = 1_000;
  private static final int THEIR_RUNS = 20_000;

  /// The greatest residue for which the usual number of runs is too few.
  private static final double RARE = 1e-4;

  private static final String READING =
      "useful is judged by what the other knew at the start of the cycle, a useful contact resets"
          + " the counter, m counts ";
  private static final String ROUNDED =
      "; printed with few figures, from an unknown number of runs: a unit of the last figure of s"
          + " and m and two of t_last allowed";

  private final Measuring measuring;

  DemersClaims(Measuring measuring) {
    this.measuring = measuring;
  }

  /// A figure as it is printed or was seen.
  ///
  /// @param unit of its last figure
  private record Figure(double value, double unit) {}

  private record Line(Figure residue, Figure traffic, Figure last) {

    static Line of(
        double residue, double unit, double traffic, double tUnit, double last, double lUnit) {
      return new Line(
          new Figure(residue, unit), new Figure(traffic, tUnit), new Figure(last, lUnit));
    }
  }

  private static final Line[] PRINTED_1 = {
    Line.of(.18, .01, 1.7, .1, 16.8, .1),
    Line.of(.037, .001, 3.3, .1, 16.9, .1),
    Line.of(.011, .001, 4.5, .1, 17.4, .1),
    Line.of(.0036, .0001, 5.6, .1, 17.5, .1),
    Line.of(.0012, .0001, 6.7, .1, 17.7, .1)
  };
  private static final Line[] SEEN_1 = {
    Line.of(.1743, .0001, 1.745, .001, 16.80, .01),
    Line.of(.0369, .0001, 3.299, .001, 16.95, .01),
    Line.of(.0107, .0001, 4.534, .001, 17.30, .01),
    Line.of(.00354, .00001, 5.636, .001, 17.55, .01),
    Line.of(.00126, .00001, 6.682, .001, 17.72, .01)
  };
  private static final Line[] PRINTED_2 = {
    Line.of(.96, .01, .04, .01, 38, 1),
    Line.of(.20, .01, 1.6, .1, 33, 1),
    Line.of(.060, .001, 2.8, .1, 32, 1),
    Line.of(.021, .001, 3.9, .1, 32, 1),
    Line.of(.008, .001, 4.9, .1, 32, 1)
  };
  private static final Line[] SEEN_2 = {
    Line.of(.9597, .0001, .0403, .0001, 39.3, .1),
    Line.of(.2045, .0001, 1.591, .001, 32.7, .1),
    Line.of(.0600, .0001, 2.820, .001, 31.6, .1),
    Line.of(.0200, .0001, 3.921, .001, 32.2, .1),
    Line.of(.0071, .0001, 4.965, .001, 32.3, .1)
  };
  private static final Line[] PRINTED_3 = {
    Line.of(.031, .001, 2.7, .1, 17.6, .1),
    Line.of(5.8e-4, 1e-5, 4.5, .1, 15.4, .1),
    Line.of(4.0e-6, 1e-7, 6.1, .1, 14.0, .1)
  };
  private static final Line[] SEEN_3 = {
    Line.of(.0317, .0001, 2.699, .001, 17.57, .01),
    Line.of(5.78e-4, 1e-6, 4.487, .001, 15.24, .01),
    Line.of(3.5e-6, 1e-7, 6.087, .001, 13.97, .01)
  };

  void compare() throws InterruptedException {
    Interest feedback = new Interest(Interest.End.COUNTER, Interest.Contacts.UNNECESSARY, 1);
    Interest blind = new Interest(Interest.End.COIN, Interest.Contacts.ALL, 1);
    table("1, push, feedback, counter", Strategy.PUSH, feedback, PRINTED_1, SEEN_1);
    table("2, push, blind, coin", Strategy.PUSH, blind, PRINTED_2, SEEN_2);
    table("3, pull, feedback, counter", Strategy.PULL, feedback, PRINTED_3, SEEN_3);
    measuring.notComparable(
        "Demers table 1 and 2: t_ave",
        "9.8 to 10.0 seen against 11.0 to 12.8 published for table 1: what was averaged is not"
            + " said",
        source("1"));
    measuring.notComparable(
        "Demers table 1, judged on the state of the moment: .2032 / 1.593 / 17.44 for k = 1",
        "this is what peers on real sockets see; the arrays are in step",
        "an independent simulation");
    measuring.notComparable(
        "Demers table 1, k = 2, counter without reset: .0479 / 3.03",
        "the program has no such counter",
        "an independent simulation");
  }

  private void table(String name, Strategy strategy, Interest interest, Line[] printed, Line[] seen)
      throws InterruptedException {
    for (int k = 1; k <= printed.length; k++) {
      int runs = seen[k - 1].residue().value() < RARE ? 40_000 : 10_000;
      Interest ending = new Interest(interest.lastsUntil(), interest.heeds(), k);
      RepeatedRuns ours =
          measuring.measure(
              new PopulationPlan(
                  Neighbors.complete(SITES), new Spreading(strategy, 1, ending, Copy.MOST_HOPS)),
              runs);
      boolean pulls = strategy == Strategy.PULL;
      String reading =
          READING + (pulls ? "questions that reach an interested peer" : "every sending");
      String claim = "Demers table " + name + ", k = " + k + ": ";
      Estimate residue = new Estimate(1 - ours.reached().mean(), ours.reached().standardError());
      Compared compared = new Compared(claim, reading, measuring.runs(runs), name);
      compared.figure("s", printed[k - 1].residue(), 1, seen[k - 1].residue(), residue);
      compared.figure(
          "m", printed[k - 1].traffic(), 1, seen[k - 1].traffic(), ours.contactsPerPeer());
      compared.figure("t_last", printed[k - 1].last(), 2, seen[k - 1].last(), ours.rounds());
      if (strategy == Strategy.PUSH && interest.heeds() == Interest.Contacts.UNNECESSARY) {
        double formula = Formulas.residue(ours.contactsPerPeer().mean());
        measuring.about(
            claim + "s against e^(-m)",
            Kind.ASYMPTOTIC,
            formula,
            0.03 * formula,
            residue,
            "a limit for many sites; 3 % allowed",
            source(name));
      }
    }
  }

  private static String source(String table) {
    return "Demers et al. 1987, section 1.4, table " + table.charAt(0);
  }

  /// One line of a table.
  private final class Compared {

    private final String claim;
    private final String reading;
    private final int runs;
    private final String table;

    Compared(String claim, String reading, int runs, String table) {
      this.claim = claim;
      this.reading = reading;
      this.runs = runs;
      this.table = table;
    }

    /// @param units of the last printed figure that are allowed
    void figure(String name, Figure printed, int units, Figure seen, Estimate ours) {
      measuring.about(
          claim + name + ", published",
          Kind.PUBLISHED,
          printed.value(),
          units * printed.unit(),
          ours,
          reading + ROUNDED,
          source(table));
      measuring.seen(
          claim + name + ", seen",
          seen.value(),
          seen.unit(),
          ours,
          runs,
          THEIR_RUNS,
          reading,
          "an independent simulation of 20,000 runs");
    }
  }
}

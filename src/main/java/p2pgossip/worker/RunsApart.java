package p2pgossip.worker;

import java.util.List;
import p2pgossip.laboratory.RunMaker;
import p2pgossip.population.PopulationSettings;
import p2pgossip.population.Repetitions;
import p2pgossip.population.RunOutcome;
import p2pgossip.wire.RunLine;

/// Makes many runs in a process of their own: `simulate --lines`.
public final class RunsApart implements RunMaker {

  private final Simulations simulations;

  /// @param threads at least 1
  /// @param memory of the machine in bytes
  public RunsApart(int threads, long memory) {
    simulations = new Simulations(threads, memory);
  }

  @Override
  public void run(PopulationSettings settings, int runs, Repetitions.Listener listener)
      throws InterruptedException {
    int ended =
        Simulations.follow(
            command(settings, runs),
            said -> {
              switch (said) {
                case RunLine.Ended it -> listener.ended(outcome(it));
                case RunLine.Round _ -> throw Simulations.somethingElse("a round is over");
              }
            });
    if (ended != runs) {
      throw new IllegalArgumentException(
          "the process that made the runs ended after %s of %s".formatted(ended, runs));
    }
  }

  /// The program and its arguments.
  List<String> command(PopulationSettings settings, int runs) {
    return simulations.command("--lines", settings, runs);
  }

  private static RunOutcome outcome(RunLine.Ended it) {
    return new RunOutcome(
        it.lastHeard(),
        it.reached(),
        it.copies(),
        it.contacts(),
        it.informed().stream().mapToInt(Integer::intValue).toArray(),
        it.hash());
  }
}

package p2pgossip;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import p2pgossip.experiment.SimulationSize;
import p2pgossip.experiment.SimulationSize.Misfit;
import p2pgossip.population.PopulationRun;
import p2pgossip.population.PopulationSettings;
import p2pgossip.population.Repetitions;
import p2pgossip.population.RunInStep;
import p2pgossip.population.RunOutcome;
import p2pgossip.scenario.RepeatedRuns;
import p2pgossip.wire.RunLine;
import p2pgossip.wire.RunLineJson;

/// Prints the outcome of a simulation line by line, for another program, and ends the process once
/// that no longer writes to standard input.
final class SimulationLines {

  /// As after SIGTERM.
  private static final int CALLED_OFF = 143;

  private final PrintStream out;
  private final PrintStream err;
  private final InputStream in;
  private final IntConsumer endAtOnce;

  /// @param endAtOnce ends the process with an exit status
  SimulationLines(PrintStream out, PrintStream err, InputStream in, IntConsumer endAtOnce) {
    this.out = out;
    this.err = err;
    this.in = in;
    this.endAtOnce = endAtOnce;
  }

  /// Prints a line for each run, or for each round of the only one; or the reason why there is
  /// none.
  ///
  /// @throws IllegalArgumentException when the flags don't go together
  void print(SimulationFlags flags) throws InterruptedException {
    if (flags.engines || flags.json) {
      throw new IllegalArgumentException(
          (flags.lines ? "--lines" : "--rounds") + " goes with neither --engines nor --json");
    }
    if (flags.rounds && (flags.lines || flags.runs > 1)) {
      throw new IllegalArgumentException(
          "--rounds shows a single run; leave out --lines and --runs");
    }
    var _ = Thread.ofPlatform().daemon().name("input").start(this::awaitEndOfInput);
    Optional<Misfit> misfit =
        SimulationSize.onArrays(flags.settings(), flags.runs, flags.threads, 0).misfit();
    if (misfit.isPresent()) {
      say(new RunLine.Refused(misfit.get().words()));
    } else if (flags.rounds) {
      printRounds(flags);
    } else {
      RepeatedRuns _ =
          Repetitions.onArrays(
              flags.settings().plan(), flags.seed, flags.runs, flags.threads, this::printRun);
    }
  }

  private void say(RunLine line) {
    out.println(RunLineJson.text(line));
  }

  /// Whoever reads the lines has ended, or wants no more of them.
  private void awaitEndOfInput() {
    try {
      while (in.read() >= 0) {
        // Nothing is said to it.
      }
    } catch (IOException e) {
      err.println("p2pgossip simulate: standard input can't be read: " + e.getMessage());
    }
    endAtOnce.accept(CALLED_OFF);
  }

  private void printRun(RunOutcome run) {
    say(
        new RunLine.Ended(
            run.lastHeard(),
            run.reached(),
            run.copies(),
            run.contacts(),
            Arrays.stream(run.curve()).boxed().toList(),
            run.hash()));
  }

  private void printRounds(SimulationFlags flags) throws InterruptedException {
    PopulationSettings settings = flags.settings();
    int crashed = settings.crashes().share() > 0 ? settings.crashes().afterRound() : -1;
    try (PopulationRun run = new PopulationRun(settings.plan(), flags.seed, flags.threads)) {
      while (true) {
        say(
            new RunLine.Round(
                run.rounds(),
                run.informed(),
                run.living(),
                run.copies(),
                bits(flags.peers, run::knows),
                run.rounds() == crashed ? bits(flags.peers, peer -> !run.isAlive(peer)) : ""));
        if (run.isOver() || run.rounds() >= RunInStep.MOST_ROUNDS) {
          return;
        }
        run.round();
      }
    }
  }

  /// A bit for each peer, the first the lowest of the first byte, in base64.
  private static String bits(int peers, IntPredicate set) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.ceilDiv(peers, Long.SIZE) * Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int first = 0; first < peers; first += Long.SIZE) {
      long word = 0;
      for (int peer = first; peer < Math.min(peers, first + Long.SIZE); peer++) {
        word |= set.test(peer) ? 1L << peer : 0;
      }
      bytes.putLong(word);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}

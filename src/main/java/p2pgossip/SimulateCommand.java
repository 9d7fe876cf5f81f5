package p2pgossip;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import p2pgossip.experiment.EngineRun;
import p2pgossip.experiment.SimulationSize;
import p2pgossip.experiment.SimulationSize.Misfit;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.population.PopulationPlan;
import p2pgossip.population.PopulationSettings;
import p2pgossip.population.Repetitions;
import p2pgossip.scenario.Estimate;
import p2pgossip.scenario.RepeatedRuns;
import p2pgossip.wire.RepeatedRunsJson;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// `./run.sh simulate`: spreads one rumour among many peers on arrays and prints the figures.
final class SimulateCommand {

  /// The word that selects it, as the first of the command line.
  static final String NAME = "simulate";

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int BAD_FLAG = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final EndSignals signals;
  private final IntConsumer endAtOnce;
  private final SimulationLines lines;

  /// @param signals not handled yet
  /// @param endAtOnce ends the process with an exit status
  SimulateCommand(
      PrintStream out, PrintStream err, InputStream in, EndSignals signals, IntConsumer endAtOnce) {
    this.out = out;
    this.err = err;
    this.signals = signals;
    this.endAtOnce = endAtOnce;
    lines = new SimulationLines(out, err, in, endAtOnce);
  }

  /// @param given the flags after the word
  /// @return the exit status
  int run(String... given) {
    SimulationFlags flags = new SimulationFlags();
    try {
      CommandLine help = flags.read(given);
      if (help != null) {
        help.usage(out, Ansi.AUTO);
        return DONE;
      }
      if (flags.lines || flags.rounds) {
        lines.print(flags);
        return DONE;
      }
      return simulate(flags);
    } catch (ParameterException e) {
      return refuse(BadFlag.inWords(e));
    } catch (IllegalArgumentException e) {
      return refuse(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private int refuse(String words) {
    err.println("p2pgossip simulate: " + words + "; see ./run.sh simulate --help");
    return BAD_FLAG;
  }

  private int simulate(SimulationFlags flags) throws InterruptedException {
    long began = System.nanoTime();
    try (OrderlyEnd ending = new OrderlyEnd(err, signals, endAtOnce, () -> {})) {
      RepeatedRuns figures = figures(flags, ending::isWanted);
      boolean partial = figures.runs() < flags.runs;
      if (partial) {
        err.println(
            String.format(
                Locale.ROOT,
                "p2pgossip: ended early: %,d of %,d runs are done",
                figures.runs(),
                flags.runs));
      }
      if (flags.json) {
        out.println(RepeatedRunsJson.text(figures, partial));
      } else if (figures.runs() > 0) {
        show(flags, figures, (System.nanoTime() - began) / 1e9);
      }
      return partial ? ending.exitStatus() : DONE;
    }
  }

  private static RepeatedRuns figures(SimulationFlags flags, BooleanSupplier enough)
      throws InterruptedException {
    PopulationSettings settings = flags.settings();
    int atATime = Math.min(flags.runs, flags.threads);
    SimulationSize size =
        flags.engines
            ? SimulationSize.ofEngines(settings, atATime)
            : SimulationSize.onArrays(settings, flags.runs, flags.threads, 0);
    Optional<Misfit> misfit = size.misfit();
    if (misfit.isPresent()) {
      throw new IllegalArgumentException(flag(misfit.get().cause()) + ": " + misfit.get().words());
    }
    PopulationPlan plan = settings.plan();
    return flags.engines
        ? Repetitions.of(
            flags.peers, flags.runs, atATime, _ -> new EngineRun(plan, flags.seed), enough)
        : Repetitions.onArrays(plan, flags.seed, flags.runs, flags.threads, _ -> {}, enough);
  }

  private static String flag(SimulationSize.Cause cause) {
    return switch (cause) {
      case PEERS -> "--peers";
      case STRATEGY -> "--strategy";
      case ENGINES -> "--engines";
    };
  }

  private void show(SimulationFlags flags, RepeatedRuns figures, double seconds) {
    out.println(
        String.format(
            Locale.ROOT,
            "%,d peers, %s: %s, fanout %d, interest %s; %s lost, %s crashing; seed %d",
            flags.peers,
            flags.topology.label(),
            flags.strategy.label(),
            flags.fanout,
            InterestLabel.of(flags.interest),
            percent(flags.loss),
            percent(flags.crash),
            flags.seed));
    out.println(
        String.format(
            Locale.ROOT,
            "%,d%s run%s, %,d of which reached all, in %.2f s",
            figures.runs(),
            figures.runs() < flags.runs ? String.format(Locale.ROOT, " of %,d", flags.runs) : "",
            flags.runs == 1 ? "" : "s",
            figures.complete(),
            seconds));
    row("rounds until the last has heard", figures.rounds(), 1);
    row("reached, in percent", figures.reached(), 100);
    row("copies per peer", figures.copiesPerPeer(), 1);
    row("contacts per peer", figures.contactsPerPeer(), 1);
    out.println(String.format(Locale.ROOT, "%-34s %016x", "hash", figures.hash()));
  }

  private void row(String name, Estimate estimate, double times) {
    String error =
        Double.isNaN(estimate.standardError())
            ? ""
            : String.format(
                Locale.ROOT, "  (standard error %.2g)", times * estimate.standardError());
    out.println(String.format(Locale.ROOT, "%-34s %.5g%s", name, times * estimate.mean(), error));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3g %%", 100 * share);
  }
}

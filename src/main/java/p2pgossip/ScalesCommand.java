package p2pgossip;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.IntConsumer;
import p2pgossip.experiment.RealStage;
import p2pgossip.experiment.Stage;
import p2pgossip.experiment.ThreeScales;
import p2pgossip.export.ReportFiles;
import p2pgossip.export.ScalesPicture;
import p2pgossip.export.ScenarioFiles;
import p2pgossip.file.WholeFile;
import p2pgossip.gossip.ShownText;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.scenario.ComparedScale;
import p2pgossip.scenario.Estimate;
import p2pgossip.scenario.ScaleComparison;
import p2pgossip.scenario.ScaleSample;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Variant;
import p2pgossip.wire.ScaleComparisonJson;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// `./run.sh scales`: runs scenarios many times on real sockets, in virtual time, and on arrays,
/// and says whether they agree.
final class ScalesCommand {

  /// The word that selects it, as the first of the command line.
  static final String NAME = "scales";

  private static final int ALL_AGREE = 0;
  private static final int ONE_IS_OFF = 1;
  private static final int BAD_FLAG = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final Stage.Maker real;
  private final EndSignals signals;
  private final IntConsumer endAtOnce;

  /// @param endAtOnce ends the process with an exit status
  ScalesCommand(PrintStream out, PrintStream err, IntConsumer endAtOnce) {
    this(
        out,
        err,
        RealStage.of(seed -> new PeerRuntime(_ -> "gossip", seed)),
        new EndSignals(),
        endAtOnce);
  }

  /// @param real stages of real peers
  /// @param signals not handled yet
  ScalesCommand(
      PrintStream out,
      PrintStream err,
      Stage.Maker real,
      EndSignals signals,
      IntConsumer endAtOnce) {
    this.out = out;
    this.err = err;
    this.real = real;
    this.signals = signals;
    this.endAtOnce = endAtOnce;
  }

  /// @param given the flags after the word
  /// @return the exit status
  int run(String... given) {
    ScalesFlags flags = new ScalesFlags();
    try {
      CommandLine help = flags.read(given);
      if (help != null) {
        help.usage(out, Ansi.AUTO);
        return ALL_AGREE;
      }
      Path folder = flags.folder;
      if (folder != null) {
        ReportFiles.tryFolder(folder);
      }
      List<Scenario> scenarios = new ArrayList<>();
      for (String place : flags.scenarios) {
        scenarios.add(ScenarioFiles.read(place));
      }
      return compare(scenarios, flags);
    } catch (ParameterException e) {
      return refuse(BadFlag.inWords(e));
    } catch (IOException | IllegalArgumentException e) {
      return refuse(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ONE_IS_OFF;
    }
  }

  private int refuse(String words) {
    err.println("p2pgossip scales: " + words + "; see ./run.sh scales --help");
    return BAD_FLAG;
  }

  private int compare(List<Scenario> scenarios, ScalesFlags flags)
      throws IOException, InterruptedException {
    try (OrderlyEnd ending = new OrderlyEnd(err, signals, endAtOnce, () -> {})) {
      ThreeScales scales =
          new ThreeScales(
              real,
              new ThreeScales.Runs(flags.realRuns, flags.virtualRuns, flags.arrayRuns),
              this::begins,
              ending::isWanted);
      List<ScaleComparison> all = new ArrayList<>();
      for (Scenario scenario : scenarios) {
        all.addAll(scales.compare(scenario));
      }
      boolean partial = ending.isWanted();
      if (flags.json) {
        out.println(ScaleComparisonJson.text(all, partial));
      } else {
        markdown(all, partial).forEach(out::println);
      }
      if (flags.folder != null) {
        write(flags.folder, all, partial);
      }
      return partial
          ? ending.exitStatus()
          : all.stream().allMatch(ScaleComparison::agrees) ? ALL_AGREE : ONE_IS_OFF;
    }
  }

  /// Only runs in real time take so long that each is worth a line.
  private void begins(Variant run, ComparedScale scale, int number, int runs) {
    if (number == 1 || scale == ComparedScale.REAL) {
      err.println(
          "p2pgossip: %s, %s: run %s of %s"
              .formatted(ShownText.of(run.name()), scale.words(), number, runs));
    }
  }

  private void write(Path to, List<ScaleComparison> all, boolean partial) throws IOException {
    SequencedMap<Path, WholeFile.Body> files = new LinkedHashMap<>();
    put(files, to.resolve("scales.md"), String.join("\n", markdown(all, partial)) + "\n");
    put(files, to.resolve("scales.json"), ScaleComparisonJson.text(all, partial));
    put(files, to.resolve("scales.svg"), ScalesPicture.of(all));
    WholeFile.saveAll(files);
    err.println("p2pgossip: the comparison is in " + to);
  }

  private static void put(SequencedMap<Path, WholeFile.Body> files, Path file, String text) {
    files.put(file, body -> body.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> markdown(List<ScaleComparison> all, boolean partial) {
    List<String> lines = new ArrayList<>();
    if (partial) {
      lines.add("Ended early: the figures are those of the runs that were made until then.");
      lines.add("");
    }
    lines.add("| run | scale | runs | reached | t50 | t99 | t_last | copies per peer |");
    lines.add("|---|---|---|---|---|---|---|---|");
    for (ScaleComparison comparison : all) {
      for (ScaleSample sample : comparison.samples()) {
        lines.add(
            "| %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                    name(comparison),
                    sample.scale().words(),
                    sample.runs(),
                    shown(sample, ScaleSample.Figure.REACHED),
                    shown(sample, ScaleSample.Figure.T50),
                    shown(sample, ScaleSample.Figure.T99),
                    shown(sample, ScaleSample.Figure.T_LAST),
                    shown(sample, ScaleSample.Figure.COPIES)));
      }
    }
    lines.add("");
    lines.add("Times are counted in periods.");
    for (ScaleComparison comparison : all) {
      lines.add("");
      lines.addAll(verdicts(comparison));
    }
    return lines;
  }

  private static List<String> verdicts(ScaleComparison comparison) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s peers, period %s ms%s%s."
            .formatted(
                name(comparison),
                comparison.peers(),
                comparison.period().toMillis(),
                comparison.latency() == null
                    ? ""
                    : String.format(
                        Locale.ROOT, ", latency %.2f ms", comparison.latency().toNanos() / 1e6),
                comparison.withoutArrays().isEmpty()
                    ? ""
                    : "; not in step: " + comparison.withoutArrays()));
    for (ScaleComparison.Difference difference : comparison.differences()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "- %s, %s less %s: %+.4f, standard error %.4f: %s",
              difference.figure().words(),
              difference.second().words(),
              difference.first().words(),
              difference.difference(),
              difference.standardError(),
              difference.agrees() ? "agrees" : "DIFFERS"));
    }
    return lines;
  }

  private static String name(ScaleComparison comparison) {
    String run = ShownText.of(comparison.run()).replace("|", "\\|");
    return comparison.rumor() == 1 ? run : run + ", rumour " + comparison.rumor();
  }

  private static String shown(ScaleSample sample, ScaleSample.Figure figure) {
    ScaleSample.Measured measured = sample.figure(figure);
    if (measured == null) {
      return "";
    }
    Estimate estimate = measured.estimate();
    String part = measured.runs() == sample.runs() ? "" : " (" + measured.runs() + " runs)";
    return measured.runs() == 1
        ? String.format(Locale.ROOT, "%.3f%s", estimate.mean(), part)
        : String.format(
            Locale.ROOT, "%.3f ± %.3f%s", estimate.mean(), estimate.standardError(), part);
  }
}

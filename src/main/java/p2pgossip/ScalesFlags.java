package p2pgossip;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import p2pgossip.export.ScenarioFiles;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The flags of `./run.sh scales`.
final class ScalesFlags {

  private static final long MOST_RUNS = 100_000;

  List<String> scenarios = List.of("push-pull");
  int realRuns = 30;
  int virtualRuns = 300;
  int arrayRuns = 3_000;
  @Nullable Path folder;
  boolean json;
  private boolean help;

  /// Reads the flags.
  ///
  /// @return what can print the help, if it is asked for; else null
  /// @throws picocli.CommandLine.ParameterException when one can't be read
  @Nullable CommandLine read(String... flags) {
    CommandLine commandLine = reading();
    commandLine.parseArgs(flags);
    return help ? commandLine : null;
  }

  private CommandLine reading() {
    CommandSpec spec =
        CommandSpec.create()
            .name("p2pgossip scales")
            .addArgGroup(
                ArgGroupSpec.builder()
                    .exclusive(false)
                    .validate(false)
                    .addArg(
                        FlagSpecs.words("SCENARIO", it -> scenarios = it)
                            .description(
                                "Files, or names of bundled scenarios: %s (default: push-pull)."
                                    .formatted(String.join(", ", ScenarioFiles.BUNDLED)))
                            .build())
                    .addArg(
                        runs(
                            "--real-runs",
                            0,
                            it -> realRuns = it,
                            "on real sockets, in real time",
                            30))
                    .addArg(
                        runs(
                            "--virtual-runs",
                            1,
                            it -> virtualRuns = it,
                            "in virtual time, and as many in step",
                            300))
                    .addArg(runs("--array-runs", 1, it -> arrayRuns = it, "on arrays", 3_000))
                    .addArg(
                        FlagSpecs.value("FOLDER", Path::of, it -> folder = it, "--out")
                            .description("Writes scales.md, scales.json and scales.svg there.")
                            .build())
                    .addArg(
                        FlagSpecs.given(it -> json = it, "--json")
                            .description("Print one JSON object.")
                            .build())
                    .addArg(FlagSpecs.help(it -> help = it).build())
                    .build());
    FlagSpecs.usage(spec, "./run.sh scales [SCENARIO...] [flags]")
        .header(
            "Runs scenarios many times at several scales: on real sockets, in virtual time with the"
                + " same latency, and in step, on engines and on arrays.%n")
        .footer(
            "%nThe exit status is 1 if two scales differ by more than 3 standard errors.",
            "%nExamples:",
            "  ./run.sh scales --out scales",
            "  ./run.sh scales ring small-world --real-runs 0");
    return FlagSpecs.parser(spec);
  }

  private static OptionSpec runs(
      String flag, int least, IntConsumer taker, String where, int usual) {
    return FlagSpecs.number(least, MOST_RUNS, taker, flag)
        .description("How many runs %s (default: %s).".formatted(where, usual))
        .build();
  }
}

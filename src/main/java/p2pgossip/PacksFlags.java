package p2pgossip;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;

/// The flags of `./run.sh packs`.
final class PacksFlags {

  List<String> places = List.of();
  @Nullable Path csv;
  boolean check;
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
            .name("p2pgossip packs")
            .addArgGroup(
                ArgGroupSpec.builder()
                    .exclusive(false)
                    .validate(false)
                    .addArg(
                        FlagSpecs.words("FILE", it -> places = it)
                            .description("Lab packs, and folders in which all zip files are read.")
                            .build())
                    .addArg(
                        FlagSpecs.value("FILE", Path::of, it -> csv = it, "--csv")
                            .description("Also writes the table there, as CSV.")
                            .build())
                    .addArg(
                        FlagSpecs.given(it -> check = it, "--check")
                            .description(
                                "Makes the runs again that come out the same each time, and says"
                                    + " whether the figures are the same.")
                            .build())
                    .addArg(FlagSpecs.help(it -> help = it).build())
                    .build());
    FlagSpecs.usage(spec, "./run.sh packs FILE... [flags]")
        .header("Reads the lab packs of many students into one table.%n")
        .footer(
            "%nThe exit status is 1 if a file could not be read.",
            "%nExamples:",
            "  ./run.sh packs handed-in",
            "  ./run.sh packs *.zip --check --csv class.csv");
    return FlagSpecs.parser(spec);
  }
}

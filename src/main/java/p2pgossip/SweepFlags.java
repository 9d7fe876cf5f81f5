package p2pgossip;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import p2pgossip.export.ExperimentFiles;
import p2pgossip.sweep.Shard;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/// The flags of one of the works of `./run.sh sweep`.
final class SweepFlags {

  private static final long MOST_THREADS = 1_024;
  private static final int USUAL_SHARDS = 8;

  /// What is to be done with a sweep.
  enum Work {
    PLAN(
        "FILE --out DIR",
        "Plans the experiment in FILE, and writes the numbered list of its runs into the folder"
            + " DIR. With the folder of an earlier sweep, what both have in common is not run"
            + " again.",
        true,
        false),
    RUN(
        "DIR [flags]",
        "Runs what is left of a sweep. It can be ended at any time, and goes on when it is started"
            + " again.",
        false,
        true),
    STATUS("DIR", "Says how far a sweep is.", false, false),
    MERGE(
        "DIR... [--out DIR]",
        "Gathers what came of the shards of one experiment, and writes the results.",
        true,
        false),
    CHART(
        "DIR --out FILE [--measure NAME]",
        "Draws the results so far of a sweep with two axes as a heat map, an SVG picture.",
        true,
        false),
    EXPORT(
        "slurm|kubernetes|parallel DIR [flags]",
        "Writes what runs all shards of a sweep on many machines into its folder: a job array for"
            + " Slurm (sweep.sbatch), an Indexed Job for Kubernetes (job.json), or a line for GNU"
            + " parallel (parallel.sh).",
        false,
        false);

    private final String synopsis;
    private final String header;
    private final boolean writes;
    private final boolean carriesOut;

    Work(String synopsis, String header, boolean writes, boolean carriesOut) {
      this.synopsis = synopsis;
      this.header = header;
      this.writes = writes;
      this.carriesOut = carriesOut;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Work of(String word) {
      for (Work work : values()) {
        if (work.word().equals(word)) {
          return work;
        }
      }
      return null;
    }
  }

  private final Work work;

  List<String> places = List.of();
  @Nullable Path out;
  Shard shard = Shard.WHOLE;
  int threads;
  int shards = USUAL_SHARDS;
  String program = Path.of("run.sh").toAbsolutePath().toString();
  String image = "p2pgossip";
  String measure = "";
  boolean lines;
  private boolean help;

  SweepFlags(Work work) {
    this.work = work;
    threads = work == Work.EXPORT ? 1 : Runtime.getRuntime().availableProcessors();
  }

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
    ArgGroupSpec.Builder group = ArgGroupSpec.builder().exclusive(false).validate(false);
    group.addArg(
        FlagSpecs.words(
                work == Work.PLAN ? "FILE" : work == Work.EXPORT ? "ENGINE DIR" : "DIR",
                it -> places = it)
            .description(
                work == Work.PLAN
                    ? "A file, or the name of a bundled experiment: %s."
                        .formatted(String.join(", ", ExperimentFiles.BUNDLED))
                    : work == Work.EXPORT
                        ? "slurm, kubernetes or parallel, and the folder of a sweep."
                        : "The folder of a sweep.")
            .build());
    if (work.writes) {
      group.addArg(
          FlagSpecs.value(
                  work == Work.CHART ? "FILE" : "DIR", FlagValues::path, it -> out = it, "--out")
              .description(
                  switch (work) {
                    case PLAN -> "The folder of the sweep, a new one or that of an earlier sweep.";
                    case CHART -> "The file of the picture.";
                    default ->
                        "A new folder for the whole. With a single DIR it may be left out; then the"
                            + " results are written there.";
                  })
              .build());
    }
    if (work == Work.CHART) {
      group.addArg(
          FlagSpecs.value("NAME", FlagValues::text, it -> measure = it, "--measure")
              .description("What is drawn (default: the first measure of the experiment).")
              .build());
    }
    if (work.carriesOut) {
      group.addArg(
          FlagSpecs.value("I/N", SweepFlags::shard, it -> shard = it, "--shard")
              .description(
                  "Only share I of N, for one of N processes: 1/4 to 4/4 together are the whole"
                      + " (default: all).")
              .build());
      group.addArg(
          FlagSpecs.given(it -> lines = it, "--lines")
              .description(
                  "For another program: say in JSON, an object on a line, when the runs begin and"
                      + " when they are complete, and end once standard input is closed.")
              .build());
    }
    if (work == Work.EXPORT) {
      addEngine(group);
    }
    if (work.carriesOut || work == Work.EXPORT) {
      group.addArg(
          FlagSpecs.number(1, MOST_THREADS, it -> threads = it, "--threads")
              .description(
                  work == Work.EXPORT
                      ? "How many runs at a time in each shard (default: 1)."
                      : "How many runs at a time, 1 to 1024; on real sockets always one (default:"
                          + " one for each processor).")
              .build());
    }
    group.addArg(FlagSpecs.help(it -> help = it).build());
    CommandSpec spec =
        CommandSpec.create().name("p2pgossip sweep " + work.word()).addArgGroup(group.build());
    FlagSpecs.usage(spec, "./run.sh sweep %s %s".formatted(work.word(), work.synopsis))
        .header(work.header + "%n");
    return FlagSpecs.parser(spec);
  }

  private void addEngine(ArgGroupSpec.Builder group) {
    group.addArg(
        FlagSpecs.number(1, Shard.MOST, it -> shards = it, "--shards")
            .description(
                "How many shards, 1 to %s (default: %s).".formatted(Shard.MOST, USUAL_SHARDS))
            .build());
    group.addArg(
        FlagSpecs.value("FILE", FlagValues::place, it -> program = it, "--program")
            .description(
                "Where run.sh is on the machines or in the image (default: in the current"
                    + " folder).")
            .build());
    group.addArg(
        FlagSpecs.value("NAME", FlagValues::text, it -> image = it, "--image")
            .description("The image of the containers of Kubernetes (default: p2pgossip).")
            .build());
  }

  private static Shard shard(String value) {
    try {
      return Shard.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /// The only place.
  ///
  /// @throws IllegalArgumentException when there is none, or more than one
  String place() {
    if (places.size() != 1) {
      throw new IllegalArgumentException(
          "name one %s, not %s".formatted(work == Work.PLAN ? "file" : "folder", places.size()));
    }
    return places.getFirst();
  }
}

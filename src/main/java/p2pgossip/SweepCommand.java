package p2pgossip;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import p2pgossip.experiment.ExperimentSize;
import p2pgossip.experiment.RealStage;
import p2pgossip.experiment.Stage;
import p2pgossip.export.ExperimentFiles;
import p2pgossip.export.HeatMapPicture;
import p2pgossip.export.ThisProgram;
import p2pgossip.file.WholeFile;
import p2pgossip.gossip.ShownText;
import p2pgossip.laboratory.SweepHeatMap;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.results.ShardEngine;
import p2pgossip.results.SweepFolder;
import p2pgossip.results.SweepProgress;
import p2pgossip.results.SweepResults;
import p2pgossip.results.SweepTally;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Shard;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/// `./run.sh sweep`: plans the runs of an experiment, carries them out on any number of machines,
/// and gathers what came of them.
final class SweepCommand {

  /// The word that selects it, as the first of the command line.
  static final String NAME = "sweep";

  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int BAD_FLAG = 2;

  private static final String HELP =
      """
      Usage: ./run.sh sweep plan FILE --out DIR
             ./run.sh sweep run DIR [--shard I/N] [--threads NUMBER]
             ./run.sh sweep status DIR
             ./run.sh sweep merge DIR... [--out DIR]
             ./run.sh sweep chart DIR --out FILE [--measure NAME]
             ./run.sh sweep export slurm|kubernetes|parallel DIR [--shards NUMBER]
      Runs an experiment: many runs, with some of their parameters varied. Each has its --help.
      """;

  private final PrintStream out;
  private final PrintStream err;
  private final InputStream in;
  private final IntConsumer endAtOnce;

  /// @param endAtOnce ends the process with an exit status
  SweepCommand(PrintStream out, PrintStream err, InputStream in, IntConsumer endAtOnce) {
    this.out = out;
    this.err = err;
    this.in = in;
    this.endAtOnce = endAtOnce;
  }

  /// @param given what follows the word
  /// @return the exit status
  int run(String... given) {
    String word = given.length == 0 ? "" : given[0];
    if (word.equals("-h") || word.equals("--help")) {
      out.print(HELP);
      return DONE;
    }
    SweepFlags.Work work = SweepFlags.Work.of(word);
    if (work == null) {
      err.println(
          "p2pgossip sweep: the first word must be plan, run, status, merge, chart or export%s; see ./run.sh sweep --help"
              .formatted(word.isEmpty() ? "" : ", not \"" + word + "\""));
      return BAD_FLAG;
    }
    SweepFlags flags = new SweepFlags(work);
    try {
      CommandLine help = flags.read(Arrays.copyOfRange(given, 1, given.length));
      if (help != null) {
        help.usage(out, Ansi.AUTO);
        return DONE;
      }
      return run(work, flags);
    } catch (ParameterException e) {
      return refuse(work, BadFlag.inWords(e));
    } catch (IllegalArgumentException e) {
      return refuse(work, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      err.println("p2pgossip sweep %s: %s".formatted(work.word(), e.getMessage()));
      return FAILED;
    }
  }

  private int refuse(SweepFlags.Work work, String words) {
    err.println(
        "p2pgossip sweep %s: %s; see ./run.sh sweep %s --help"
            .formatted(work.word(), words, work.word()));
    return BAD_FLAG;
  }

  private int run(SweepFlags.Work work, SweepFlags flags) throws IOException {
    return switch (work) {
      case PLAN -> plan(flags);
      case RUN -> carryOut(flags);
      case STATUS -> tell(flags);
      case MERGE -> merge(flags);
      case CHART -> chart(flags);
      case EXPORT -> export(flags);
    };
  }

  private int plan(SweepFlags flags) throws IOException {
    Path to = flags.out;
    if (to == null) {
      throw new IllegalArgumentException("--out is missing: the folder of the sweep");
    }
    Experiment experiment = ExperimentFiles.read(flags.place());
    ExperimentSize.requireFitting(experiment);
    SweepFolder folder = SweepFolder.plan(experiment, ThisProgram.nameAndVersion(), to);
    out.println(
        String.format(
            Locale.ROOT,
            "%s: %,d points, each run %s%,d times: %s%,d runs",
            ShownText.of(experiment.name()),
            experiment.points(),
            experiment.repeats().until() == null ? "" : "up to ",
            experiment.repeats().most(),
            experiment.repeats().until() == null ? "" : "at most ",
            experiment.runs()));
    out.println("hash " + folder.hash());
    out.println("Run it with ./run.sh sweep run " + to);
    return DONE;
  }

  private int carryOut(SweepFlags flags) throws IOException {
    Stage.Maker real = RealStage.of(seed -> new PeerRuntime(_ -> "gossip", seed));
    if (flags.lines) {
      if (!flags.shard.equals(Shard.WHOLE)) {
        throw new IllegalArgumentException("--lines does not go with --shard");
      }
      Path folder = FlagValues.path(flags.place());
      return new SweepLines(out, in, real, endAtOnce).run(folder, flags.threads);
    }
    return new RunningSweep(out, err, real, new EndSignals(), endAtOnce)
        .run(open(flags.place()), flags.shard, flags.threads);
  }

  private static SweepFolder open(String place) throws IOException {
    return SweepFolder.open(FlagValues.path(place), ThisProgram.nameAndVersion());
  }

  private int tell(SweepFlags flags) throws IOException {
    SweepFolder folder = open(flags.place());
    SweepProgress progress = SweepResults.progress(folder);
    boolean open = folder.experiment().repeats().until() != null;
    out.println(
        String.format(
            Locale.ROOT,
            "%s: %,d of %s%,d runs are done, %,d have failed",
            ShownText.of(folder.experiment().name()),
            progress.done(),
            open ? "at most " : "",
            progress.most(),
            progress.failed()));
    out.println("hash " + folder.hash());
    return DONE;
  }

  private int merge(SweepFlags flags) throws IOException {
    if (flags.places.isEmpty()) {
      throw new IllegalArgumentException("name the folders of the shards");
    }
    List<SweepFolder> from = new ArrayList<>();
    for (String place : flags.places) {
      from.add(open(place));
    }
    Path to = flags.out;
    List<String> notes;
    if (to == null) {
      if (from.size() > 1) {
        throw new IllegalArgumentException("--out is missing: a new folder for the whole");
      }
      to = from.getFirst().path();
      notes = SweepResults.write(from.getFirst());
    } else {
      SweepFolder whole =
          SweepFolder.plan(from.getFirst().experiment(), ThisProgram.nameAndVersion(), to);
      notes = SweepResults.merge(from, whole);
    }
    notes.forEach(words -> err.println("p2pgossip: " + words));
    out.println("hash " + from.getFirst().hash());
    out.println("The results are in " + to.resolve("summary.csv"));
    return DONE;
  }

  private int chart(SweepFlags flags) throws IOException {
    Path to = flags.out;
    if (to == null) {
      throw new IllegalArgumentException("--out is missing: the file of the picture");
    }
    SweepFolder folder = open(flags.place());
    Experiment experiment = folder.experiment();
    Measure measure = SweepHeatMap.measure(experiment, flags.measure);
    SweepTally tally = SweepTally.of(folder, words -> err.println("p2pgossip: " + words));
    byte[] picture =
        HeatMapPicture.of(SweepHeatMap.of(experiment, tally.state(), measure))
            .getBytes(StandardCharsets.UTF_8);
    WholeFile.save(to, body -> body.write(picture));
    out.println("The picture is in " + to);
    return DONE;
  }

  private int export(SweepFlags flags) throws IOException {
    if (flags.places.size() != 2) {
      throw new IllegalArgumentException("name slurm, kubernetes or parallel, and one folder");
    }
    ShardEngine engine = ShardEngine.of(flags.places.getFirst());
    SweepFolder folder = open(flags.places.getLast());
    byte[] text =
        engine.text(
            folder, new ShardEngine.Way(flags.program, flags.shards, flags.threads, flags.image));
    Path file = folder.path().resolve(engine.file());
    WholeFile.save(file, body -> body.write(text));
    out.println("Run it with " + engine.command() + " " + file);
    out.println("Then gather the results with ./run.sh sweep merge " + folder.path());
    return DONE;
  }
}

package p2pgossip.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import p2pgossip.experiment.ExperimentSize;
import p2pgossip.gossip.ShownText;
import p2pgossip.laboratory.Gate;
import p2pgossip.laboratory.SweepMaker;
import p2pgossip.results.GrowingLog;
import p2pgossip.results.SweepFolder;
import p2pgossip.results.SweepProgress;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.Scale;
import p2pgossip.wire.SweepLine;
import p2pgossip.wire.SweepLineJson;
import p2pgossip.wire.WireException;

/// Carries out sweeps in a process of their own: `sweep run --lines`, with a heap that fits. The
/// outcomes are read from the log of the sweep as they come. While a sweep is paused there is no
/// process: what was under way is made again. It ends when the sweep is called off, and when this
/// process ends.
public final class SweepsApart implements SweepMaker {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /// How long a process may take to give up what is under way.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int MIB = 1 << 20;

  /// In MiB, for everything but the runs: tables and their compression.
  private static final long HEAP_BESIDE = 384;

  private static final double HEAP_FOR_A_BYTE = 1.25;

  /// What happens to simulated peers is kept until the end of their run.
  private static final double HEAP_FOR_A_BYTE_OF_ENGINES = 2.5;

  private final int threads;
  private final long memory;

  /// @param threads at least 1
  /// @param memory of the machine in bytes
  public SweepsApart(int threads, long memory) {
    this.threads = threads;
    this.memory = memory;
  }

  @Override
  public long memory() {
    return (long) (memory * ThisMachine.PART_OF_MEMORY) - HEAP_BESIDE * MIB;
  }

  @Override
  public void run(SweepFolder folder, Gate gate, Listener listener)
      throws IOException, InterruptedException {
    boolean complete = false;
    while (!complete) {
      gate.pass();
      complete = run(command(folder), folder, gate, listener);
    }
  }

  /// The program and its arguments.
  List<String> command(SweepFolder folder) {
    List<String> jvm =
        List.of("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");
    return OwnProgram.command(
        heap(folder.experiment()),
        jvm,
        List.of(
            "sweep",
            "run",
            folder.path().toAbsolutePath().toString(),
            "--lines",
            "--threads",
            String.valueOf(threads)));
  }

  /// In MiB.
  private long heap(Experiment experiment) {
    double times =
        experiment.scale() == Scale.ARRAYS ? HEAP_FOR_A_BYTE : HEAP_FOR_A_BYTE_OF_ENGINES;
    int atATime = ExperimentSize.atATime(experiment, threads, memory());
    double runs = ExperimentSize.bytes(experiment) * times * atATime;
    double most = Math.max(0, memory());
    return HEAP_BESIDE + (long) (Math.min(runs, most) / MIB);
  }

  /// Starts a process, and follows it to its end, or until it is to stand still.
  ///
  /// @return whether nothing is left to be done
  static boolean run(List<String> command, SweepFolder folder, Gate gate, Listener listener)
      throws IOException, InterruptedException {
    try (GrowingLog log = GrowingLog.of(folder);
        ChildProcess child = start(command)) {
      Course course = new Course(child, log, listener);
      try {
        while (!child.isOver()) {
          course.look();
          if (gate.isShut()) {
            child.end(PATIENCE);
            return false;
          }
        }
        course.requireGoodEnd();
        return true;
      } catch (InterruptedException e) {
        child.end(PATIENCE);
        throw e;
      } finally {
        course.takeOutcomes();
      }
    }
  }

  private static ChildProcess start(List<String> command) throws IOException {
    try {
      return ChildProcess.start(command, SweepLineJson.LONGEST);
    } catch (IOException e) {
      throw new IOException(
          "a process for the sweep can't be started: "
              + ShownText.of(String.valueOf(e.getMessage())),
          e);
    }
  }

  /// What one process does.
  private static final class Course {

    private final ChildProcess child;
    private final GrowingLog log;
    private final Listener listener;

    /// Null before the runs begin.
    private @Nullable SweepProgress progress;

    private boolean news;
    private boolean complete;
    private @Nullable String refusal;

    private Course(ChildProcess child, GrowingLog log, Listener listener) {
      this.child = child;
      this.log = log;
      this.listener = listener;
    }

    /// Takes what was said and done since the last look.
    private void look() throws IOException, InterruptedException {
      Optional<String> line = child.next(BETWEEN_LOOKS);
      if (line.isPresent()) {
        hear(line.get());
      }
      takeOutcomes();
    }

    private void hear(String line) throws IOException, InterruptedException {
      switch (read(line)) {
        case null -> {
          // It is dying, and its end tells why.
        }
        case SweepLine.Begins(int done, int failed, int most) -> {
          SweepProgress first = new SweepProgress(done, failed, most);
          progress = first;
          listener.begins(first);
        }
        case SweepLine.Noted(String words) -> listener.noted(words);
        case SweepLine.Complete() -> {
          takeOutcomes();
          complete = true;
          listener.complete();
        }
        case SweepLine.Refused(String reason) -> refusal = reason;
      }
    }

    /// @return null if the line is the last word of a process that dies
    private @Nullable SweepLine read(String line) throws IOException, InterruptedException {
      try {
        return SweepLineJson.read(line);
      } catch (WireException e) {
        // The JVM says on standard output that it dies.
        while (child.next() != null) {}
        if (!child.ending().isEmpty()) {
          return null;
        }
        throw new IOException(
            "the process that made the runs said something else: " + e.reason(), e);
      }
    }

    private void takeOutcomes() throws IOException {
      if (progress == null) {
        return;
      }
      log.read(this::take, listener::noted);
      if (news) {
        news = false;
        listener.caughtUp();
      }
    }

    private void take(Outcome outcome) {
      SweepProgress before = progress;
      if (before != null) {
        SweepProgress now = with(before, outcome);
        progress = now;
        news = true;
        listener.ended(outcome, now);
      }
    }

    private static SweepProgress with(SweepProgress it, Outcome outcome) {
      return outcome.failure() == null
          ? new SweepProgress(it.done() + 1, it.failed(), it.most())
          : new SweepProgress(it.done(), it.failed() + 1, it.most());
    }

    private void requireGoodEnd() throws IOException, InterruptedException {
      if (refusal != null) {
        throw new IOException(refusal);
      }
      String death = child.ending();
      if (!death.isEmpty()) {
        throw new IOException(death.substring(0, death.length() - 1));
      }
      if (!complete) {
        throw new IOException("the process that made the runs ended before they were done");
      }
    }
  }
}

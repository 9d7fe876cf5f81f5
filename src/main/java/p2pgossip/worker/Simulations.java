package p2pgossip.worker;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.experiment.SimulationSize;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.ShownText;
import p2pgossip.gossip.Spreading;
import p2pgossip.population.PopulationSettings;
import p2pgossip.topology.FromFile;
import p2pgossip.topology.Topology;
import p2pgossip.wire.RunLine;
import p2pgossip.wire.RunLineJson;
import p2pgossip.wire.WireException;

/// Processes that simulate: this program without a window. The heap of each has room for what its
/// runs take, as far as the machine has so much memory. It ends with the runs, when they are called
/// off, or when this process ends.
final class Simulations {

  private static final int MIB = 1 << 20;

  /// In MiB, for what is soon garbage.
  private static final long YOUNG = 32;

  /// In MiB, for everything but the arrays.
  private static final long HEAP_BESIDE = 96;

  /// Bytes for each peer, for what is said of it.
  private static final int BESIDE = 1;

  private static final double HEAP_FOR_A_BYTE = 1.25;

  private final int threads;
  private final long memory;

  /// @param threads at least 1
  /// @param memory of the machine in bytes
  Simulations(int threads, long memory) {
    this.threads = threads;
    this.memory = memory;
  }

  /// Takes what is said.
  @FunctionalInterface
  interface Taker {
    void take(RunLine.Progress said) throws InterruptedException;
  }

  /// Starts a process, and waits for its end.
  ///
  /// @return how many lines it has said
  /// @throws IllegalArgumentException when it says that nothing is made, says something else, or
  ///     ends badly, with the reason without a full stop
  static int follow(List<String> command, Taker taker) throws InterruptedException {
    try (ChildProcess child = ChildProcess.start(command, RunLineJson.LONGEST)) {
      int taken = 0;
      for (String line = child.next(); line != null; line = child.next()) {
        RunLine said = read(line, child);
        switch (said) {
          case null -> {
            // It is dying, and its end tells why.
          }
          case RunLine.Refused(String reason) -> throw new IllegalArgumentException(reason);
          case RunLine.Progress it -> {
            taker.take(it);
            taken++;
          }
        }
      }
      String death = child.ending();
      if (!death.isEmpty()) {
        throw new IllegalArgumentException(death.substring(0, death.length() - 1));
      }
      return taken;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "a process for the runs can't be started: "
              + ShownText.of(String.valueOf(e.getMessage())),
          e);
    }
  }

  /// @return null if the line is the last word of a process that dies
  private static @Nullable RunLine read(String line, ChildProcess child)
      throws InterruptedException {
    try {
      return RunLineJson.read(line);
    } catch (WireException e) {
      // The JVM says on standard output that it dies.
      while (child.next() != null) {}
      if (!child.ending().isEmpty()) {
        return null;
      }
      IllegalArgumentException words = somethingElse(e.reason());
      words.initCause(e);
      throw words;
    }
  }

  static IllegalArgumentException somethingElse(String words) {
    return new IllegalArgumentException(
        "the process that made the runs said something else: " + words);
  }

  /// The program and its arguments.
  ///
  /// @param form of what it says, as a flag
  List<String> command(String form, PopulationSettings settings, int runs) {
    Spreading spreading = settings.spreading();
    List<String> command =
        OwnProgram.command(
            heap(settings, runs),
            // The rest is for arrays, none of which fits into a part of it.
            List.of("-Xmn" + YOUNG + "m"),
            List.of("simulate", form));
    command.addAll(List.of("--peers", String.valueOf(settings.peers())));
    command.addAll(List.of("--topology", label(settings.topology())));
    command.addAll(List.of("--strategy", spreading.strategy().label()));
    command.addAll(List.of("--fanout", String.valueOf(spreading.fanout())));
    command.addAll(List.of("--interest", InterestLabel.of(spreading.interest())));
    command.addAll(List.of("--forwarding", spreading.forwarding().label()));
    command.addAll(List.of("--hop-limit", String.valueOf(spreading.hopLimit())));
    command.addAll(List.of("--loss", String.valueOf(settings.loss())));
    command.addAll(List.of("--crash", String.valueOf(settings.crashes().share())));
    command.addAll(List.of("--crash-after", String.valueOf(settings.crashes().afterRound())));
    command.addAll(List.of("--seed", String.valueOf(settings.seed())));
    command.addAll(List.of("--runs", String.valueOf(runs)));
    command.addAll(List.of("--threads", String.valueOf(threads)));
    return command;
  }

  /// In MiB.
  private long heap(PopulationSettings settings, int runs) {
    long bytes = SimulationSize.onArrays(settings, runs, threads, BESIDE).bytes();
    long fitting = (long) (bytes * HEAP_FOR_A_BYTE / MIB) + HEAP_BESIDE;
    return Math.max(
        HEAP_BESIDE, Math.min(fitting, (long) (memory * ThisMachine.PART_OF_MEMORY / MIB)));
  }

  private static String label(Topology topology) {
    return topology instanceof FromFile(var graph)
        ? "file:" + graph.file().toAbsolutePath()
        : topology.label();
  }
}

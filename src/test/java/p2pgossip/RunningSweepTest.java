package p2pgossip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.experiment.Stage;
import p2pgossip.experiment.VirtualStage;
import p2pgossip.network.Run;
import p2pgossip.results.SweepFolder;
import p2pgossip.results.SweepResults;
import p2pgossip.sweep.Shard;
import p2pgossip.testing.Recorder;
import p2pgossip.wire.ExperimentJson;

class RunningSweepTest {

  private static final String EXPERIMENT =
      """
      {"name": "a trial", "scale": "real",
       "scenario": {"name": "s", "peers": 3, "topology": "line", "lasts": "9 s", "quiet": "1 s",
        "settings": {"period": "100 ms", "sentences": false, "strategy": "flood"},
        "actions": [{"at": "0 s", "do": "spread", "by": 1}]},
       "axes": [{"of": "fanout", "values": [1, 2]}],
       "repetitions": 3, "measures": ["reached"]}
      """;

  @TempDir Path temp;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final EndSignals signals = new EndSignals();
  private final Recorder<Integer> endedAtOnce = new Recorder<>();
  private SweepFolder folder;

  @BeforeEach
  void plan() throws Exception {
    folder = planned("sweep");
  }

  private SweepFolder planned(String name) throws Exception {
    return SweepFolder.plan(
        ExperimentJson.read(EXPERIMENT.getBytes(UTF_8)), "p2pgossip test", temp.resolve(name));
  }

  private RunningSweep sweep(Making making) {
    Stage.Maker real =
        new Stage.Maker() {
          @Override
          public InstantSource clock() {
            return VirtualStage.MAKER.clock();
          }

          @Override
          public Run.Time time() {
            return Run.Time.VIRTUAL;
          }

          @Override
          public Stage make(long seed) throws IOException {
            making.begins();
            return VirtualStage.MAKER.make(seed);
          }
        };
    return new RunningSweep(
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        real,
        signals,
        endedAtOnce::accept);
  }

  /// What happens when the stage of a run is made.
  private interface Making {
    void begins() throws IOException;
  }

  @Test
  void aSignalDropsTheRunUnderWayAndHasTheResultsOfTheOthersWritten() throws Exception {
    Recorder<String> made = new Recorder<>();
    int status =
        sweep(
                () -> {
                  made.accept("a run");
                  if (made.size() == 3) {
                    signals.signalled(143);
                  }
                })
            .run(folder, Shard.WHOLE, 1);

    assertThat(status).isEqualTo(143);
    assertThat(saidOfTheEnd())
        .isEqualTo(
            """
            p2pgossip: ending, and writing the results of what is done; a second time ends at once
            p2pgossip: ended early: 2 of 6 runs are done, 2 of them now; go on with ./run.sh sweep run %s
            """
                .formatted(folder.path()));
    assertThat(Files.readAllLines(folder.path().resolve("results.csv"))).hasSize(1 + 2);
    assertThat(Files.readAllLines(folder.path().resolve("summary.csv")))
        .hasSize(1 + 2)
        .allMatch(line -> line.contains(",measure,runs,") || line.contains(",reached,1,0,"));
    assertThat(folder.path().resolve("results.parquet")).isNotEmptyFile();
    assertThat(endedAtOnce).isEmpty();

    assertThat(sweep(() -> {}).run(folder, Shard.WHOLE, 1)).isZero();
    SweepFolder whole = planned("whole");
    sweep(() -> {}).run(whole, Shard.WHOLE, 1);
    for (String name : List.of("results.csv", "results.parquet", "summary.csv")) {
      assertThat(folder.path().resolve(name)).hasSameBinaryContentAs(whole.path().resolve(name));
    }
  }

  /// On a slow machine, lines that say how far it is come before.
  private String saidOfTheEnd() {
    return err.toString(UTF_8)
        .lines()
        .filter(line -> !line.contains(" a second, about "))
        .map(line -> line + "\n")
        .collect(joining());
  }

  @Test
  void aShardThatIsEndedNamesItselfInWhatGoesOn() throws Exception {
    assertThat(sweep(() -> signals.signalled(130)).run(folder, new Shard(2, 2), 1)).isEqualTo(130);

    assertThat(err.toString(UTF_8))
        .endsWith(
            "0 of 3 runs are done, 0 of them now; go on with ./run.sh sweep run %s --shard 2/2\n"
                .formatted(folder.path()));
    assertThat(folder.path().resolve("results.csv")).doesNotExist();
  }

  @Test
  void aSecondSignalEndsTheProcessWithoutWaitingForTheRun() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch givenUp = new CountDownLatch(1);
    Recorder<Integer> statuses = new Recorder<>();
    Thread running =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    statuses.accept(
                        sweep(
                                () -> {
                                  begun.countDown();
                                  await(givenUp);
                                })
                            .run(folder, Shard.WHOLE, 1));
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                });
    begun.await();

    signals.signalled(130);
    assertThat(endedAtOnce).isEmpty();
    signals.signalled(130);

    assertThat(endedAtOnce).containsExactly(130);
    givenUp.countDown();
    running.join();
    assertThat(statuses).containsExactly(130);
    // A run that breaks because it is given up has not failed.
    assertThat(SweepResults.progress(folder).failed()).isZero();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IOException("the stage was taken down");
  }
}

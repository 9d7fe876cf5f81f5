package p2pgossip.results;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.experiment.VirtualStage;
import p2pgossip.file.Sha256;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Outcome;
import p2pgossip.sweep.Shard;
import p2pgossip.testing.Recorder;
import p2pgossip.wire.ExperimentJson;
import p2pgossip.wire.WireException;

class SweepRunnerTest {

  private static final String VERSION = "p2pgossip test";

  @TempDir Path temp;

  private SweepFolder folder;

  @BeforeEach
  void plan() throws Exception {
    folder = SweepFolder.plan(experiment("\"repetitions\": 6"), VERSION, temp.resolve("a"));
  }

  private static Experiment experiment(String rest) throws WireException {
    return experiment("[1, 2]", rest);
  }

  private static Experiment experiment(String fanouts, String rest) throws WireException {
    return read(
        """
        {"name": "a trial", "scale": "arrays",
         "base": {"peers": 30, "interest": "counter:1"},
         "axes": [{"of": "loss", "values": [0, 0.3]}, {"of": "fanout", "values": %s}],
         "measures": ["reached", "t_last"], %s}
        """
            .formatted(fanouts, rest));
  }

  private static Experiment read(String json) throws WireException {
    return ExperimentJson.read(json.getBytes(UTF_8));
  }

  /// Counts the runs that are made.
  private static final class Counting implements SweepListener {
    private final Recorder<Outcome> ended = new Recorder<>();
    private final Recorder<String> notes = new Recorder<>();

    @Override
    public void ended(Outcome outcome, SweepProgress progress) {
      ended.accept(outcome);
    }

    @Override
    public void noted(String words) {
      notes.accept(words);
    }
  }

  private static Counting run(SweepFolder in, Shard shard, int threads) throws Exception {
    Counting counting = new Counting();
    SweepProgress _ =
        new SweepRunner(in, shard, threads, VirtualStage.MAKER, counting).run(() -> false);
    return counting;
  }

  private static List<String> results(SweepFolder of) throws IOException {
    List<String> _ = SweepResults.write(of);
    List<String> all = new ArrayList<>();
    for (String name : List.of("results.csv", "summary.csv", "results.parquet")) {
      all.add(Sha256.hex(Files.readAllBytes(of.path().resolve(name))));
    }
    return all;
  }

  private Path log() {
    return folder.path().resolve("runs-1-of-1.csv");
  }

  @Test
  void onOneThreadTheRunsAreMadeRepetitionFirst() throws Exception {
    List<Outcome> ended = run(folder, Shard.WHOLE, 1).ended.all();

    assertThat(ended).hasSize(24);
    assertThat(ended.subList(0, 5))
        .extracting(outcome -> outcome.repetition() + "." + outcome.point())
        .containsExactly("0.0", "0.1", "0.2", "0.3", "1.0");
  }

  @Test
  void theResultsDependNeitherOnThreadsNorOnShardsNorOnTheirFolders() throws Exception {
    run(folder, Shard.WHOLE, 1);
    List<String> whole = results(folder);

    SweepFolder threads = SweepFolder.plan(folder.experiment(), VERSION, temp.resolve("b"));
    run(threads, Shard.WHOLE, 4);
    assertThat(results(threads)).isEqualTo(whole);

    List<SweepFolder> shards = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      SweepFolder made =
          SweepFolder.plan(folder.experiment(), VERSION, temp.resolve("shard-" + number));
      run(made, new Shard(number, 3), 2);
      shards.add(made);
    }
    SweepFolder merged = SweepFolder.plan(folder.experiment(), VERSION, temp.resolve("merged"));
    assertThat(SweepResults.merge(shards, merged)).isEmpty();
    assertThat(results(merged)).isEqualTo(whole);
    assertThat(run(merged, Shard.WHOLE, 1).ended).isEmpty();
  }

  @Test
  void whatIsDoneIsNotDoneAgainWhenTheSweepGoesOn() throws Exception {
    Counting first = new Counting();
    SweepProgress _ =
        new SweepRunner(folder, Shard.WHOLE, 1, VirtualStage.MAKER, first)
            .run(() -> first.ended.size() >= 7);

    Counting second = run(folder, Shard.WHOLE, 2);

    assertThat(first.ended).hasSize(7);
    assertThat(second.ended).hasSize(17).doesNotContainAnyElementsOf(first.ended.all());
  }

  @Test
  void moreRepetitionsAndValuesLeaveWhatIsDone() throws Exception {
    run(folder, Shard.WHOLE, 2);

    SweepFolder more =
        SweepFolder.plan(experiment("[1, 2, 3]", "\"repetitions\": 7"), VERSION, folder.path());
    Counting counting = run(more, Shard.WHOLE, 2);

    assertThat(counting.ended).hasSize(6 * 7 - 24);
    assertThat(SweepResults.summaries(more))
        .extracting(PointSummary::runs)
        .containsExactly(7L, 7L, 7L, 7L, 7L, 7L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 150})
  void aLineThatWasWrittenInPartIsCutOffAndItsRunMadeAgain(int bytes) throws Exception {
    run(folder, Shard.WHOLE, 1);
    List<String> whole = results(folder);
    byte[] log = Files.readAllBytes(log());
    Files.write(log(), Arrays.copyOf(log, log.length - bytes));

    Counting again = run(folder, Shard.WHOLE, 1);

    assertThat(again.ended).hasSize(1);
    assertThat(again.notes).isEmpty();
    assertThat(log()).hasBinaryContent(log);
    assertThat(results(folder)).isEqualTo(whole);
  }

  @Test
  void aDamagedLineIsNamedAndItsRunMadeAgain() throws Exception {
    run(folder, Shard.WHOLE, 1);
    List<String> whole = results(folder);
    List<String> lines = new ArrayList<>(Files.readAllLines(log()));
    lines.set(4, lines.get(4).replaceFirst("arrays", "arrows"));
    lines.set(9, "\0".repeat(100_000));
    Files.write(log(), lines);

    Counting again = run(folder, Shard.WHOLE, 1);

    assertThat(again.notes)
        .containsExactly(
            log() + ": line 5 is left out: it is damaged",
            log() + ": line 10 is left out: it is damaged");
    assertThat(again.ended).hasSize(2);
    assertThat(results(folder)).isEqualTo(whole);
    assertThat(Files.readAllLines(log())).startsWith(lines.toArray(String[]::new));
  }

  @Test
  void aRunThatStandsTwiceCountsOnce() throws Exception {
    run(folder, Shard.WHOLE, 1);
    List<String> whole = results(folder);
    Files.copy(log(), folder.path().resolve("runs-2-of-9.csv"));

    assertThat(results(folder)).isEqualTo(whole);
    assertThat(SweepResults.progress(folder)).isEqualTo(new SweepProgress(24, 0, 24));
  }

  @Test
  void twoDifferentOutcomesOfARunAreRefused() throws Exception {
    run(folder, Shard.WHOLE, 1);
    Outcome first = Outcome.measured(0, 0, measure -> 0.25);
    Files.write(
        folder.path().resolve("runs-2-of-9.csv"),
        List.of(
            ResultTable.logHeader(), new ResultTable(folder.experiment(), VERSION).logLine(first)));

    assertThatThrownBy(() -> SweepResults.write(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("repetition 1 of loss 0, fanout 1 has two different outcomes");
  }

  @Test
  void twoProcessesCanNotWorkOnTheSameShard() throws Exception {
    try (RunLog _ = RunLog.open(log())) {
      assertThatThrownBy(() -> run(folder, Shard.WHOLE, 1))
          .isInstanceOf(IOException.class)
          .hasMessage(log() + ": another process is working on this shard; wait for it, or end it");
    }
    assertThat(run(folder, Shard.WHOLE, 1).ended).hasSize(24);
  }

  @Test
  void aLogOfSomethingElseIsLeftAlone() throws Exception {
    Files.writeString(log(), "dear diary,\n");

    assertThatThrownBy(() -> run(folder, Shard.WHOLE, 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its first line is not that of a log");
    assertThat(log()).hasContent("dear diary,\n");
  }

  @Test
  void aLogOfAnOlderVersionWithFewerMeasuresIsRefusedAndLeftAlone() throws Exception {
    run(folder, Shard.WHOLE, 1);
    List<String> older = new ArrayList<>(Files.readAllLines(log()));
    older.set(0, older.getFirst().replace(",messages_per_peer_second,bytes_per_peer_second", ""));
    assertThat(older.getFirst()).isNotEqualTo(ResultTable.logHeader());
    Files.write(log(), older);
    byte[] left = Files.readAllBytes(log());

    for (ThrowingCallable use :
        List.<ThrowingCallable>of(
            () -> run(folder, Shard.WHOLE, 1),
            () -> SweepResults.write(folder),
            () -> SweepResults.progress(folder))) {
      assertThatThrownBy(use)
          .isInstanceOf(IOException.class)
          .hasMessage(
              log()
                  + ": its first line is not that of a log of runs of this version; move it away,"
                  + " or plan the experiment in a new folder");
    }
    assertThat(log()).hasBinaryContent(left);
  }

  @Test
  void aRunThatFailsIsNotedAndTheOthersGoOn() throws Exception {
    Experiment odd =
        read(
            """
            {"name": "odd", "scale": "virtual",
             "scenario": {"name": "s", "peers": 3, "topology": "line", "lasts": "2 s"},
             "axes": [{"of": "fanout", "values": [1, 2]}],
             "repetitions": 2, "measures": ["reached"]}
            """);
    SweepFolder sweep = SweepFolder.plan(odd, VERSION, temp.resolve("odd"));

    Counting first = run(sweep, Shard.WHOLE, 2);

    assertThat(first.ended)
        .hasSize(4)
        .extracting(Outcome::failure)
        .containsOnly("no rumour was spread");
    assertThat(SweepResults.progress(sweep)).isEqualTo(new SweepProgress(0, 4, 4));
    assertThat(SweepResults.summaries(sweep))
        .extracting(PointSummary::failed)
        .containsExactly(2L, 2L);
    // A failure is no outcome: such runs are tried again.
    assertThat(run(sweep, Shard.WHOLE, 1).ended).hasSize(4);
    assertThat(SweepResults.progress(sweep)).isEqualTo(new SweepProgress(0, 4, 4));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aPointThatIsPreciseEnoughIsNotRepeated(int threads) throws Exception {
    Experiment until =
        read(
            """
            {"name": "until", "scale": "arrays", "base": {"peers": 40, "interest": "counter:1"},
             "axes": [{"of": "strategy", "values": ["push", "flood"]}],
             "repetitions": {"until": "reached", "narrower": 0.04, "most": 65},
             "measures": ["reached"]}
            """);
    SweepFolder sweep = SweepFolder.plan(until, VERSION, temp.resolve("until"));

    run(sweep, Shard.WHOLE, threads);

    List<PointSummary> points = SweepResults.summaries(sweep);
    assertThat(points).extracting(PointSummary::runs).containsExactly(60L, 10L);
    Summary reached = points.getFirst().measures().get(Measure.REACHED);
    assertThat(reached.high() - reached.low()).isLessThan(0.04);
    assertThat(run(sweep, Shard.WHOLE, threads).ended).isEmpty();
  }

  @Test
  void aSweepOfAMillionRunsThatAreDoneTakesLittleMemoryToOpen() throws Exception {
    Work work = new Work(experiment("\"repetitions\": 1000000"), Shard.WHOLE);
    for (int repetition = 0; repetition < 1_000_000; repetition++) {
      work.madeEarlier(Outcome.measured(1, repetition, _ -> 0.5));
    }

    assertThat(work.progress()).isEqualTo(new SweepProgress(1_000_000, 0, 4_000_000));
    assertThat(work.next()).isEqualTo(new Work.Run(0, 0));
    assertThat(work.next()).isEqualTo(new Work.Run(2, 0));
  }

  @Test
  void shardsAreOfAnotherExperimentIfTheirHashesDiffer() throws Exception {
    SweepFolder other =
        SweepFolder.plan(experiment("\"repetitions\": 7"), VERSION, temp.resolve("other"));
    SweepFolder to = SweepFolder.plan(folder.experiment(), VERSION, temp.resolve("to"));

    assertThatThrownBy(() -> SweepResults.merge(List.of(folder, other), to))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "%s holds another experiment than %s: their hashes are %s and %s"
                .formatted(other.path(), to.path(), other.hash(), to.hash()));
  }

  @Test
  void aHalfLineIsNotReadWhileItIsWritten() throws Exception {
    run(folder, Shard.WHOLE, 1);
    Files.writeString(log(), "7,123,arr", StandardOpenOption.APPEND);

    assertThat(SweepResults.progress(folder)).isEqualTo(new SweepProgress(24, 0, 24));
  }
}

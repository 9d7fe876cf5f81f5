package p2pgossip.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.network.Arrival;
import p2pgossip.network.Run;
import p2pgossip.network.SpreadFigures;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.TimedAction;
import p2pgossip.testing.Recorder;
import p2pgossip.wire.ReportJson;
import p2pgossip.wire.ScenarioJson;
import p2pgossip.wire.WireException;

/// Runs scenarios, as on real peers, on a simulated network in virtual time, where all figures are
/// exact.
class VirtualScenarioTest {

  private static final String HEAD =
      """
      {"name": "a trial", "peers": 6, "topology": "complete", "lasts": "20 s",
       "settings": {"period": "100 ms", "sentences": false, "strategy": "anti-entropy"},
      """;

  private final Recorder<String> course = new Recorder<>();
  private final Recorder<String> ignored = new Recorder<>();

  @Test
  void aRunEndsOnceAllHasBeenQuietForAsLongAsItsScenarioSays() throws Exception {
    Report.Run run =
        run(
            """
            "quiet": "400 ms",
            "actions": [{"at": "1 s", "do": "spread", "by": 1}]}
            """);

    assertThat(run.run().time()).isEqualTo(Run.Time.VIRTUAL);
    assertThat(run.rumors().getFirst().figures().reached()).isEqualTo(6);
    List<Arrival> arrivals = run.rumors().getFirst().arrivals();
    Duration lastArrival = Duration.between(run.began(), arrivals.getLast().at());
    assertThat(run.lasted().minus(lastArrival))
        .isBetween(Duration.ofMillis(400), Duration.ofMillis(600));
    assertThat(course).startsWith("6 peers, 0 unconnected", "did at 1000 ms", "1 of 6, 0 copies");
  }

  @Test
  void aRunWithoutAQuietEndLastsItsTime() throws Exception {
    Report.Run run =
        run(
            """
            "actions": [{"at": "0 s", "do": "spread", "by": 1}]}
            """);

    assertThat(run.lasted())
        .isGreaterThanOrEqualTo(Duration.ofSeconds(20))
        .isLessThan(Duration.ofMillis(20_050));
  }

  @Test
  void everyActionIsDoneAtItsTimeAndStandsInTheReport() throws Exception {
    Report.Run run = run("\"quiet\": \"1500 ms\", " + EveryAction.ACTIONS);

    assertThat(run.happenings())
        .filteredOn(it -> it.peer() == null)
        .extracting(it -> it.at().toMillis() + " " + it.what())
        .containsExactly(
            "0 kill",
            "200 begin",
            "300 end",
            "400 restart",
            "500 pause",
            "600 step",
            "700 resume",
            "800 change",
            "900 leave",
            "900 kill",
            "900 forget",
            "950 spread",
            "950 failed");
    assertThat(run.happenings())
        .filteredOn(it -> it.peer() != null)
        .extracting(it -> it.at().toMillis() + " " + it.what())
        .contains("0 stopped", "400 started", "900 stopped", "1900 stopped");
    assertThat(course).contains("failed at 950 ms: peer 2 does not run");
  }

  @Test
  void aBlockedPeerHearsOnceTheFaultHasEnded() throws Exception {
    Report.Run run =
        run(
            """
            "quiet": "4 s",
            "actions": [{"at": "0 s", "do": "begin", "name": "cut",
                         "fault": {"type": "block", "path": {"around": 6}}},
                        {"at": "0 s", "do": "spread", "by": 1},
                        {"at": "3 s", "do": "heal"}]}
            """);

    assertThat(run.rumors().getFirst().arrivals())
        .filteredOn(it -> it.peer().equals(run.peers().getLast().address()))
        .singleElement()
        .satisfies(
            it ->
                assertThat(Duration.between(run.began(), it.at()))
                    .isGreaterThan(Duration.ofSeconds(3)));
  }

  @Test
  void whatIsDoubledCountsAsTwoCopiesOfWhichOneIsADuplicate() throws Exception {
    String rest =
        """
        "quiet": "4 s",
        "actions": [%s{"at": "0 s", "do": "change", "settings": {"strategy": "flood"}},
                    {"at": "0 s", "do": "spread", "by": 1}]}
        """;
    String fault =
        """
        {"at": "0 s", "do": "begin", "fault": {"type": "duplicate", "share": %s}},
        """;
    SpreadFigures once = run(rest.formatted("")).rumors().getFirst().figures();
    Report.Run doubled = run(rest.formatted(fault.formatted("1")));
    SpreadFigures twice = doubled.rumors().getFirst().figures();
    SpreadFigures some = run(rest.formatted(fault.formatted("0.5"))).rumors().getFirst().figures();

    assertThat(List.of(once.reached(), twice.reached(), some.reached())).containsOnly(6);
    assertThat(twice.copies() % 2).isZero();
    for (SpreadFigures figures : List.of(once, twice, some)) {
      // Nothing is lost, so each copy is news to one of the other five, or a duplicate.
      assertThat(figures.lost()).isZero();
      assertThat(figures.copies()).isEqualTo(5 + figures.duplicates());
    }
    assertThat(some.copies()).isBetween(once.copies() + 1, twice.copies() - 1);
    assertThat(doubled.happenings())
        .extracting(Report.Happening::about)
        .contains("duplicate: duplication of 100 % everywhere");
  }

  @Test
  void aMessageTakesAsLongAsTheLatencySays() throws Exception {
    Report.Run run =
        run(
            """
            "latency": "10 ms", "quiet": "1 s", "variants": [{"name": "on a line", "topology": "line"}],
            "actions": [{"at": "0 s", "do": "change", "settings": {"strategy": "flood"}},
                        {"at": "0 s", "do": "spread", "by": 1}]}
            """);

    assertThat(sinceBirth(run)).containsExactly(0L, 10L, 20L, 30L, 40L, 50L);
    assertThat(ignored).isEmpty();
  }

  @Test
  void waysBetweenSitesAreAsLongAsTheLatencySays() throws Exception {
    Report.Run run =
        run(
            """
            "latency": {"sites": ["1-3", "4-6"], "within": "1 ms", "between": "200 ms"},
            "quiet": "1 s", "variants": [{"name": "on a line", "topology": "line"}],
            "actions": [{"at": "0 s", "do": "change", "settings": {"strategy": "flood"}},
                        {"at": "0 s", "do": "spread", "by": 1}]}
            """);

    assertThat(sinceBirth(run)).containsExactly(0L, 1L, 2L, 202L, 203L, 204L);
  }

  @Test
  void inStepARumorTakesOneHopInEachRound() throws Exception {
    Report.Run run =
        run(
            """
            "in_step": true, "quiet": "1 s",
            "variants": [{"name": "on a line", "topology": "line"}],
            "actions": [{"at": "0 s", "do": "change", "settings": {"strategy": "flood"}},
                        {"at": "0 s", "do": "spread", "by": 1}]}
            """);

    List<Long> times = sinceBirth(run);
    assertThat(times.subList(1, 6))
        .extracting(it -> it - times.get(1))
        .containsExactly(0L, 100L, 200L, 300L, 400L);
    assertThat(run.rumors().getFirst().arrivals()).extracting(Arrival::periods).isSorted();
  }

  private static List<Long> sinceBirth(Report.Run run) {
    List<Arrival> arrivals = run.rumors().getFirst().arrivals();
    return arrivals.stream()
        .map(it -> Duration.between(arrivals.getFirst().at(), it.at()).toMillis())
        .toList();
  }

  @Test
  void peersComeAndGoAtRandomTimesAndThoseThatComeHearTheRumor() throws Exception {
    Report.Run run =
        run(
            """
            "seed": 2, "churn": {"leave_per_minute": 9, "join_per_minute": 18},
            "actions": [{"at": "5 s", "do": "spread", "by": "random:1"}]}
            """);

    List<String> done =
        run.happenings().stream()
            .filter(it -> it.peer() == null)
            .map(Report.Happening::what)
            .toList();
    int joined = Collections.frequency(done, "join");
    int left = Collections.frequency(done, "leave");
    assertThat(List.of(joined, left)).as("in 20 s").containsExactly(10, 4);
    assertThat(run.peers()).hasSize(6 + joined);
    assertThat(run.happenings()).filteredOn(it -> it.what().equals("stopped")).hasSize(left);
    assertThat(run.run().members()).hasSize(6);
    assertThat(run.rumors().getFirst().arrivals())
        .extracting(Arrival::peer)
        .contains(run.peers().get(6).address());
  }

  @Test
  void aPeerThatJoinsBelongsToTheRun() throws Exception {
    Report.Run run =
        run(
            """
            "quiet": "2 s",
            "actions": [{"at": "0 s", "do": "join", "count": 2},
                        {"at": "0 s", "do": "kill", "peers": "1-6"},
                        {"at": "1 s", "do": "spread", "by": "random:1"}]}
            """);

    Report.RumorReport rumor = run.rumors().getFirst();
    assertThat(run.peers())
        .extracting(Report.Member::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(run.peers())
        .extracting(Report.Member::address)
        .contains(rumor.rumor().origin())
        .doesNotHaveDuplicates();
    assertThat(rumor.spread().conditions().run()).isNotNull();
  }

  @Test
  void noMorePeersJoinThanARunHasRoomFor() throws Exception {
    run(
        """
        "quiet": "100 ms",
        "actions": [{"at": "0 s", "do": "join", "count": 2000}]}
        """);

    assertThat(course).contains("failed at 0 ms: there have been 2000 peers, the most of one run");
  }

  @Test
  void theSameSeedGivesTheSameReportByteForByte() throws Exception {
    String rest =
        """
        "actions": [{"at": "0 s", "do": "begin", "fault": {"type": "loss", "share": 0.3}},
                    {"at": "0 s", "do": "begin",
                     "fault": {"type": "delay", "mean": "50 ms", "jitter": "50 ms"}},
                    {"at": "0 s", "do": "begin", "fault": {"type": "duplicate", "share": 0.3}},
                    {"at": "0 s", "do": "kill", "peers": "random:2"},
                    {"at": "100 ms", "do": "spread", "by": "random:1"}]}
        """;

    assertThat(report(rest)).isEqualTo(report(rest));
  }

  private String report(String rest) throws Exception {
    Report report = report(scenario(rest));
    return new String(ReportJson.write(report, "p2pgossip"), StandardCharsets.UTF_8);
  }

  private Report.Run run(String rest) throws Exception {
    return report(scenario(rest)).runs().getFirst();
  }

  private Report report(Scenario scenario) throws Exception {
    return new ScenarioRunner(VirtualStage.MAKER).run(scenario, new Course(), () -> false);
  }

  private static Scenario scenario(String rest) throws WireException {
    return ScenarioJson.read((HEAD + rest).getBytes(StandardCharsets.UTF_8));
  }

  private final class Course implements RunListener {
    @Override
    public void ignored(String words) {
      ignored.accept(words);
    }

    @Override
    public void began(int peers, int unconnected) {
      course.accept("%d peers, %d unconnected".formatted(peers, unconnected));
    }

    @Override
    public void did(TimedAction action) {
      course.accept("did at %d ms".formatted(action.at().toMillis()));
    }

    @Override
    public void failed(TimedAction action, String reason) {
      course.accept("failed at %d ms: %s".formatted(action.at().toMillis(), reason));
    }

    @Override
    public void wentOn(Duration since, int reached, int peers, long copies) {
      course.accept("%d of %d, %d copies".formatted(reached, peers, copies));
    }
  }

  @Test
  void theReportSaysWhatThePeersAreCalled() throws Exception {
    Report.Run run = run("\"names\": \"letters\"}");

    assertThat(run.peers())
        .extracting(peer -> String.valueOf(peer.name()))
        .startsWith("A", "B", "C");
  }
}

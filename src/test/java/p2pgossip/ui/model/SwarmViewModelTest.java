package p2pgossip.ui.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.between;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import p2pgossip.experiment.RunListener;
import p2pgossip.experiment.ScenarioRunner;
import p2pgossip.experiment.VirtualStage;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerWatcher;
import p2pgossip.network.Observation;
import p2pgossip.network.Run;
import p2pgossip.network.Spread;
import p2pgossip.pace.Pace;
import p2pgossip.peer.FreePorts;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.scenario.ConditionWords;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.Scenario;
import p2pgossip.steering.SteerablePeer;
import p2pgossip.testing.Recorder;
import p2pgossip.testing.Words;
import p2pgossip.ui.beat.Beat;
import p2pgossip.wire.ScenarioJson;

/// A scenario that is played in a window in virtual time, with a thread that stands for the FX
/// thread.
class SwarmViewModelTest {

  private final PeerRuntime runtime = new PeerRuntime(random -> "Hark", 1);
  private final ScheduledExecutorService fxThread = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final Recorder<Observation> observed = new Recorder<>();
  private final Recorder<String> told = new Recorder<>();
  private final Recorder<String> titles = new Recorder<>();
  private final SwarmViewModel swarm =
      new SwarmViewModel(
          runtime,
          background,
          fxThread,
          new Beat(fxThread, fxThread),
          this::hear,
          observed,
          told,
          told,
          () -> true);

  /// Who heard a rumour, and when.
  private final Recorder<Map.Entry<PeerAddress, Instant>> heard = new Recorder<>();

  private void hear(SteerablePeer peer) {
    peer.watch(
        new PeerWatcher() {
          @Override
          public void seen(PeerSnapshot snapshot) {}

          @Override
          public void happened(GossipEvent event) {
            if (event instanceof GossipEvent.RumorHeard news) {
              heard.accept(Map.entry(peer.address(), news.at()));
            }
          }
        });
  }

  @BeforeEach
  void begin() {
    swarm
        .stateProperty()
        .subscribe(
            state -> {
              String title = state == null ? null : state.title();
              if (title != null && !titles.contains(title)) {
                titles.accept(title);
              }
            });
  }

  @AfterEach
  void end() throws Exception {
    fxThread.submit(swarm::close).get();
    // The peers report their end to the last.
    background.close();
    fxThread.close();
    runtime.close();
  }

  private static Scenario twoRuns(String first, String second, String each) throws Exception {
    return ScenarioJson.read(
        """
        {"name": "a trial", "peers": 3, "topology": "line", "lasts": "%s",
         "settings": {"sentences": false},
         "actions": [{"at": "0 s", "do": "begin", "name": "cut", "fault": {"type": "block"}}],
         "variants": [{"name": "%s"}, {"name": "%s", "topology": "ring"}]}
        """
            .formatted(each, first, second)
            .getBytes(UTF_8));
  }

  private void play(Scenario scenario) {
    play(scenario, Run.Time.VIRTUAL);
  }

  private void play(Scenario scenario, Run.Time time) {
    fxThread.execute(
        () ->
            swarm.play(
                scenario,
                FreePorts.FIRST,
                time,
                first -> told.accept("stands"),
                ended -> told.accept("between, after " + ended)));
  }

  private void until(String words) {
    await().atMost(Duration.ofSeconds(60)).until(() -> told.contains(words));
  }

  @Test
  void playsTheRunsOfAScenarioOneAfterAnotherAndEndsTheFaultsBetweenThem() throws Exception {
    play(twoRuns("once", "again", "300 ms"));
    until("Scenario “again” is over.");

    assertThat(told)
        .containsExactly(
            "stands",
            "Scenario “once” begins.",
            "Scenario: begin cut: block everywhere.",
            "Scenario “once” is over.",
            "between, after once",
            "stands",
            "Scenario “again” begins.",
            "Scenario: begin cut: block everywhere.",
            "Scenario “again” is over.");
    assertThat(titles).containsExactly("once (1 of 2)", "again (2 of 2)");
    assertThat(faults()).containsExactly(0, 1, 0, 1);
    assertThat(observed.stream().flatMap(SwarmViewModelTest::runInWords))
        .containsExactly(
            "run 1 (a trial: once), line, seed 1, 3 peers, in virtual time",
            "end of 1",
            "run 2 (a trial: again), ring, seed 1, 3 peers, in virtual time");
  }

  @Test
  void aRunInVirtualTimeIsTheSameAsWithoutAWindow() throws Exception {
    Scenario scenario =
        ScenarioJson.read(
            """
            {"name": "a trial", "peers": 24, "topology": "small-world:4:0.1", "lasts": "20 s",
             "settings": {"sentences": false, "period": "1 s"},
             "actions": [{"at": "0 s", "do": "begin", "fault": {"type": "loss", "share": 0.2}},
                         {"at": "2 s", "do": "spread", "by": "random:1"}]}
            """
                .getBytes(UTF_8));
    fxThread.submit(() -> swarm.setPace(Pace.AT_ONCE)).get();
    play(scenario);
    until("Scenario “a trial” is over.");
    Report report =
        new ScenarioRunner(VirtualStage.MAKER).run(scenario, new RunListener() {}, () -> false);
    Spread spread = report.runs().getFirst().rumors().getFirst().spread();

    Instant told = heard.all().getFirst().getValue();
    assertThat(heard.stream().collect(toMap(Map.Entry::getKey, it -> between(told, it.getValue()))))
        .isEqualTo(
            spread.arrivals().entrySet().stream()
                .collect(
                    toMap(
                        Map.Entry::getKey,
                        it -> between(spread.rumor().born(), it.getValue().at()))));
  }

  @Test
  void endsARunOnceAllHasBeenQuiet() throws Exception {
    play(
        ScenarioJson.read(
            """
            {"name": "a trial", "peers": 2, "topology": "line", "lasts": "1 h", "quiet": "200 ms",
             "settings": {"sentences": false}, "actions": [{"at": "0 s", "do": "heal"}]}
            """
                .getBytes(UTF_8)));

    until("Scenario “a trial” is over.");
  }

  @Test
  void saysWhatOfAScenarioHasNoEffectOnRealPeers() throws Exception {
    play(
        ScenarioJson.read(
            """
            {"name": "a trial", "peers": 2, "topology": "line", "lasts": "0 s", "latency": "10 ms"}
            """
                .getBytes(UTF_8)),
        Run.Time.REAL);

    until("Scenario “a trial” is over.");
    assertThat(told)
        .filteredOn(line -> line.contains("latency"))
        .singleElement()
        .satisfies(
            line -> assertThat(line).matches(Words.of("Scenario: … in virtual time only; ….")));
  }

  private static Stream<String> runInWords(Observation observation) {
    return switch (observation) {
      case Observation.RunBegan it -> Stream.of(ConditionWords.network(it.run()));
      case Observation.RunEnded it -> Stream.of("end of " + it.number());
      default -> Stream.empty();
    };
  }

  /// How many faults were in force, one after another.
  private List<Integer> faults() {
    List<Integer> counts = new ArrayList<>();
    for (Observation observation : observed.all()) {
      if (observation instanceof Observation.FaultsChanged(var _, var inForce)
          && (counts.isEmpty() || counts.getLast() != inForce.size())) {
        counts.add(inForce.size());
      }
    }
    return counts;
  }

  @Test
  void doesNotGoOnWithAScenarioThatGaveWayToAnother() throws Exception {
    // Long enough not to end by itself before it is replaced.
    play(twoRuns("once", "again", "1 h"));
    until("Scenario: begin cut: block everywhere.");
    play(twoRuns("other", "last", "300 ms"));
    until("Scenario “last” is over.");

    assertThat(told).doesNotContain("between, after once", "Scenario “again” begins.");
    assertThat(titles).containsExactly("once (1 of 2)", "other (1 of 2)", "last (2 of 2)");
    assertThat(faults()).containsExactly(0, 1, 0, 1, 0, 1);
  }
}

package p2pgossip.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import p2pgossip.network.Run;
import p2pgossip.peer.PeerRuntime;
import p2pgossip.scenario.ActionWords;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.TimedAction;
import p2pgossip.testing.Recorder;
import p2pgossip.wire.ScenarioJson;

/// Runs scenarios on real peers. What the peers do is tested in virtual time.
class RealScenarioTest {

  private final Recorder<TimedAction> done = new Recorder<>();
  private final Recorder<String> ignored = new Recorder<>();
  private final Recorder<Integer> running = new Recorder<>();

  @Test
  void eachRunHasRealPeersOfItsOwn() throws Exception {
    Report report =
        run(
            """
            "quiet": "300 ms", "actions": [{"at": "0 s", "do": "spread", "by": 1}],
            "variants": [{"name": "once"}, {"name": "again"}]}
            """,
            () -> false);

    assertThat(report.complete()).isTrue();
    assertThat(report.runs()).extracting(Report.Run::name).containsExactly("once", "again");
    assertThat(report.runs())
        .allSatisfy(
            run -> {
              assertThat(run.run().time()).isEqualTo(Run.Time.REAL);
              assertThat(run.peers()).allMatch(it -> it.address().ip().isLoopbackAddress());
              assertThat(run.rumors().getFirst().figures().reached()).isEqualTo(3);
              assertThat(run.lasted()).isLessThan(Duration.ofSeconds(20));
            });
  }

  @Test
  void aRunThatIsCancelledEndsEarly() throws Exception {
    Report report =
        run(
            """
            "actions": [{"at": "0 s", "do": "spread", "by": 1}, {"at": "19 s", "do": "heal"}]}
            """,
            () -> !done.isEmpty());

    assertThat(report.complete()).isFalse();
    assertThat(report.runs()).hasSize(1);
    assertThat(done.all()).hasSize(1);
  }

  @Test
  void aLatencyIsSaidToBeIgnored() throws Exception {
    Report report = run("\"latency\": \"9 s\", \"quiet\": \"0 s\"}", () -> false);

    String words =
        "the latency of this scenario acts in virtual time only; on real sockets messages take"
            + " their own time";
    assertThat(ignored).containsExactly(words);
    assertThat(report.runs().getFirst().happenings())
        .filteredOn(it -> it.what().equals("ignored"))
        .extracting(Report.Happening::about)
        .containsExactly(words);
  }

  @Test
  void thatPeersAreInStepIsSaidToBeIgnored() throws Exception {
    Report _ = run("\"in_step\": true, \"quiet\": \"0 s\"}", () -> false);

    assertThat(ignored)
        .containsExactly(
            "the peers of this scenario are in step in virtual time only; on real sockets each"
                + " begins its periods at a moment of its own");
  }

  @Test
  void realPeersComeAndGoAtRandomTimesToo() throws Exception {
    Report report =
        run(
            """
            "churn": {"leave_per_minute": 60, "join_per_minute": 600}}
            """,
            // A peer counts as soon as it runs, which is later than its joining began.
            () -> did("leave") && running.any(peers -> peers > 3));

    assertThat(report.runs().getFirst().peers()).hasSizeGreaterThan(3);
    assertThat(report.runs().getFirst().happenings())
        .extracting(Report.Happening::what)
        .contains("join", "leave");
  }

  private boolean did(String verb) {
    return done.any(it -> ActionWords.verb(it.action()).equals(verb));
  }

  private Report run(String rest, BooleanSupplier cancelled) throws Exception {
    String head =
        """
        {"name": "a trial", "peers": 3, "topology": "line", "lasts": "20 s",
         "settings": {"period": "100 ms", "sentences": false, "strategy": "flood"},
        """;
    RunListener course =
        new RunListener() {
          @Override
          public void ignored(String words) {
            ignored.accept(words);
          }

          @Override
          public void did(TimedAction action) {
            done.accept(action);
          }

          @Override
          public void wentOn(Duration since, int reached, int peers, long copies) {
            running.accept(peers);
          }
        };
    Stage.Maker real =
        RealStage.of(seed -> new PeerRuntime(_ -> "gossip", seed), 0, InstantSource.system());
    return new ScenarioRunner(real)
        .run(ScenarioJson.read((head + rest).getBytes(StandardCharsets.UTF_8)), course, cancelled);
  }
}

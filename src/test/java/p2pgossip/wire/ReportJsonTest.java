package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Run;
import p2pgossip.scenario.Action;
import p2pgossip.scenario.Report;
import p2pgossip.scenario.Scenario;
import p2pgossip.scenario.Selection;
import p2pgossip.scenario.SettingsChange;
import p2pgossip.scenario.TimedAction;
import p2pgossip.scenario.Variant;
import p2pgossip.topology.Line;

class ReportJsonTest {

  private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

  private static final Scenario SCENARIO =
      new Scenario(
          "a trial",
          "",
          7,
          2,
          1,
          new Line(),
          PeerSettings.DEFAULT.withSentences(false),
          Duration.ofSeconds(20),
          Duration.ofMillis(400),
          List.of(
              new TimedAction(Duration.ZERO, new Action.Spread(new Selection.These(1), "Hark!")),
              new TimedAction(Duration.ofMillis(1_500), new Action.Heal())),
          List.of(new Variant("as it is", SettingsChange.NONE, null)));

  private static Report report(PeerSettings settings) {
    return new Report(
        SCENARIO,
        NOON,
        true,
        List.of(
            new Report.Run(
                "as it is",
                new Run(
                    1,
                    "a trial",
                    "as it is",
                    1,
                    "line",
                    7,
                    1,
                    List.of(
                        PeerAddress.parse("127.0.0.1:8080"), PeerAddress.parse("127.0.0.1:8081")),
                    Run.Time.REAL,
                    false),
                new Line(),
                settings,
                true,
                NOON.plusMillis(300),
                Duration.ofMillis(2_500),
                List.of(
                    new Report.Member(1, PeerAddress.parse("127.0.0.1:8080"), false),
                    new Report.Member(2, PeerAddress.parse("127.0.0.1:8081"), true)),
                List.of(),
                List.of(new Report.Happening(Duration.ofMillis(1_501), null, "heal", "")))));
  }

  private static String write(PeerSettings settings) {
    return new String(ReportJson.write(report(settings), "p2pgossip 1.0.0"), UTF_8);
  }

  @Test
  void aReportHoldsAllSettingsIncludingDefaults() {
    assertThat(write(SCENARIO.settings()))
        .isEqualTo(
            """
            {
              "program": "p2pgossip 1.0.0",
              "scenario": "a trial",
              "description": "",
              "seed": 7,
              "lasts": "20 s",
              "quiet": "400 ms",
              "actions": [
                {"at": "0 s", "do": "spread", "by": 1, "text": "Hark!"},
                {"at": "1.5 s", "do": "heal"}
              ],
              "began": "2026-11-27T12:00:00Z",
              "complete": true,
              "runs": [
                {
                  "name": "as it is",
                  "number": 1,
                  "repetition": 1,
                  "seed": 7,
                  "time": "real",
                  "topology": "line",
                  "settings": {
                    "period": "5 s",
                    "update": false,
                    "sentences": false,
                    "text": "",
                    "failure_limit": 3,
                    "max_peers": 256,
                    "strategy": "push-pull",
                    "fanout": 3,
                    "interest": "blind-counter:6",
                    "hop_limit": 256
                  },
                  "tls": true,
                  "began": "2026-11-27T12:00:00.300Z",
                  "lasted": 2.5,
                  "peers": [
                    {
                      "number": 1,
                      "address": "127.0.0.1:8080",
                      "original": false
                    },
                    {
                      "number": 2,
                      "address": "127.0.0.1:8081",
                      "original": true
                    }
                  ],
                  "rumors": [],
                  "happenings": [
                    {
                      "at": 1.501,
                      "what": "heal",
                      "about": ""
                    }
                  ]
                }
              ]
            }
            """);
  }

  /// Whatever the defaults are by then.
  @Test
  void theSettingsInAReportReproduceThem() throws Exception {
    PeerSettings later =
        PeerSettings.DEFAULT
            .withPeriod(Duration.ofSeconds(9))
            .withUpdate(true)
            .withText("Hark!")
            .withFailureLimit(9)
            .withMaxPeers(9)
            .withSpreading(new Spreading(Strategy.FLOOD, 9, Spreading.DEFAULT.interest(), 9));

    Spreading byChance =
        Spreading.DEFAULT.withStrategy(Strategy.GOSSIP1).withForwarding(new Forwarding(0.65, 4));

    for (PeerSettings settings :
        List.of(
            SCENARIO.settings(),
            later.withSentences(false),
            SCENARIO.settings().withSpreading(byChance))) {
      SettingsChange read =
          SettingsChangeJson.CODEC.read(
              JsonInput.file(write(settings).getBytes(UTF_8), "a report")
                  .objects("runs", 1)
                  .getFirst()
                  .object("settings"));

      assertThat(read.applyTo(later)).isEqualTo(settings);
    }
  }
}

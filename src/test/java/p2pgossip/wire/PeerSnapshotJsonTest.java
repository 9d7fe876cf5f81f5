package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.gossip.PeerSnapshot.Acquaintance;
import p2pgossip.gossip.PeerSnapshot.HeardRumor;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Standing;
import p2pgossip.gossip.Strategy;
import p2pgossip.testing.Words;

class PeerSnapshotJsonTest {

  private static final PeerAddress PEER = PeerAddress.parse("10.0.0.7:8080");
  private static final PeerAddress OTHER = PeerAddress.parse("10.0.0.3:8080");
  private static final PeerAddress LONGEST =
      PeerAddress.parse("[1111:2222:3333:4444:5555:6666:7777:8888]:65535");

  private static final PeerSnapshot SNAPSHOT =
      new PeerSnapshot(
          Instant.parse("2026-11-22T06:45:12.250Z"),
          PEER,
          new Peer(
              Instant.parse("2026-11-22T06:45:06Z"),
              Duration.ofSeconds(1),
              8080,
              null,
              Set.of(Offer.values())),
          PeerSettings.DEFAULT.withPeriod(Duration.ofSeconds(1)),
          7,
          List.of(new Acquaintance(OTHER, Standing.CONNECTED, Mutuality.MUTUAL)),
          List.of(
              new HeardRumor(
                  new Rumor(
                      new RumorId("9f86d081884c7d65"),
                      OTHER,
                      Instant.parse("2026-11-22T06:45:06.600Z"),
                      "The bridge is closed"),
                  1,
                  Instant.parse("2026-11-22T06:45:08.100Z"),
                  OTHER,
                  3,
                  2,
                  true)));

  private static final String JSON =
      """
      {"at":"2026-11-22T06:45:12.250Z","address":"10.0.0.7:8080",
       "self":{"started":"2026-11-22T06:45:06Z","period":{"secs":1,"nanos":0},"port":8080,
        "offers":["sender","rumors","events","leave"]},
       "settings":{"period":{"secs":1,"nanos":0},"update":false,"paused":false,
        "whole_network":false,"failure_limit":3,"max_peers":256,"sentences":true,
        "spreading":{"strategy":"push-pull","fanout":3,
         "interest":{"end":"counter","contacts":"feedback","k":2},"hop_limit":256},"tunable":true,"keep":false},
       "periods":7,
       "neighbors":[{"address":"10.0.0.3:8080","standing":"connected","mutual":true}],
       "rumors":[{"id":"9f86d081884c7d65","origin":"10.0.0.3:8080",
        "born":"2026-11-22T06:45:06.600Z","text":"The bridge is closed",
        "hops":1,"at":"2026-11-22T06:45:08.100Z","from":"10.0.0.3:8080","period":3,
        "repeats":2,"spreading":true}]}
      """;

  private static PeerSnapshot read(String json) throws WireException {
    return PeerSnapshotJson.read(json.getBytes(UTF_8));
  }

  private static String reasonFor(String json) {
    return Refusals.reasonFor(PeerSnapshotJsonTest::read, json);
  }

  @Test
  void aStateLooksAsTheProtocolHasIt() throws WireException {
    assertThat(read(JSON).settings().spreading()).isNotNull();
    assertThat(PeerSnapshotJson.write(read(JSON)))
        .asString(UTF_8)
        .isEqualTo(JSON.replaceAll("\\n *", ""));
  }

  @Test
  void everyStateIsReadAsItWasWritten() throws WireException {
    assertThat(PeerSnapshotJson.read(PeerSnapshotJson.write(SNAPSHOT))).isEqualTo(SNAPSHOT);
    RandomValues values = new RandomValues(new Random(20261122));
    for (int i = 0; i < 500; i++) {
      PeerSnapshot snapshot = values.of(PeerSnapshot.class);
      assertThat(PeerSnapshotJson.read(PeerSnapshotJson.write(snapshot))).isEqualTo(snapshot);
    }
  }

  @Test
  void theLargestStateKeepsWithinItsBoundAndShowsTheNewestRumours() throws WireException {
    String worst = "\u0001".repeat(PeerSettings.LONGEST_TEXT);
    HeardRumor rumor =
        new HeardRumor(
            new Rumor(new RumorId("x".repeat(64)), LONGEST, Instant.EPOCH, worst),
            10_000,
            Instant.EPOCH,
            LONGEST,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            false);
    PeerName name = new PeerName("🐝".repeat(PeerName.LONGEST));
    PeerSnapshot large =
        new PeerSnapshot(
            SNAPSHOT.at(),
            LONGEST,
            SNAPSHOT.self(),
            SNAPSHOT.settings().withText(worst),
            Long.MAX_VALUE,
            Collections.nCopies(
                3_000, new Acquaintance(LONGEST, Standing.UNREACHABLE, Mutuality.ONE_WAY, name)),
            Collections.nCopies(1_000, rumor));
    byte[] json = PeerSnapshotJson.write(large);
    assertThat(json).hasSizeLessThanOrEqualTo(PeerSnapshotJson.LARGEST);
    PeerSnapshot read = PeerSnapshotJson.read(json);
    assertThat(read.neighbors()).hasSize(PeerSnapshotJson.MOST_NEIGHBORS);
    assertThat(read.rumors()).hasSizeBetween(20, 30).containsOnly(rumor);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"periods\":7, | '' | \"periods\" is missing",
        "\"periods\":7 | \"periods\":7,\"periods\":7 | \"periods\" is given twice",
        "\"connected\" | \"married\" | \"standing\" of item 1 of \"neighbors\" must be \"pending\""
            + " or \"connected\" or \"learned\" or \"unreachable\" or \"refused\", not \"married\"",
        "\"neighbors\":[ | \"neighbors\":[7, | \"neighbors\" … objects, not a number",
        "\"neighbors\":[ | \"neighbors\":{},\"x\":[ | \"neighbors\" … array, not an object",
        "\"repeats\":2 | \"repeats\":2.5 | \"repeats\" of item 1 of \"rumors\" … whole number …"
            + " from 0 to 9223372036854775807, not 2.5",
        "\"push-pull\" | \"shout\" | \"strategy\" of \"spreading\" of \"settings\" … \"direct\" …"
            + " \"anti-entropy\", not \"shout\"",
        "\"port\":8080, | '' | \"port\" of \"self\" is missing"
      })
  void aWrongFieldIsNamedWithWhatItShouldBe(String right, String wrong, String reason) {
    assertThat(reasonFor(JSON.replace(right, wrong))).matches(Words.of(reason));
  }

  @ParameterizedTest
  @CsvSource({"whisper, PUSH_PULL", "flood, FLOOD", "'', PUSH_PULL"})
  void anUnknownStrategyIsReadAsItsSubstitute(String exactly, Strategy taken) throws WireException {
    String newer = "\"strategy\":\"push-pull\",\"exactly\":\"" + exactly + '"';

    assertThat(
            read(JSON.replace("\"strategy\":\"push-pull\"", newer))
                .settings()
                .spreading()
                .strategy())
        .isEqualTo(taken);
  }

  @Test
  void aRumourThatIsTooLongIsRefused() {
    assertThat(reasonFor(JSON.replace("The bridge is closed", "é".repeat(2_049))))
        .matches(Words.of("a rumour's text … 4096 …"));
  }
}

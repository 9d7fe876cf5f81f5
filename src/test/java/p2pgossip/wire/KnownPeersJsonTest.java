package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.testing.Words;

class KnownPeersJsonTest {

  private static final String PEER_JSON =
      "{\"started\":\"2026-11-22T06:45:06Z\",\"period\":{\"secs\":1,\"nanos\":0},"
          + "\"port\":18082,\"host_alias\":null}";
  private static final Peer PEER =
      new Peer(Instant.parse("2026-11-22T06:45:06Z"), Duration.ofSeconds(1), 18082, null, Set.of());

  private static PeerAddress address(String text) {
    return PeerAddress.parse(text);
  }

  private static Reply.Known read(String json) throws WireException {
    return KnownPeersJson.read(json.getBytes(UTF_8), 100);
  }

  private static String entries(String... keys) {
    StringBuilder json = new StringBuilder("{");
    for (String key : keys) {
      json.append(json.length() == 1 ? "" : ",").append('"').append(key).append("\":");
      json.append(PEER_JSON);
    }
    return json.append('}').toString();
  }

  @Test
  void noPeersAreAnEmptyObject() throws WireException {
    assertThat(KnownPeersJson.write(Map.of(), new Random(1))).asString(UTF_8).isEqualTo("{}");
    assertThat(read("{}")).isEqualTo(new Reply.Known(Map.of(), 0));
  }

  @Test
  void whatIsWrittenIsByteForByteWhatTheOriginalWrites() {
    assertThat(KnownPeersJson.write(Map.of(address("127.0.0.1:18082"), PEER), new Random(1)))
        .asString(UTF_8)
        .isEqualTo(entries("127.0.0.1:18082"));
    assertThat(KnownPeersJson.write(Map.of(address("[::1]:18082"), PEER), new Random(1)))
        .asString(UTF_8)
        .isEqualTo(entries("[::1]:18082"));
  }

  @Test
  void offersAreNotWritten() {
    Peer offering =
        new Peer(PEER.started(), PEER.period(), PEER.port(), null, Set.of(Offer.SENDER));
    assertThat(KnownPeersJson.write(Map.of(address("127.0.0.1:18082"), offering), new Random(1)))
        .asString(UTF_8)
        .isEqualTo(entries("127.0.0.1:18082"));
  }

  @Test
  void bothKindsOfAddressAreRead() throws WireException {
    assertThat(read(entries("10.0.0.7:1", "[2001:db8::1]:65535")))
        .isEqualTo(
            new Reply.Known(
                Map.of(address("10.0.0.7:1"), PEER, address("[2001:db8::1]:65535"), PEER), 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"localhost:8080\":" + PEER_JSON,
        "\"10.0.0.8\":" + PEER_JSON,
        "\"10.0.0.8:0\":" + PEER_JSON,
        "\"0.0.0.0:8080\":" + PEER_JSON,
        "\"224.0.0.1:8080\":" + PEER_JSON,
        "\"::1:8080\":" + PEER_JSON,
        "\"\":" + PEER_JSON,
        "\"10.0.0.7:1\":" + PEER_JSON,
        "\"10.0.0.8:1\":null",
        "\"10.0.0.8:1\":[[{}],\"}\"]",
        "\"10.0.0.8:1\":{\"port\":1,\"port\":{\"x\":[]},\"started\":\"}\"}"
      })
  void aBadEntryIsCountedAndTheOthersAreUsed(String bad) throws WireException {
    String json =
        entries("10.0.0.7:1", "10.0.0.9:1").replace("},\"10.0.0.9", "}," + bad + ",\"10.0.0.9");
    assertThat(read(json))
        .isEqualTo(
            new Reply.Known(Map.of(address("10.0.0.7:1"), PEER, address("10.0.0.9:1"), PEER), 1));
  }

  @Test
  void entriesOverTheBoundAreCounted() throws WireException {
    Map<PeerAddress, Peer> many = RandomPeers.known(new Random(3), 250);
    Reply.Known known = KnownPeersJson.read(KnownPeersJson.write(many, new Random(4)), 100);
    assertThat(known.peers()).hasSize(100);
    assertThat(many).containsAllEntriesOf(known.peers());
    assertThat(known.ignored()).isEqualTo(150);
  }

  @Test
  void aBodyThatBreaksOffAnywhereGivesTheEntriesBefore() throws WireException {
    byte[] whole = entries("10.0.0.7:1", "[2001:db8::1]:7", "10.0.0.9:1").getBytes(UTF_8);
    int firstEnd = entries("10.0.0.7:1").length() - 1;
    int secondEnd = entries("10.0.0.7:1", "[2001:db8::1]:7").length() - 1;
    for (int length = 1; length < whole.length; length++) {
      int complete = length < firstEnd ? 0 : length < secondEnd ? 1 : 2;
      Reply.Known known = KnownPeersJson.read(Arrays.copyOf(whole, length), 100);
      // The last byte but one ends the third entry.
      boolean third = length == whole.length - 1;
      assertThat(known.peers()).as("%d bytes", length).hasSize(third ? 3 : complete);
      assertThat(known.ignored()).isEqualTo(1);
    }
  }

  @Test
  void aBodyCutInTheMiddleOfACharacterGivesTheEntriesBefore() throws WireException {
    byte[] whole = (entries("10.0.0.7:1").replace("}}", "}") + ",\"é").getBytes(UTF_8);
    assertThat(KnownPeersJson.read(Arrays.copyOf(whole, whole.length - 1), 100))
        .isEqualTo(new Reply.Known(Map.of(address("10.0.0.7:1"), PEER), 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | known peers … object, not an array",
        "null | known peers … object, not null",
        "'' | … ends too early",
        "'<html>' | not JSON: … line 1 column 1 …"
      })
  void anythingButAnObjectIsRefused(String json, String reason) {
    assertThatExceptionOfType(WireException.class)
        .isThrownBy(() -> read(json))
        .withMessageMatching(Words.of(reason).pattern());
  }

  @Test
  void aListThatFitsIsWrittenInFull() throws WireException {
    Map<PeerAddress, Peer> many = RandomPeers.known(new Random(5), 300);
    assertThat(KnownPeersJson.read(KnownPeersJson.write(many, new Random(6)), 1_000))
        .isEqualTo(new Reply.Known(many, 0));
  }

  @Test
  void aFreshSampleOf64KiBIsWrittenOfTooMany() throws WireException {
    Map<PeerAddress, Peer> many = RandomPeers.known(new Random(7), 1_500);
    Map<PeerAddress, Integer> seen = new HashMap<>();
    Random random = new Random(8);
    for (int i = 0; i < 20; i++) {
      byte[] body = KnownPeersJson.write(many, random);
      assertThat(body.length).isBetween(65_000, 65_535);
      Reply.Known known = KnownPeersJson.read(body, 10_000);
      assertThat(known.ignored()).isZero();
      assertThat(many).containsAllEntriesOf(known.peers());
      for (PeerAddress address : known.peers().keySet()) {
        seen.merge(address, 1, Integer::sum);
      }
    }
    // About 430 of 3,000 fit: in 60 samples hardly one is missing, and hardly one is in most of
    // them.
    assertThat(seen.size()).isGreaterThan(1_450);
    assertThat(seen.values()).allMatch(times -> times < 17);
  }
}

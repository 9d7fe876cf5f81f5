package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.Reply;
import p2pgossip.testing.Words;

class PeerJsonTest {

  private static final Instant STARTED = Instant.parse("2026-11-22T06:45:06.601679016Z");
  private static final Peer PEER = new Peer(STARTED, Duration.ofSeconds(5), 18081, null, Set.of());

  private static final String ORIGINAL =
      "{\"started\":\"2026-11-22T06:45:06.601679016Z\",\"period\":{\"secs\":5,\"nanos\":0},"
          + "\"port\":18081,\"host_alias\":null}";

  private static Peer read(String json) throws WireException {
    return PeerJson.read(json.getBytes(UTF_8));
  }

  private static String reasonFor(String json) {
    return Refusals.reasonFor(PeerJsonTest::read, json);
  }

  private static String withStarted(String started) {
    return ORIGINAL.replace("2026-11-22T06:45:06.601679016Z", started);
  }

  private static String withPeriod(String period) {
    return ORIGINAL.replace("{\"secs\":5,\"nanos\":0}", period);
  }

  private static String withPort(String port) {
    return ORIGINAL.replace("18081", port);
  }

  private static String withAlias(String alias) {
    return ORIGINAL.replace("\"host_alias\":null", "\"host_alias\":" + alias);
  }

  private static String withMore(String more) {
    return ORIGINAL.replace("null}", "null," + more + "}");
  }

  @Test
  void theOriginalsAnswerIsRead() throws WireException {
    assertThat(read(ORIGINAL)).isEqualTo(PEER);
  }

  @Test
  void whatIsWrittenIsByteForByteWhatTheOriginalWrites() {
    assertThat(PeerJson.write(PEER)).asString(UTF_8).isEqualTo(ORIGINAL);
  }

  @Test
  void aPeerWithoutAnAliasFieldHasNone() throws WireException {
    assertThat(read(ORIGINAL.replace(",\"host_alias\":null", ""))).isEqualTo(PEER);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T06:45:06Z, 2026-11-22T06:45:06Z",
    "2026-11-22T06:45:06.6Z, 2026-11-22T06:45:06.600Z",
    "2026-11-22T06:45:06.123456789Z, 2026-11-22T06:45:06.123456789Z",
    "2026-11-22T06:45:06+02:00, 2026-11-22T04:45:06Z",
    "2026-11-22T06:45:06.5-05:30, 2026-11-22T12:15:06.500Z",
    "2026-11-22T06:45:06-00:00, 2026-11-22T06:45:06Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z"
  })
  void aTimeOfRfc3339IsRead(String text, Instant time) throws WireException {
    assertThat(read(withStarted(text)).started()).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "now",
        "2026-11-22",
        "2026-11-22T06:45:06",
        "2026-11-22t06:45:06Z",
        "2026-11-22T06:45:06z",
        "2026-11-22 06:45:06Z",
        "2026-11-22T06:45Z",
        "2026-11-22T06:45:06.Z",
        "2026-11-22T06:45:06.1234567890Z",
        "2026-11-22T06:45:06,5Z",
        "2026-11-22T06:45:06+0200",
        "2026-11-22T06:45:06+24:00",
        "2026-11-22T06:45:06+02:60",
        "2026-11-22T24:00:00Z",
        "2026-11-22T06:60:00Z",
        "2026-11-22T06:45:61Z",
        "2026-13-01T00:00:00Z",
        "2026-02-29T00:00:00Z",
        "2026-11-22T06:45:06Z ",
        "+12026-11-22T06:45:06Z",
        "9999-12-31T23:59:59-01:00",
        "0000-01-01T00:00:00+01:00",
        "２０２６-11-22T06:45:06Z"
      })
  void anyOtherTimeIsRefusedWithItsText(String text) {
    assertThat(reasonFor(withStarted(text))).startsWith("\"started\" ").contains(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"secs\":0,\"nanos\":0} | PT0S",
        "{\"nanos\":500000000,\"secs\":1} | PT1.5S",
        "{\"secs\":1,\"nanos\":4294967295} | PT5.294967295S",
        "{\"secs\":3153600000,\"nanos\":0} | PT876000H",
        "{\"secs\":3153600000,\"nanos\":1} | PT876000H",
        "{\"secs\":9223372036854775808,\"nanos\":0} | PT876000H",
        "{\"secs\":18446744073709551615,\"nanos\":999999999} | PT876000H"
      })
  void aPeriodIsReadUpToAHundredYears(String json, Duration period) throws WireException {
    assertThat(read(withPeriod(json)).period()).isEqualTo(period);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5 | \"period\" must be an object such as {\"secs\":5,\"nanos\":0}, not a number",
        "[5,0] | \"period\" must be an object such as {\"secs\":5,\"nanos\":0}, not an array",
        "null | \"period\" must be an object such as {\"secs\":5,\"nanos\":0}, not null",
        "{\"secs\":5} | \"nanos\" of \"period\" is missing",
        "{\"nanos\":5} | \"secs\" of \"period\" is missing",
        "{\"secs\":5,\"nanos\":0,\"ms\":1} | \"period\" must have \"secs\" and \"nanos\" once each"
            + " and nothing else, not \"ms\"",
        "{\"secs\":5,\"secs\":5,\"nanos\":0} | \"period\" must have \"secs\" and \"nanos\" once"
            + " each and nothing else, not \"secs\"",
        "{\"secs\":-1,\"nanos\":0} | \"secs\" of \"period\" … whole number … from 0 to"
            + " 18446744073709551615, not -1",
        "{\"secs\":5.0,\"nanos\":0} | \"secs\" of \"period\" … whole number … from 0 to"
            + " 18446744073709551615, not 5.0",
        "{\"secs\":1e3,\"nanos\":0} | \"secs\" of \"period\" … whole number … from 0 to"
            + " 18446744073709551615, not 1e3",
        "{\"secs\":\"5\",\"nanos\":0} | \"secs\" of \"period\" … whole number … from 0 to"
            + " 18446744073709551615, not a string",
        "{\"secs\":18446744073709551616,\"nanos\":0} | \"secs\" of \"period\" … whole number … from"
            + " 0 to 18446744073709551615, not 18446744073709551616",
        "{\"secs\":5,\"nanos\":4294967296} | \"nanos\" of \"period\" … whole number … from 0 to"
            + " 4294967295, not 4294967296",
        "{\"secs\":18446744073709551615,\"nanos\":1000000000} | \"period\" overflows"
      })
  void anyOtherPeriodIsRefusedInWords(String json, String reason) {
    assertThat(reasonFor(withPeriod(json))).matches(Words.of(reason));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8080, 65535})
  void everyPortIsRead(int port) throws WireException {
    assertThat(read(withPort(Integer.toString(port))).port()).isEqualTo(port);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, -1",
    "-0, -0",
    "65536, 65536",
    "80.0, 80.0",
    "1e3, 1e3",
    "'\"8080\"', a string",
    "null, null",
    "true, a boolean"
  })
  void anyOtherPortIsRefusedInWords(String json, String found) {
    assertThat(reasonFor(withPort(json)))
        .matches(Words.of("\"port\" … whole number … from 0 to 65535, not " + found));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.7", "127.0.0.1", "::1", "2001:db8::8:800:200c:417a", "0.0.0.0"})
  void anIpAddressIsReadAsAliasAndWrittenAgain(String alias) throws WireException {
    String json = withAlias('"' + alias + '"');
    assertThat(read(json).hostAlias()).isEqualTo(InetAddress.ofLiteral(alias));
    assertThat(PeerJson.write(read(json))).asString(UTF_8).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "", "10.0.0", "10.0.0.256", "fe80::1%lo", "10.0.0.7:80"})
  void aNameIsRefusedAsAlias(String alias) {
    assertThat(reasonFor(withAlias('"' + alias + '"')))
        .isEqualTo("\"host_alias\" must be an IP address or null, not \"" + alias + "\"");
  }

  @Test
  void anAliasOfAnotherTypeIsRefused() {
    assertThat(reasonFor(withAlias("7")))
        .matches(Words.of("\"host_alias\" … string, not a number"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"new\":{\"a\":[1,{\"b\":null}]}",
        "\"new\":1,\"new\":2",
        "\"offers\":null",
        "\"offers\":\"sender\"",
        "\"offers\":{\"sender\":true}",
        "\"offers\":[]",
        "\"offers\":[\"telepathy\",7,null,[\"sender\"]]"
      })
  void unknownFieldsAreIgnored(String more) throws WireException {
    assertThat(read(withMore(more))).isEqualTo(PEER);
  }

  @Test
  void offersAreRead() throws WireException {
    assertThat(read(withMore("\"offers\":[\"telepathy\",\"sender\",\"sender\"]")).offers())
        .containsExactly(Offer.SENDER);
  }

  @Test
  void offersAreWrittenInTheHandshakeAlone() {
    Peer offering = new Peer(STARTED, Duration.ofSeconds(5), 18081, null, Set.of(Offer.SENDER));
    assertThat(PeerJson.writeHandshake(offering))
        .asString(UTF_8)
        .isEqualTo(withMore("\"offers\":[\"sender\"]"));
    assertThat(PeerJson.write(offering)).asString(UTF_8).isEqualTo(ORIGINAL);
  }

  @Test
  void aPeerThatOffersNothingShakesHandsAsTheOriginalDoes() {
    assertThat(PeerJson.writeHandshake(PEER)).asString(UTF_8).isEqualTo(ORIGINAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | \"started\" is missing",
        "{\"started\":\"2026-11-22T06:45:06Z\"} | \"period\" is missing",
        "{\"started\":\"2026-11-22T06:45:06Z\",\"period\":{\"secs\":5,\"nanos\":0}} | \"port\" is"
            + " missing",
        "{\"started\":7} | \"started\" … string, not a number",
        "[] | a peer … object, not an array",
        "null | a peer … object, not null",
        "\"peer\" | a peer … object, not a string"
      })
  void aMissingFieldOrWrongTypeIsNamed(String json, String reason) {
    assertThat(reasonFor(json)).matches(Words.of(reason));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"port\":18081",
        "\"started\":\"2026-11-22T06:45:06Z\"",
        "\"period\":{\"secs\":5,\"nanos\":0}",
        "\"host_alias\":null",
        "\"offers\":[],\"offers\":[]"
      })
  void aFieldGivenTwiceIsRefused(String field) {
    assertThat(reasonFor(withMore(field)))
        .isEqualTo(field.substring(0, field.indexOf(':')) + " is given twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'port':1}",
        "{port:1}",
        "{\"port\":01}",
        "{\"port\":NaN}",
        "{\"a\":\"\t\"}",
        "x"
      })
  void anythingButJsonIsRefusedOnOneLine(String json) {
    assertThat(reasonFor(json)).startsWith("not JSON: ").doesNotContain("\n", "http");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{\"port\"", "{\"port\":1", "{\"port\":1,"})
  void aBodyThatIsCutOffIsRefused(String json) {
    assertThat(reasonFor(json)).matches(Words.of("… ends too early"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "x", ",", "null"})
  void textAfterThePeerIsRefused(String more) {
    assertThatExceptionOfType(WireException.class).isThrownBy(() -> read(ORIGINAL + more));
  }

  @Test
  void nestingWithoutEndIsRefused() {
    assertThat(reasonFor("{\"a\":" + "[".repeat(100_000))).startsWith("not JSON: ");
  }

  @Test
  void aBodyInAnotherCharacterSetIsRefused() {
    byte[] body = withMore("\"name\":\"é\"").getBytes(ISO_8859_1);
    assertThatExceptionOfType(WireException.class)
        .isThrownBy(() -> PeerJson.read(body))
        .withMessage("not UTF-8 at byte 113");
  }

  @Test
  void aLongValueIsCutShortInTheReason() {
    assertThat(reasonFor(withStarted("x".repeat(20_000)))).hasSizeLessThan(200);
  }

  @Test
  void everyPeerIsReadAsItWasWritten() throws WireException {
    Random random = new Random(20261122);
    for (int i = 0; i < 2_000; i++) {
      Peer peer = RandomPeers.peer(random);
      assertThat(PeerJson.read(PeerJson.writeHandshake(peer))).isEqualTo(peer);
    }
  }

  @Test
  void anAnswerToAHandshakeSaysWhetherItKnowsTheCallerAndLeaves() throws WireException {
    Peer ours = new Peer(STARTED, Duration.ofSeconds(5), 18081, null, Set.of(Offer.LEAVE));
    byte[] known = PeerJson.writeHandshake(ours, true, false);
    byte[] leaving = PeerJson.writeHandshake(ours, false, true);

    assertThat(known).asString(UTF_8).endsWith(",\"offers\":[\"leave\"],\"knows_you\":true}");
    assertThat(leaving).asString(UTF_8).endsWith(",\"knows_you\":false,\"leaving\":true}");
    assertThat(PeerJson.readHandshake(known))
        .isEqualTo(new Reply.Introduced(ours, null, true, false));
    assertThat(PeerJson.readHandshake(leaving))
        .isEqualTo(new Reply.Introduced(ours, null, false, true));
  }

  @Test
  void anOriginalAndVersion10DoNotSayWhetherTheyKnowTheCaller() throws WireException {
    assertThat(PeerJson.readHandshake(ORIGINAL.getBytes(UTF_8)))
        .isEqualTo(new Reply.Introduced(PEER));
    assertThat(PeerJson.writeHandshake(PEER, true, true)).asString(UTF_8).isEqualTo(ORIGINAL);
    assertThat(PeerJson.readHandshake(withMore("\"knows_you\":1").getBytes(UTF_8)))
        .isEqualTo(new Reply.Introduced(PEER));
  }
}

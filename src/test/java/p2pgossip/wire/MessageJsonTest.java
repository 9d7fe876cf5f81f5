package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.testing.Words;

class MessageJsonTest {

  private static Message read(String json) throws WireException {
    return MessageJson.read(json.getBytes(UTF_8));
  }

  private static String echoOf(String json) throws WireException {
    byte[] body = json.getBytes(UTF_8);
    return new String(MessageJson.writeEcho(MessageJson.read(body), body, Hearing.UNSAID), UTF_8);
  }

  private static String reasonFor(String json) {
    return Refusals.reasonFor(MessageJsonTest::read, json);
  }

  @Test
  void whatTheOriginalSendsIsReadAndEchoed() throws WireException {
    Message message = read("{\"message\":\"[random_message]\"}");
    assertThat(message).isEqualTo(new Message("[random_message]", null));
    assertThat(echoOf("{\"message\":\"[random_message]\"}"))
        .isEqualTo("{\"message\":\"[random_message]\"}");
  }

  @Test
  void theSenderIsReadAndNotEchoed() throws WireException {
    String json = "{\"from\":\"[::1]:8080\",\"message\":\"hi\"}";
    assertThat(read(json)).isEqualTo(new Message("hi", PeerAddress.parse("[::1]:8080")));
    assertThat(echoOf(json)).isEqualTo("{\"message\":\"hi\"}");
  }

  @Test
  void theSenderIsWrittenIfGiven() {
    assertThat(MessageJson.write(new Message("hi", PeerAddress.parse("10.0.0.7:8080"))))
        .asString(UTF_8)
        .isEqualTo("{\"message\":\"hi\",\"from\":\"10.0.0.7:8080\"}");
    assertThat(MessageJson.write(new Message("hi", null)))
        .asString(UTF_8)
        .isEqualTo("{\"message\":\"hi\"}");
  }

  @Test
  void charactersAreEscapedAsByTheOriginalAndForTerminals() {
    assertThat(MessageJson.write(new Message("\"\\\b\f\n\r\t\u0000\u001f\u007f\u202e/<é😀", null)))
        .asString(UTF_8)
        .isEqualTo("{\"message\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\\u007f\\u202e/<é😀\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "7",
        "[]",
        "{\"ip\":\"10.0.0.7\"}",
        "\"\"",
        "\"nobody\"",
        "\"localhost:8080\"",
        "\"10.0.0.7:0\"",
        "\"0.0.0.0:8080\""
      })
  void aBadSenderCountsAsNone(String from) throws WireException {
    assertThat(read("{\"message\":\"hi\",\"from\":" + from + "}"))
        .isEqualTo(new Message("hi", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\":1", "\"a\":{\"message\":7},\"a\":[]", "\"Message\":7"})
  void unknownFieldsAreIgnored(String more) throws WireException {
    assertThat(read("{" + more + ",\"message\":\"\"}")).isEqualTo(new Message("", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | \"message\" is missing",
        "{\"message\":null} | \"message\" … string, not null",
        "{\"message\":7} | \"message\" … string, not a number",
        "{\"message\":[\"hi\"]} | \"message\" … string, not an array",
        "{\"message\":\"a\",\"message\":\"a\"} | \"message\" is given twice",
        "{\"message\":\"a\",\"from\":7,\"from\":7} | \"from\" is given twice",
        "[\"hi\"] | a message … object, not an array",
        "\"hi\" | a message … object, not a string",
        "'' | … ends too early",
        "{\"message\":\"a\" | … ends too early",
        "{\"message\":\"a | not JSON: Unterminated string at line 1 column 14 path $.message",
        "{\"message\":\"a\"} {} | not JSON: … line 1 column 18 …",
        "{\"message\":\"\\ud83d\"} | not JSON: Unpaired surrogate characters are not allowed in"
            + " strict mode at line 1 column 20 path $.message",
        "{\"message\":\"a\\ude00\\ud83d\"} | not JSON: Unpaired surrogate characters are not"
            + " allowed in strict mode at line 1 column 27 path $.message"
      })
  void anythingButAMessageIsRefusedInWords(String json, String reason) {
    assertThat(reasonFor(json)).matches(Words.of(reason));
  }

  @Test
  void anEscapedPairIsOneCharacter() throws WireException {
    assertThat(read("{\"message\":\"\\ud83d\\ude00\"}")).isEqualTo(new Message("😀", null));
  }

  @Test
  void aReplacementCharacterIsAnOrdinaryCharacter() throws WireException {
    assertThat(read("{\"message\":\"\uFFFD\"}")).isEqualTo(new Message("\uFFFD", null));
  }

  @Test
  void aTextThatIsNotUtf8IsRefused() {
    byte[] body = "{\"message\":\"?\"}".getBytes(UTF_8);
    body[12] = (byte) 0xff;
    assertThat(body)
        .satisfies(bytes -> assertThat(reasonOf(bytes)).isEqualTo("not UTF-8 at byte 12"));
  }

  private static String reasonOf(byte[] body) {
    try {
      return "accepted as " + MessageJson.read(body);
    } catch (WireException e) {
      return e.reason();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":\"\"}",
        "{\"message\":\"hé 😀 \u007f\"}",
        "{ \"message\" : \"hé\" }",
        "{\"message\":\"\\u0068\\/\"}",
        "{\"message\":\"a\",\"x\":\"}\"}",
        "{\"x\":1,\"message\":\"a\"}"
      })
  void theEchoIsTheMessageAloneInWhateverFormItCame(String json) throws WireException {
    String echo = echoOf(json);
    assertThat(read(echo)).isEqualTo(new Message(read(json).text(), null));
    assertThat(echo).startsWith("{\"message\":\"").doesNotContain("x");
  }

  @Test
  void everyMessageIsReadAsItWasWritten() throws WireException {
    Random random = new Random(20261122);
    for (int i = 0; i < 2_000; i++) {
      Message message =
          new Message(text(random), random.nextBoolean() ? RandomPeers.address(random) : null);
      byte[] body = MessageJson.write(message);
      assertThat(MessageJson.read(body)).isEqualTo(message);
      assertThat(MessageJson.writeEcho(message, body, Hearing.UNSAID))
          .isEqualTo(MessageJson.write(new Message(message.text(), null)));
    }
  }

  private static final String RUMOR =
      "{\"message\":\"The bridge is closed\",\"from\":\"10.0.0.7:8080\",\"rumor\":"
          + "{\"id\":\"9f86d081884c7d65\",\"origin\":\"10.0.0.3:8080\","
          + "\"born\":\"2026-11-22T06:45:06.600Z\",\"hops\":3,\"copy\":41}}";

  private static final Message PASSED =
      Message.passing(
          new Copy(
              new Rumor(
                  new RumorId("9f86d081884c7d65"),
                  PeerAddress.parse("10.0.0.3:8080"),
                  Instant.parse("2026-11-22T06:45:06.600Z"),
                  "The bridge is closed"),
              3,
              41),
          PeerAddress.parse("10.0.0.7:8080"));

  @Test
  void aCopyOfARumourLooksAsTheProtocolHasIt() throws WireException {
    assertThat(MessageJson.write(PASSED)).asString(UTF_8).isEqualTo(RUMOR);
    assertThat(read(RUMOR)).isEqualTo(PASSED);
  }

  @Test
  void everyCopyIsReadAsItWasWritten() throws WireException {
    Random random = new Random(20261122);
    RandomValues values = new RandomValues(random);
    for (int i = 0; i < 1_000; i++) {
      Copy held = values.of(Copy.class);
      Copy copy = new Copy(held.rumor(), Math.max(1, held.hops()), held.number());
      Message message =
          Message.passing(copy, random.nextBoolean() ? RandomPeers.address(random) : null);
      assertThat(MessageJson.read(MessageJson.write(message))).isEqualTo(message);
    }
  }

  @Test
  void aCopyMayStandBeforeItsTextAndHaveMoreFields() throws WireException {
    assertThat(
            read(
                "{\"rumor\":{\"hops\":3,\"new\":[],\"new\":{},\"copy\":41,"
                    + "\"born\":\"2026-11-22T07:45:06.6+01:00\",\"origin\":\"10.0.0.3:8080\","
                    + "\"id\":\"9f86d081884c7d65\"},\"from\":\"10.0.0.7:8080\","
                    + "\"message\":\"The bridge is closed\"}"))
        .isEqualTo(PASSED);
  }

  @Test
  void aCopyThatItsSenderDidNotCountHasNoNumber() throws WireException {
    Copy copy = read(RUMOR.replace(",\"copy\":41", "")).copy();
    assertThat(copy).isEqualTo(new Copy(PASSED.copy().rumor(), 3, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"rumor\":{ | \"rumor\":null,\"x\":{ | \"rumor\" … object, not null",
        "\"rumor\":{ | \"rumor\":[],\"x\":{ | \"rumor\" … object, not an array",
        "\"rumor\":{ | \"rumor\":{},\"x\":{ | \"id\" of \"rumor\" is missing",
        "\"rumor\":{ | \"rumor\":{},\"rumor\":{ | \"rumor\" is given twice",
        "9f86d081884c7d65 | a b | \"id\" of \"rumor\" … 1 to 64 letters … not \"a b\"",
        "9f86d081884c7d65 | é | \"id\" of \"rumor\" … 1 to 64 letters … not \"é\"",
        "\"hops\":3 | \"hops\":0 | \"hops\" of \"rumor\" … whole number … from 1 to 10000, not 0",
        "\"hops\":3 | \"hops\":-1 | \"hops\" of \"rumor\" … whole number … from 1 to 10000, not -1",
        "\"hops\":3 | \"hops\":10001 | \"hops\" of \"rumor\" … whole number … from 1 to 10000, not"
            + " 10001",
        "\"hops\":3 | \"hops\":1e1 | \"hops\" of \"rumor\" … whole number … from 1 to 10000, not"
            + " 1e1",
        "\"hops\":3 | \"hops\":18446744073709551615 | \"hops\" of \"rumor\" … whole number … from 1"
            + " to 10000, not 18446744073709551615",
        "\"hops\":3 | \"hops\":\"3\" | \"hops\" of \"rumor\" … whole number … from 1 to 10000, not"
            + " a string",
        "\"hops\":3 | \"hops\":3,\"hops\":3 | \"hops\" of \"rumor\" is given twice",
        "\"copy\":41 | \"copy\":9223372036854775808 | \"copy\" of \"rumor\" … whole number … from 0"
            + " to 9223372036854775807, not 9223372036854775808",
        "2026-11-22T06:45:06.600Z | now | \"born\" of \"rumor\" … time … not \"now\"",
        "\"2026-11-22T06:45:06.600Z\" | 0 | \"born\" of \"rumor\" … string, not a number",
        "10.0.0.3:8080 | localhost:1 | \"origin\" of \"rumor\" … address … not \"localhost:1\"",
        "\"message\":\"The bridge is closed\", | '' | \"message\" is missing"
      })
  void aBadCopyIsRefusedInWords(String right, String wrong, String reason) {
    assertThat(reasonFor(RUMOR.replace(right, wrong))).matches(Words.of(reason));
  }

  @Test
  void anIdThatIsTooLongIsRefused() {
    assertThat(reasonFor(RUMOR.replace("9f86d081884c7d65", "x".repeat(65))))
        .matches(Words.of("\"id\" of \"rumor\" … 1 to 64 letters … not \"xx…"));
  }

  @Test
  void aTextThatIsTooLongForARumourIsRefused() throws WireException {
    String longest = "é".repeat(2_048);
    assertThat(read(RUMOR.replace("The bridge is closed", longest)).text()).isEqualTo(longest);
    assertThat(reasonFor(RUMOR.replace("The bridge is closed", longest + "!")))
        .matches(Words.of("a rumour's text … 4096 …"));
  }

  @Test
  void theEchoOfACopySaysWhetherItWasNews() {
    byte[] body = RUMOR.getBytes(UTF_8);
    assertThat(MessageJson.writeEcho(PASSED, body, Hearing.NEWS))
        .asString(UTF_8)
        .isEqualTo("{\"message\":\"The bridge is closed\",\"hearing\":\"news\"}");
    assertThat(MessageJson.writeEcho(PASSED, body, Hearing.UNSAID))
        .asString(UTF_8)
        .isEqualTo("{\"message\":\"The bridge is closed\"}");
  }

  @ParameterizedTest
  @EnumSource(Hearing.class)
  void everyEchoIsReadAsItWasWritten(Hearing hearing) {
    byte[] body = RUMOR.getBytes(UTF_8);
    assertThat(MessageJson.readEcho(MessageJson.writeEcho(PASSED, body, hearing)))
        .isEqualTo(hearing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "thanks",
        "\"news\"",
        "[\"hearing\"]",
        "{\"message\":\"a\"}",
        "{\"message\":\"\\\"hearing\\\":\\\"news\\\"\"}",
        "{\"hearing\":7}",
        "{\"hearing\":null}",
        "{\"hearing\":\"NEWS\"}",
        "{\"hearing\":[\"news\"]}",
        "{\"hearing\":\"news\",\"hearing\":\"news\"}",
        "{\"hearing\":\"news\"} {}",
        "{\"hearing\":\"news\""
      })
  void anOddEchoSaysNothing(String echo) {
    assertThat(MessageJson.readEcho(echo.getBytes(UTF_8))).isEqualTo(Hearing.UNSAID);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(40); length > 0; length--) {
      int codePoint = random.nextInt(random.nextBoolean() ? 0x80 : 0x11_0000);
      if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
        text.appendCodePoint(codePoint);
      }
    }
    return text.toString();
  }
}

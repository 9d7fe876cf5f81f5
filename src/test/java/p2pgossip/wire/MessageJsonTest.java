package p2pgossip.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.PeerAddress;

class MessageJsonTest {

  private static Message read(String json) throws WireException {
    return MessageJson.read(json.getBytes(UTF_8));
  }

  private static String echoOf(String json) throws WireException {
    byte[] body = json.getBytes(UTF_8);
    return new String(MessageJson.writeEcho(MessageJson.read(body), body, Hearing.UNSAID), UTF_8);
  }

  private static String reasonFor(String json) {
    try {
      return "accepted as " + read(json);
    } catch (WireException e) {
      return e.reason();
    }
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
  void theSenderIsWrittenWhereItIsGiven() {
    assertThat(MessageJson.write(new Message("hi", PeerAddress.parse("10.0.0.7:8080"))))
        .asString(UTF_8)
        .isEqualTo("{\"message\":\"hi\",\"from\":\"10.0.0.7:8080\"}");
    assertThat(MessageJson.write(new Message("hi", null)))
        .asString(UTF_8)
        .isEqualTo("{\"message\":\"hi\"}");
  }

  @Test
  void charactersAreEscapedAsTheOriginalDoes() {
    assertThat(MessageJson.write(new Message("\"\\\b\f\n\r\t\u0000\u001f\u007f/<é😀", null)))
        .asString(UTF_8)
        .isEqualTo("{\"message\":\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\u007f/<é😀\"}");
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
  void whatIsNotUnderstoodIsIgnored(String more) throws WireException {
    assertThat(read("{" + more + ",\"message\":\"\"}")).isEqualTo(new Message("", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | \"message\" is missing",
        "{\"message\":null} | \"message\" must be a string, not null",
        "{\"message\":7} | \"message\" must be a string, not a number",
        "{\"message\":[\"hi\"]} | \"message\" must be a string, not an array",
        "{\"message\":\"a\",\"message\":\"a\"} | \"message\" is given twice",
        "{\"message\":\"a\",\"from\":7,\"from\":7} | \"from\" is given twice",
        "[\"hi\"] | a message must be an object, not an array",
        "\"hi\" | a message must be an object, not a string",
        "'' | the JSON ends too early",
        "{\"message\":\"a\" | the JSON ends too early",
        "{\"message\":\"a | not JSON: Unterminated string at line 1 column 14 path $.message",
        "{\"message\":\"a\"} {} | not JSON: unexpected character at line 1 column 18 path $",
        "{\"message\":\"\\ud83d\"} | not JSON: Unpaired surrogate characters are not allowed in"
            + " strict mode at line 1 column 20 path $.message",
        "{\"message\":\"a\\ude00\\ud83d\"} | not JSON: Unpaired surrogate characters are not"
            + " allowed in strict mode at line 1 column 27 path $.message"
      })
  void whatIsNoMessageIsRefusedInWords(String json, String reason) {
    assertThat(reasonFor(json)).isEqualTo(reason);
  }

  @Test
  void anEscapedPairIsOneCharacter() throws WireException {
    assertThat(read("{\"message\":\"\\ud83d\\ude00\"}")).isEqualTo(new Message("😀", null));
  }

  @Test
  void aReplacementCharacterIsACharacterLikeAnother() throws WireException {
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

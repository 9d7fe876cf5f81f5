package p2pgossip.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.testing.Recorder;

class EventStreamParserTest {

  private final Recorder<String> events = new Recorder<>();
  private int lines;

  private final EventStreamParser parser =
      new EventStreamParser(
          100,
          new EventStreamParser.Handler() {
            @Override
            public void event(String name, byte[] data, String mac) {
              events.accept(name + "|" + new String(data, UTF_8));
            }

            @Override
            public void line() {
              lines++;
            }
          });

  private void read(String text) throws BadStream {
    parser.read(ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void everyKindOfLineEndIsAccepted(String end) throws BadStream {
    read("event: state~data: {}~~data: 1~~".replace("~", end));
    assertThat(events).containsExactly("state|{}", "|1");
    assertThat(lines).isEqualTo(5);
  }

  @Test
  void theResultIsTheSameByteByByte() throws BadStream {
    for (char piece : "event:state\r\ndata:{\"a\":1}\r\n\r\n: beat\r\n".toCharArray()) {
      read(String.valueOf(piece));
    }
    assertThat(events).containsExactly("state|{\"a\":1}");
  }

  @Test
  void dataInSeveralLinesIsJoined() throws BadStream {
    read("data: a\ndata\ndata:  b\n\n");
    assertThat(events).containsExactly("|a\n\n b");
  }

  @Test
  void commentsAndOtherFieldsAreNoEvents() throws BadStream {
    read(":\n\nretry: 3000\n\nid: 7\n\nevent: state\n\ndata: a\n\n");
    assertThat(events).containsExactly("|a");
  }

  @Test
  void aByteOrderMarkAtTheBeginningIsSkipped() throws BadStream {
    read("\uFEFFdata: a\n\n");
    assertThat(events).containsExactly("|a");
  }

  @Test
  void anEventOfTheLargestSizeIsTaken() throws BadStream {
    read("data: " + "a".repeat(94) + "\n\n");
    assertThat(events).containsExactly("|" + "a".repeat(94));
  }

  @Test
  void aLineWithoutEndIsRefused() throws BadStream {
    read(":" + "a".repeat(99));
    assertThatExceptionOfType(BadStream.class)
        .isThrownBy(() -> read("a"))
        .withMessage("it sends an event of more than 100 bytes");
  }

  @Test
  void anEventOfLinesWithoutEndIsRefused() throws BadStream {
    read("data: a\n".repeat(40));
    assertThatExceptionOfType(BadStream.class)
        .isThrownBy(() -> read("data: a\n".repeat(20)))
        .withMessage("it sends an event of more than 100 bytes");
  }
}

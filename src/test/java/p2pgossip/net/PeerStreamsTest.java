package p2pgossip.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSnapshot;
import p2pgossip.original.ReservedPort;
import p2pgossip.testing.Recorder;
import p2pgossip.testing.Words;

/// Following scripted servers: good ones, bad ones, and some that are not peers.
class PeerStreamsTest extends ScriptedStreams {

  private static final String CHUNKED =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
          + "Transfer-Encoding: chunked\r\n\r\n";

  @Test
  void aPeerIsSeenAndThenWhatHappensIsHeard() throws IOException {
    try (ScriptedServer server = staying(HEAD + "retry: 3000\n\n" + STATE + ":\n\n" + EVENT)) {
      Followed followed = follow(server).awaitHeard(2);
      assertThat(followed.heard())
          .containsExactly(new Followed.Seen(snapshotAt(server.address()), NOW), PERIOD);
      assertThat(streams.count()).isEqualTo(1);
      assertThat(followed.isEnded()).isFalse();
    }
  }

  /// The snapshot of the stream, with the address under which it is followed instead of its own.
  private static PeerSnapshot snapshotAt(PeerAddress address) {
    PeerSnapshot said = snapshot(PeerAddress.parse("10.0.0.7:8080"));
    return new PeerSnapshot(
        said.at(),
        address,
        said.self(),
        said.settings(),
        said.periods(),
        said.neighbors(),
        said.rumors());
  }

  @Test
  void aFreshStateInBetweenIsSeenToo() throws IOException {
    try (ScriptedServer server = staying(HEAD + STATE + EVENT + STATE + EVENT)) {
      Followed followed = follow(server).awaitHeard(4);
      assertThat(followed.states()).hasSize(2);
      assertThat(followed.events()).containsExactly(PERIOD, PERIOD);
    }
  }

  @Test
  void unknownEventsAreSkipped() throws IOException {
    String news =
        "data: {\"type\":\"brand-new\",\"at\":\"2026-11-22T07:00:00Z\"}\n\n"
            + "event: brand-new\ndata: !\n\n";
    try (ScriptedServer server = staying(HEAD + news + STATE + news + EVENT)) {
      Followed followed = follow(server).awaitHeard(2);
      assertThat(followed.events()).containsExactly(PERIOD);
      assertThat(followed.isEnded()).isFalse();
    }
  }

  @Test
  void anOrderlyEndIsReported() throws IOException {
    String stopped =
        "data: {\"type\":\"stopped\",\"at\":\"2026-11-22T07:00:00Z\","
            + "\"address\":\"10.0.0.7:8080\"}\n\n";
    assertThat(reasonFor(CHUNKED + chunk(STATE) + "0\r\n\r\n")).isEqualTo("it ended the stream");
    assertThat(reasonFor(CHUNKED + chunk(STATE) + chunk(stopped) + "0\r\n\r\n"))
        .isEqualTo("it has ended");
  }

  @Test
  void aStreamThatBreaksOffIsReported() throws IOException {
    CountDownLatch read = new CountDownLatch(1);
    try (ScriptedServer server =
        new ScriptedServer(
            visitor -> {
              visitor.readRequest();
              visitor.say(CHUNKED + chunk(STATE + EVENT));
              try {
                read.await();
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
            })) {
      Followed followed = follow(server).awaitHeard(2);
      read.countDown();
      assertThat(followed.reason()).startsWith("it closed the connection");
    }
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.getBytes(UTF_8).length) + "\r\n" + text + "\r\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "data: !!! | it sends an invalid event: not JSON: … line 1 column 1 …",
        "data: [] | it sends an invalid event: an event … object, not an array",
        "data: {\"type\":\"full\"} | it sends an invalid event: \"at\" is missing",
      })
  void rubbishEndsTheStream(String line, String reason) throws IOException {
    assertThat(reasonFor(HEAD + STATE + line + "\n\n")).matches(Words.of(reason));
  }

  @Test
  void aBadStateEndsTheStream() throws IOException {
    assertThat(reasonFor(HEAD + "event: state\ndata: {}\n\n"))
        .startsWith("it sends an invalid event: ");
  }

  @Test
  void eventsBeforeTheStateEndTheStream() throws IOException {
    assertThat(reasonFor(HEAD + EVENT + STATE)).isEqualTo("it sends events before its state");
  }

  @Test
  void nothingIsHandedOnAfterTheEnd() throws IOException {
    try (ScriptedServer server = staying(HEAD + STATE + "data: !\n\n" + EVENT + STATE)) {
      Followed followed = follow(server);
      assertThat(followed.reason()).startsWith("it sends an invalid event");
      await().until(() -> streams.count() == 0);
      assertThat(followed.heard()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | text/html | … as a web server… (404 for GET /events)",
        "302 | text/html | … as a web server… (302, a redirect, for GET /events)",
        "200 | text/html | … as a web server… (200 with text/html for GET /events)",
        "500 | text/html | it refused: status 500"
      })
  void aServerThatIsNotAPeerIsNotFollowed(int status, String type, String reason)
      throws IOException {
    assertThat(reasonFor(ScriptedServer.answer(status, type, "<p>Hello</p>")))
        .matches(Words.of(reason));
  }

  @Test
  void aServerThatDoesNotSpeakHttpIsNotFollowed() throws IOException {
    assertThat(reasonFor("hello\r\n\r\n")).startsWith("it does not answer in HTTP");
  }

  @Test
  void aPortOnWhichNothingListensIsNotFollowed() {
    try (ReservedPort nobody = new ReservedPort()) {
      Followed followed = new Followed();
      PeerStreams.Following _ =
          streams.follow(
              new PeerAddress(nobody.endpoint().ip(), nobody.endpoint().port()), followed);
      assertThat(followed.reason()).isEqualTo("nothing listens there");
    }
  }

  @Test
  void nothingIsReportedAfterClosing() throws IOException {
    AtomicBoolean left = new AtomicBoolean();
    try (ScriptedServer server =
        new ScriptedServer(
            visitor -> {
              visitor.readRequest();
              visitor.say(HEAD + STATE);
              try {
                visitor.waitForLeaving();
              } finally {
                left.set(true);
              }
            })) {
      Followed followed = new Followed();
      PeerStreams.Following following = streams.follow(server.address(), followed);
      followed.awaitState();
      following.close();
      following.close();
      await().untilTrue(left);
      assertThat(streams.count()).isZero();
      streams.close();
      assertThat(followed.isEnded()).isFalse();
    }
  }

  @Test
  void closingEndsEveryStreamAndTheThread() throws IOException {
    try (ScriptedServer server = staying(HEAD + STATE);
        ScriptedServer silent = staying("")) {
      Followed open = follow(server).awaitState();
      Followed waiting = follow(silent);
      await().until(() -> silent.visits() == 1);
      streams.close();
      streams.close();
      assertThat(List.of(open.reason(), waiting.reason()))
          .allMatch(reason -> reason.contains("closing"));
      assertThat(follow(server).reason()).contains("closing");
    }
  }

  @Test
  void aListenerThatFailsHarmsNoOther() throws IOException {
    IllegalStateException trouble = new IllegalStateException("deaf");
    Recorder<Throwable> uncaught = new Recorder<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, cause) -> uncaught.accept(cause));
    try (ScriptedServer server = staying(HEAD + STATE + EVENT)) {
      PeerStreams.Following _ = streams.follow(server.address(), new Deaf(trouble));
      await().dontCatchUncaughtExceptions().until(() -> uncaught.contains(trouble));
      assertThat(follow(server).awaitHeard(2).events()).containsExactly(PERIOD);
      assertThat(streams.count()).isEqualTo(2);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  /// Throws at the first call.
  private record Deaf(RuntimeException trouble) implements PeerStreams.Listener {

    @Override
    public void seen(PeerSnapshot snapshot, Instant receivedAt) {
      throw trouble;
    }

    @Override
    public void happened(GossipEvent event) {}

    @Override
    public void ended(String reason) {}
  }
}

package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.net.ScriptedServer.Visitor;
import p2pgossip.testing.Words;

/// Streams that stall, trickle, flood or are too many.
class PeerStreamsLimitsTest extends ScriptedStreams {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(300);

  /// For streams that are never silent: longer than a busy machine keeps their writer waiting.
  private static final Duration SILENCE = Duration.ofSeconds(2);

  private void reopen(StreamLimits limits) {
    streams.close();
    streams = new PeerStreams(() -> NOW, limits);
  }

  @Test
  void aRefusalWithoutEndIsCut() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            visitor -> {
              visitor.readRequest();
              visitor.say("HTTP/1.1 503 Busy\r\nContent-Type: text/plain\r\n\r\n");
              sayForEver(visitor, "x".repeat(1_000));
            })) {
      assertThat(follow(server).reason()).isEqualTo("it refused: status 503");
    }
  }

  private static void sayForEver(Visitor visitor, String text) throws IOException {
    while (true) {
      visitor.say(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", HEAD, HEAD + ":\n\n", HEAD + "event: sta"})
  void aStreamThatStallsIsGivenUp(String said) throws IOException {
    reopen(new StreamLimits(10, LONG, SHORT, 1_000, 1_000, 100_000));
    assertThat(reasonFor(said)).isEqualTo("nothing came from it for 0.3 s");
  }

  @Test
  void aLineThatTricklesIsGivenUp() throws IOException {
    reopen(new StreamLimits(10, LONG, SILENCE, 100_000_000, 1_000, 100_000_000));
    try (ScriptedServer server =
        new ScriptedServer(
            visitor -> {
              visitor.readRequest();
              visitor.say(HEAD + STATE);
              sayForEver(visitor, "x");
            })) {
      assertThat(follow(server).reason()).matches(Words.of("… did not end a line … 2 s"));
    }
  }

  @Test
  void aStreamThatBeatsIsNotGivenUp() throws IOException {
    reopen(new StreamLimits(10, LONG, SILENCE, 100_000, 1_000_000, 100_000_000));
    AtomicBoolean enough = new AtomicBoolean();
    try (ScriptedServer server =
        new ScriptedServer(
            visitor -> {
              visitor.readRequest();
              visitor.say(HEAD + STATE);
              long end = System.nanoTime() + 2 * SILENCE.toNanos();
              while (System.nanoTime() < end) {
                visitor.say(":\n\n");
                // Otherwise it could be a flood.
                LockSupport.parkNanos(1_000_000);
              }
              enough.set(true);
              visitor.say(EVENT);
              visitor.waitForLeaving();
            })) {
      Followed followed = follow(server).awaitHeard(2);
      assertThat(enough).isTrue();
      assertThat(followed.events()).containsExactly(PERIOD);
    }
  }

  /// The reason why a stream ends that sends `said` and then, for ever, `flood`. A flood with an
  /// end could span two seconds, and be too little in each.
  private String reasonForFlood(String said, String flood) throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            visitor -> {
              visitor.readRequest();
              visitor.say(said);
              sayForEver(visitor, flood);
            })) {
      return follow(server).reason();
    }
  }

  @Test
  void aFloodOfEventsEndsTheStream() throws IOException {
    reopen(new StreamLimits(10, LONG, LONG, 100_000, 1_000, 100_000_000));
    assertThat(reasonForFlood(HEAD + STATE, EVENT.repeat(100)))
        .matches(Words.of("… 1000 events …"));
  }

  @Test
  void aFloodOfCommentsEndsTheStream() throws IOException {
    reopen(new StreamLimits(10, LONG, LONG, 100_000, 1_000, 100_000_000));
    assertThat(reasonForFlood(HEAD + STATE, ":\n".repeat(1_000)))
        .matches(Words.of("… 4000 lines …"));
  }

  @Test
  void aFloodOfBytesEndsTheStream() throws IOException {
    reopen(new StreamLimits(10, LONG, LONG, 100_000, 1_000_000, 50_000));
    assertThat(reasonForFlood(HEAD + STATE, EVENT.repeat(100)))
        .matches(Words.of("… 50000 bytes a second"));
  }

  @Test
  void aLineWithoutEndEndsTheStream() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(
            visitor -> {
              visitor.readRequest();
              visitor.say(HEAD + STATE + "data: ");
              sayForEver(visitor, "x".repeat(1_000));
            })) {
      assertThat(follow(server).reason()).matches(Words.of("… event … 1049600 bytes"));
    }
  }

  @Test
  void noMoreAreFollowedThanTheLimit() throws IOException {
    reopen(new StreamLimits(2, LONG, LONG, 100_000, 1_000, 100_000));
    try (ScriptedServer server = staying(HEAD + STATE)) {
      follow(server).awaitState();
      Followed second = new Followed();
      PeerStreams.Following following = streams.follow(server.address(), second);
      second.awaitState();
      assertThat(follow(server).reason()).isEqualTo("no more than 2 peers can be followed at once");
      following.close();
      follow(server).awaitState();
    }
  }
}

package p2pgossip.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Sender;

/// What the readers of a peer's events get from its server, over sockets.
class EventFeedTest {

  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration PACE = Duration.ofMillis(10);
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final EventLimits QUICK_BEAT = new EventLimits(2, 100, 100_000, PACE, SHORT, LONG);
  private static final String GOOD = RawConnection.post("/message", "{\"message\":\"good\"}");

  /// Answered without chunks, so that the bytes are those of the stream.
  private static final String PLAIN = "GET /events HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n";

  private final PeerStreams streams = new PeerStreams(InstantSource.system());
  private ServedPeer peer;

  @BeforeEach
  void open() throws IOException {
    peer = new ServedPeer();
  }

  @AfterEach
  void close() {
    streams.close();
    peer.close();
  }

  private void reopen(EventLimits limits, Duration idleTime) throws IOException {
    reopen(limits, idleTime, Duration.ofSeconds(2));
  }

  private void reopen(EventLimits limits, Duration idleTime, Duration closingTime)
      throws IOException {
    peer.close();
    peer =
        new ServedPeer(
            new ServerLimits(32_768, 100, 100, 50, LONG, LONG, idleTime, closingTime, limits));
  }

  private static GossipEvent event(long number) {
    return new GossipEvent.PeriodBegan(RecordingService.NOW, number, null, 0);
  }

  private static GossipEvent heavyEvent(long number) {
    return new GossipEvent.MessageReceived(
        RecordingService.NOW,
        new Sender.Unnamed(InetAddress.getLoopbackAddress()),
        number + " " + "x".repeat(2_000));
  }

  private static String text(long number) {
    return "data: {\"type\":\"period-began\",\"at\":\"2026-11-22T07:00:00Z\",\"number\":"
        + number
        + ",\"neighbors\":0}\n\n";
  }

  private Followed follow() {
    Followed followed = new Followed();
    PeerStreams.Following _ = streams.follow(peer.address(), followed);
    return followed.awaitState();
  }

  private void awaitNobodyListening() {
    await().until(() -> peer.service.watchers.isEmpty());
  }

  @Test
  void aStreamIsTheStateAndThenWhatHappens() throws IOException {
    try (RawConnection connection = peer.connect();
        RawConnection state = peer.connect()) {
      connection.send(PLAIN);
      await().until(() -> !peer.service.watchers.isEmpty());
      RawAnswer head = connection.answerWithoutBody();
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.contentType()).isEqualTo("text/event-stream");
      assertThat(head.headers()).containsEntry("cache-control", "no-store");
      String begin =
          "retry: 3000\n\nevent: state\ndata: "
              + state.send(RawConnection.get("/state")).answer().body()
              + "\n\n";
      assertThat(connection.text(begin.length())).isEqualTo(begin);
      peer.service.happen(event(1));
      peer.service.happen(event(2));
      String events = text(1) + text(2);
      assertThat(connection.text(events.length())).isEqualTo(events);
    }
  }

  /// A lost wake-up would show at the next heartbeat only, which is longer than the test waits.
  @Test
  void eachEventComesBeforeTheNextHeartbeat() throws IOException {
    reopen(new EventLimits(64, 100, 1_000_000, Duration.ofMillis(1), LONG, LONG), LONG);
    Followed followed = follow();
    for (int number = 1; number <= 4_000; number++) {
      peer.service.happen(event(number));
      int expected = number + 1;
      long until = System.nanoTime() + LONG.toNanos() / 2;
      while (followed.count() < expected) {
        assertThat(System.nanoTime()).as("event %d is late", number).isLessThan(until);
        Thread.yield();
      }
    }
  }

  @Test
  void thePeerIsNotWatchedWithoutReaders() {
    assertThat(peer.service.watchers).isEmpty();
    Followed followed = new Followed();
    PeerStreams.Following following = streams.follow(peer.address(), followed);
    followed.awaitState();
    assertThat(peer.service.watchers).hasSize(1);
    following.close();
    // The server notices when it writes.
    await()
        .until(
            () -> {
              peer.service.happen(event(1));
              return peer.service.watchers.isEmpty();
            });
  }

  @Test
  void manyListenersShareOneWatch() {
    List<Followed> all = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      all.add(follow());
    }
    assertThat(peer.service.watchers).hasSize(1);
    peer.service.happen(event(1));
    for (Followed followed : all) {
      assertThat(followed.awaitHeard(2).events()).containsExactly(event(1));
    }
  }

  /// The service numbers its states by the number of earlier events.
  @Test
  void nothingIsMissedOrDoubledBetweenTheStateAndTheEvents() throws InterruptedException {
    AtomicBoolean enough = new AtomicBoolean();
    Thread happening =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (long number = 1; !enough.get(); number++) {
                    peer.service.happen(event(number));
                    Thread.yield();
                    if (number % 20 == 0) {
                      // A new reader gets hold of the service only in a pause.
                      LockSupport.parkNanos(50_000);
                    }
                  }
                });
    List<Followed> all = new ArrayList<>();
    try {
      for (int i = 0; i < 30; i++) {
        all.add(follow().awaitHeard(20));
      }
    } finally {
      enough.set(true);
      happening.join();
    }
    all.forEach(EventFeedTest::assertWithoutGap);
  }

  /// After a state, which gives the number of earlier events, comes the next event.
  private static void assertWithoutGap(Followed followed) {
    long number = -1;
    for (Object heard : followed.heard()) {
      switch (heard) {
        case Followed.Seen seen -> number = seen.snapshot().periods();
        case GossipEvent.PeriodBegan began -> {
          assertThat(began.number()).isEqualTo(number + 1);
          number++;
        }
        default -> throw new AssertionError(heard);
      }
    }
  }

  @Test
  void aSlowListenerIsSentTheStateAnewAndHoldsUpNobody() throws IOException {
    reopen(new EventLimits(64, 100, 1_000_000, PACE, LONG, LONG), LONG);
    Followed quick = follow();
    try (Socket slow = new Socket()) {
      slow.setReceiveBufferSize(4_096);
      slow.setSoTimeout(10_000);
      slow.connect(peer.server.address());
      slow.getOutputStream().write(PLAIN.getBytes(UTF_8));
      InputStream in = slow.getInputStream();
      assertThat(new String(in.readNBytes(12), UTF_8)).isEqualTo("HTTP/1.0 200");
      // More than all buffers on the way hold.
      int last = 5_000;
      for (int number = 1; number <= last; number++) {
        peer.service.happen(heavyEvent(number));
        if (number % 50 == 0) {
          quick.awaitHeard(number + 1);
        }
      }
      assertThat(quick.awaitHeard(last + 1).states()).hasSize(1);
      try (RawConnection other = peer.connect()) {
        assertThat(other.send(GOOD).answer().status()).isEqualTo(200);
      }
      BufferedReader text = new BufferedReader(new InputStreamReader(in, UTF_8));
      int states = 0;
      int events = 0;
      long number = -1;
      while (number < last) {
        String line = text.readLine();
        if (line.startsWith("data: {\"at\"")) {
          states++;
          number = Long.parseLong(line.replaceFirst(".*\"periods\":([0-9]+).*", "$1"));
        } else if (line.startsWith("data: ")) {
          events++;
          number++;
          assertThat(line).contains("\"text\":\"" + number + " xxx");
        }
      }
      assertThat(states).isGreaterThan(1);
      assertThat(events).isBetween(1, last - 1);
    }
  }

  @Test
  void aListenerThatTakesNothingIsHungUpOn() throws IOException {
    reopen(new EventLimits(64, 100, 1_000_000, PACE, SHORT, Duration.ofMillis(200)), LONG);
    try (RawConnection stuck = peer.connect()) {
      stuck.send(PLAIN);
      await().until(() -> !peer.service.watchers.isEmpty());
      await()
          .pollInterval(Duration.ofMillis(5))
          .until(
              () -> {
                for (int i = 0; i < 50; i++) {
                  peer.service.happen(heavyEvent(i));
                }
                return peer.service.watchers.isEmpty();
              });
    }
    assertThat(peer.service.failed).isEmpty();
  }

  @Test
  void tooManyListenersAreRefusedUntilOneLeaves() throws IOException {
    reopen(QUICK_BEAT, LONG);
    try (RawConnection first = peer.connect();
        RawConnection third = peer.connect()) {
      first.send(PLAIN).answerWithoutBody();
      Followed second = follow();
      third.send(RawConnection.get("/events"));
      RawAnswer answer = third.answer();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.body())
          .isEqualTo(
              "{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
                  + "\"detail\":\"this peer has as many readers as it allows (2); try again"
                  + " later\"}");
      Followed refused = new Followed();
      PeerStreams.Following _ = streams.follow(peer.address(), refused);
      assertThat(refused.reason())
          .isEqualTo("it refused: this peer has as many readers as it allows (2); try again later");
      assertThat(third.send(GOOD).answer().status()).isEqualTo(200);

      first.leave();
      await()
          .until(
              () -> {
                Followed next = new Followed();
                PeerStreams.Following following = streams.follow(peer.address(), next);
                await().until(() -> next.isEnded() || !next.heard().isEmpty());
                following.close();
                return !next.heard().isEmpty();
              });
      assertThat(second.isEnded()).isFalse();
    }
    streams.close();
    awaitNobodyListening();
  }

  @Test
  void aQuietStreamBeatsAndOutlivesTheTimeOfAnIdleConnection() throws IOException {
    Duration idle = Duration.ofSeconds(2);
    // One and a half times as long as a connection may be idle.
    int beats = (int) (idle.plus(idle.dividedBy(2)).toMillis() / SHORT.toMillis());
    reopen(QUICK_BEAT, idle);
    try (RawConnection connection = peer.connect()) {
      connection.send(PLAIN).answerWithoutBody();
      String text = connection.text(10);
      while (!text.endsWith(":\n\n".repeat(beats))) {
        text += connection.text(1);
      }
      peer.service.happen(event(7));
      while (!text.endsWith("}\n\n")) {
        text += connection.text(1);
      }
      assertThat(text).endsWith(text(7));
    }
  }

  @Test
  void aServerThatClosesEndsItsStreamsOnceAllIsSent() throws IOException {
    // Events that are not sent when the time for closing is over are cut off.
    reopen(EventLimits.DEFAULT, LONG, LONG);
    Followed followed = follow();
    for (int number = 1; number <= 50; number++) {
      peer.service.happen(event(number));
    }
    try (RawConnection plain = peer.connect()) {
      plain.send(PLAIN).answerWithoutBody();
      peer.server.close();
      assertThat(plain.rest()).endsWith("}\n\n");
    }
    assertThat(followed.reason()).contains("ended");
    assertThat(followed.events()).hasSize(50);
    awaitNobodyListening();
  }

  @Test
  void aServerThatIsCutEndsItsStreamsToo() {
    Followed followed = follow();
    peer.server.cut();
    assertThat(followed.reason()).contains("the connection");
    awaitNobodyListening();
  }

  @Test
  void aPeerThatFailsToShowItselfEndsTheStream() {
    peer.service.showing = new IllegalStateException("blind");
    Followed followed = new Followed();
    PeerStreams.Following _ = streams.follow(peer.address(), followed);
    assertThat(followed.reason()).startsWith("it refused: ");
    assertThat(peer.service.failed).hasSize(1);
  }
}

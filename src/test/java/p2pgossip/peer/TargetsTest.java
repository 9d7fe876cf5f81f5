package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.Patience.await;
import static p2pgossip.original.ScriptedServer.answer;
import static p2pgossip.original.ScriptedServer.json;
import static p2pgossip.peer.WatchedPeer.QUICK;
import static p2pgossip.peer.WatchedPeer.SLOW;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Standing;
import p2pgossip.original.HttpMessage;
import p2pgossip.original.RawClient;
import p2pgossip.original.ReservedPort;
import p2pgossip.original.ScriptedPeer;
import p2pgossip.original.ScriptedServer;
import p2pgossip.original.ScriptedServer.Reaction;

/// Peers that the user asks to connect to.
class TargetsTest {

  /// With a time limit that is not reached in a test.
  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime(Duration.ofHours(1));

  @AutoClose private final PeerRuntime hasty = WatchedPeer.runtime(Duration.ofSeconds(1));

  @Test
  void theFirstPeriodIsAtOnce() {
    try (WatchedPeer ours = WatchedPeer.start(runtime, SLOW)) {
      assertThat(ours.awaitEvent(GossipEvent.PeriodBegan.class).number()).isEqualTo(1);
    }
  }

  /// The first period waits for the targets, a second at most: a try in which a busy machine could
  /// not connect in that time proves nothing.
  @Test
  void theFirstMessageGoesToATargetWithoutWaitingForThePeriod() {
    boolean inTime = false;
    while (!inTime) {
      try (ScriptedPeer target = new ScriptedPeer();
          WatchedPeer ours = WatchedPeer.start(runtime, SLOW, target.endpoint())) {
        Instant started = ours.awaitEvent(GossipEvent.Started.class).at();
        Instant connected = ours.awaitEvent(GossipEvent.PeerConnected.class).at();
        inTime = connected.isBefore(started.plusSeconds(1));
        if (inTime) {
          await().until(() -> target.count("POST /message") > 0);
          assertThat(target.asked()).containsExactly("GET /", "POST /connect", "POST /message");
        }
      }
    }
  }

  @Test
  void aHangingTargetDelaysNeitherOurStartNorTheOthers() throws IOException {
    try (ScriptedServer hanging = ScriptedServer.always(new Reaction.Stall());
        ScriptedServer hangingToo = ScriptedServer.always(new Reaction.Stall());
        ScriptedPeer target = new ScriptedPeer();
        WatchedPeer ours =
            WatchedPeer.start(
                runtime, QUICK, hanging.endpoint(), hangingToo.endpoint(), target.endpoint())) {
      assertThat(RawClient.get(ours.endpoint(), "/").status()).isEqualTo(200);
      await().until(() -> target.count("POST /message") >= 2);
      await().until(() -> !hanging.requests().isEmpty() && !hangingToo.requests().isEmpty());

      assertThat(ours.standing(hanging.endpoint())).isEqualTo(Standing.PENDING);
      assertThat(ours.standing(hangingToo.endpoint())).isEqualTo(Standing.PENDING);
    }
  }

  @Test
  void aTargetThatIsNotThereIsTriedAgainUntilTheLimit() {
    try (ReservedPort nobody = new ReservedPort();
        WatchedPeer ours =
            WatchedPeer.start(
                runtime, QUICK.withKeep(false).withFailureLimit(2), nobody.endpoint())) {
      await().until(() -> ours.events(GossipEvent.ConnectFailed.class).size() == 2);

      assertThat(ours.events(GossipEvent.ConnectFailed.class))
          .extracting(GossipEvent.ConnectFailed::tryingAgain)
          .containsExactly(true, false);
      assertThat(ours.events(GossipEvent.ConnectFailed.class))
          .extracting(failed -> failed.failure().kind())
          .containsOnly(Failure.Kind.UNREACHABLE);
      assertThat(ours.standing(nobody.endpoint())).isNull();
      assertThat(ours.told()).isEmpty();
    }
  }

  static Stream<Named<Reaction>> reactionsOfNoPeer() {
    String endless = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n";
    return Stream.of(
        Named.of("not found", answer(HttpMessage.empty(404))),
        Named.of("a page", answer(HttpMessage.ok("text/html", "<h1>It works!</h1>"))),
        Named.of("other JSON", json("{\"name\":\"elasticsearch\"}")),
        Named.of("broken JSON", json("{\"started\":")),
        Named.of("a name as alias", json(handshake().replace("null", "\"localhost\""))),
        Named.of("a redirect", answer(HttpMessage.empty(302).header("location", "/login"))),
        Named.of("a greeting of another protocol", new Reaction.Bytes("SSH-2.0-OpenSSH_9.6\r\n")),
        Named.of("binary rubbish", new Reaction.Bytes("\u0007\u0003\u0001\u0000\u00ff\u0000\n\n")),
        Named.of("a huge answer", json("{\"a\":\"" + "a".repeat(10_000_000) + "\"}")),
        Named.of("an endless body", new Reaction.Endless(endless, () -> " ".repeat(1_000))),
        Named.of(
            "endless headers",
            new Reaction.Endless("HTTP/1.1 200 OK\r\n", () -> "x-more: and more\r\n")));
  }

  private static String handshake() {
    return "{\"started\":\"2026-11-22T06:45:06Z\",\"period\":{\"secs\":5,\"nanos\":0},"
        + "\"port\":18081,\"host_alias\":null}";
  }

  @ParameterizedTest
  @MethodSource("reactionsOfNoPeer")
  void aTargetThatIsNotAPeerIsReportedAndNeverTold(Reaction reaction) throws IOException {
    try (ScriptedPeer target = new ScriptedPeer().on("GET /", reaction);
        WatchedPeer ours = WatchedPeer.start(runtime, QUICK, target.endpoint())) {
      GossipEvent.ConnectFailed failed = ours.awaitEvent(GossipEvent.ConnectFailed.class);
      ours.awaitPeriods(2);

      assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.NOT_A_PEER);
      assertThat(failed.tryingAgain()).isFalse();
      assertThat(target.asked()).containsExactly("GET /");
      assertThat(ours.standing(target.endpoint())).isNull();
      assertThat(RawClient.get(ours.endpoint(), "/").status()).isEqualTo(200);
    }
  }

  @Test
  void aTargetThatRefusesIsNotTold() {
    try (ScriptedPeer target =
            new ScriptedPeer().on("POST /connect", answer(HttpMessage.empty(400)));
        WatchedPeer ours = WatchedPeer.start(runtime, QUICK, target.endpoint())) {
      GossipEvent.ConnectFailed failed = ours.awaitEvent(GossipEvent.ConnectFailed.class);
      ours.awaitPeriods(2);

      assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.REFUSED);
      // It is asked for, so it is tried again, but sent no message.
      assertThat(target.asked()).startsWith("GET /", "POST /connect");
      assertThat(target.asked()).containsOnly("GET /", "POST /connect");
    }
  }

  static Stream<Named<Reaction>> unfinishedAnswers() {
    String head =
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n";
    return Stream.of(
        Named.of("nothing", new Reaction.Stall()),
        Named.of("half a head", new Reaction.Stall(head.substring(0, 40))),
        Named.of("half a body", new Reaction.Stall(head + "{\"started\":")));
  }

  @ParameterizedTest
  @MethodSource("unfinishedAnswers")
  void aTargetThatStallsIsReportedWithinTheTimeLimit(Reaction reaction) {
    try (ScriptedPeer target = new ScriptedPeer().on("GET /", reaction);
        WatchedPeer ours =
            WatchedPeer.start(hasty, SLOW.withKeep(false).withFailureLimit(1), target.endpoint())) {
      GossipEvent.ConnectFailed failed = ours.awaitEvent(GossipEvent.ConnectFailed.class);

      assertThat(failed.target()).isEqualTo(WatchedPeer.address(target.endpoint()));
      assertThat(failed.failure())
          .isEqualTo(new Failure(Failure.Kind.TIMED_OUT, "no answer within 1 s"));
      assertThat(failed.tryingAgain()).isFalse();
      assertThat(ours.standing(target.endpoint())).isNull();
    }
  }

  @Test
  void aTargetThatHangsUpIsReportedAtOnce() {
    try (ScriptedPeer target = new ScriptedPeer().on("GET /", new Reaction.HangUp());
        WatchedPeer ours =
            WatchedPeer.start(
                runtime, SLOW.withKeep(false).withFailureLimit(1), target.endpoint())) {
      assertThat(ours.awaitEvent(GossipEvent.ConnectFailed.class).failure().kind())
          .isEqualTo(Failure.Kind.UNREACHABLE);
    }
  }

  @Test
  void aRunningPeerCanBeAskedToConnect() {
    try (WatchedPeer ours = WatchedPeer.start(runtime, QUICK);
        ScriptedPeer target = new ScriptedPeer()) {
      ours.peer().connect(WatchedPeer.address(target.endpoint()));
      await().until(() -> target.count("POST /message") > 0);

      assertThat(target.asked()).startsWith("GET /", "POST /connect", "POST /message");
    }
  }
}

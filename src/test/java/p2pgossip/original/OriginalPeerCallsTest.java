package p2pgossip.original;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.OriginalPeerTest.PEER;
import static p2pgossip.original.Patience.await;
import static p2pgossip.original.ScriptedServer.json;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.testing.Recorder;

/// Which peers the original calls, and what it does with their answers.
class OriginalPeerCallsTest {

  private static final OriginalFlags QUICK = OriginalFlags.NONE.period(Duration.ofMillis(50));

  private static final OriginalFlags SLOW = OriginalFlags.NONE.period(Duration.ofDays(1));

  @Test
  void asksOnOneConnectionEachAndNamesNoUserAgent() {
    try (ScriptedPeer target = new ScriptedPeer();
        OriginalPeer peer = OriginalPeer.start(QUICK.connect(target.endpoint()))) {
      await().until(() -> target.count("POST /message") >= 2);

      assertThat(target.requests())
          .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("user-agent"));
      assertThat(target.asked())
          .startsWith("GET /", "POST /connect", "POST /message", "POST /message");
      assertThat(peer.isRunning()).isTrue();
    }
  }

  @Test
  void cannotBeReachedWhileItConnects() {
    Recorder<Object> found = new Recorder<>();
    try (ScriptedServer target =
            new ScriptedServer(
                request -> {
                  if (request.path().equals("/connect")) {
                    found.accept(lookFor(Endpoint.onLoopback(portIn(request))));
                  }
                  return json(PEER);
                });
        OriginalPeer peer = OriginalPeer.start(SLOW.connect(target.endpoint()))) {
      await().until(peer::isRunning);

      assertThat(found).singleElement().isInstanceOf(ConnectException.class);
      assertThat(lookFor(peer.endpoint())).isEqualTo(200);
    }
  }

  @Test
  void exitsWhenATargetHangsUpOnConnect() {
    try (ScriptedPeer target = onConnect(new ScriptedServer.Reaction.HangUp());
        OriginalPeer peer = OriginalPeer.start(QUICK.connect(target.endpoint()))) {
      await().until(() -> peer.state() instanceof OriginalPeer.State.Exited);

      assertThat(lookFor(peer.endpoint())).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void exitsWhenATargetStallsOnConnect() {
    try (ScriptedPeer target = onConnect(new ScriptedServer.Reaction.Stall());
        OriginalPeer peer =
            OriginalPeer.start(QUICK.connect(target.endpoint()).timeLimit(Duration.ofSeconds(2)))) {
      await().until(() -> peer.state() instanceof OriginalPeer.State.Exited);

      assertThat(peer.state().toString()).contains("timed out", "/connect");
    }
  }

  @Test
  void staysWhenATargetAnswersConnectWithAnError() {
    try (ScriptedPeer target = onConnect(ScriptedServer.answer(HttpMessage.empty(400)));
        OriginalPeer peer = OriginalPeer.start(SLOW.connect(target.endpoint()))) {
      await().until(peer::isRunning);
    }
  }

  @Test
  void skipsATargetThatIsNotThere() {
    try (ReservedPort nobody = new ReservedPort();
        OriginalPeer peer = OriginalPeer.start(SLOW.connect(nobody.endpoint()))) {
      await().until(peer::isRunning);

      assertThat(peer.knownPeers()).isEmpty();
    }
  }

  @Test
  void isDelayedByATargetThatHangs() {
    Duration limit = Duration.ofMillis(300);
    long before = System.nanoTime();
    try (ScriptedServer target = ScriptedServer.always(new ScriptedServer.Reaction.Stall());
        OriginalPeer peer = OriginalPeer.start(SLOW.connect(target.endpoint()).timeLimit(limit))) {
      await().until(peer::isRunning);

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(limit);
      assertThat(peer.knownPeers()).isEmpty();
    }
  }

  @Test
  void removesANeighborAtTheFirstFailedMessage() {
    try (OriginalPeer one = OriginalPeer.inItsFirstPause(OriginalPeer.UNHURRIED);
        OriginalPeer two = OriginalPeer.start(QUICK.connect(one.endpoint()))) {
      await().until(() -> !one.messages().isEmpty());
      assertThat(one.knownPeers()).containsOnlyKeys(two.endpoint());
      two.kill();

      await().until(() -> one.knownPeers().isEmpty());
      assertThat(one.removed())
          .extracting(OriginalPeer.Removed::neighbor)
          .containsExactly(two.endpoint());
    }
  }

  @Test
  void removesANeighborThatStalls() {
    try (OriginalPeer one =
            OriginalPeer.inItsFirstPause(OriginalPeer.UNHURRIED.timeLimit(Duration.ofSeconds(2)));
        OriginalPeer two = OriginalPeer.start(QUICK.connect(one.endpoint()))) {
      await().until(() -> !one.messages().isEmpty());
      assertThat(one.knownPeers()).containsOnlyKeys(two.endpoint());
      two.stall(true);

      await().until(() -> one.knownPeers().isEmpty());
      two.stall(false);
      await().until(() -> one.messages().size() > 5);
    }
  }

  @Test
  void tellsThoseItLearnedUncheckedAndUnasked() {
    try (ScriptedPeer far = new ScriptedPeer();
        ScriptedPeer near = new ScriptedPeer().listing(far.entry(), "\"[::1]:7\":" + PEER);
        OriginalPeer peer = OriginalPeer.start(QUICK.updating().connect(near.endpoint()))) {
      await().until(() -> far.count("POST /message") >= 2);

      assertThat(far.count("GET /")).isZero();
      assertThat(far.count("POST /connect")).isZero();
      assertThat(peer.knownPeers()).containsKeys(near.endpoint(), far.endpoint());
    }
  }

  @Test
  void asksNoPeerWithoutUpdate() {
    try (ScriptedPeer near = new ScriptedPeer();
        OriginalPeer peer = OriginalPeer.start(QUICK.connect(near.endpoint()))) {
      await().until(() -> near.count("POST /message") >= 3);

      assertThat(near.count("GET /known_peers")).isZero();
      assertThat(peer.dropped()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"127.0.0.1:7\":%s,\"localhost:8\":%s}",
        "{\"127.0.0.1:7\":%s,\"::1:8\":%s}",
        "{\"127.0.0.1:7\":%s,\"127.0.0.1:65536\":%s}",
        "{\"127.0.0.1:7\":%s,\"127.0.0.1:8\":{}}",
        "[%s]",
        "no"
      })
  void dropsAListWithOneBadEntry(String list) {
    String body = list.replace("%s", PEER);
    try (ScriptedPeer near = new ScriptedPeer().on("GET /known_peers", json(body));
        OriginalPeer peer = OriginalPeer.start(QUICK.updating().connect(near.endpoint()))) {
      await().until(() -> !peer.dropped().isEmpty());

      assertThat(peer.knownPeers()).containsOnlyKeys(near.endpoint());
    }
  }

  @Test
  void dropsAListOfMoreThan64KiB() {
    String list =
        IntStream.range(1, 700)
            .mapToObj(port -> "\"127.0.0.1:" + port + "\":" + PEER)
            .collect(Collectors.joining(",", "{", "}"));
    try (ScriptedPeer near = new ScriptedPeer().on("GET /known_peers", json(list));
        OriginalPeer peer = OriginalPeer.start(QUICK.updating().connect(near.endpoint()))) {
      await().until(() -> !peer.dropped().isEmpty());

      assertThat(peer.dropped().getFirst().reason()).contains("more than 65536 bytes");
      assertThat(peer.knownPeers()).containsOnlyKeys(near.endpoint());
    }
  }

  @Test
  void dropsAListOfAnotherContentType() {
    HttpMessage text = HttpMessage.ok("text/plain", "{\"127.0.0.1:7\":" + PEER + "}");
    try (ScriptedPeer near =
            new ScriptedPeer().on("GET /known_peers", ScriptedServer.answer(text));
        OriginalPeer peer = OriginalPeer.start(QUICK.updating().connect(near.endpoint()))) {
      await().until(() -> !peer.dropped().isEmpty());

      assertThat(peer.knownPeers()).containsOnlyKeys(near.endpoint());
    }
  }

  @Test
  void recognizesItselfByOneAddressOnly() {
    try (ReservedPort port = new ReservedPort();
        ScriptedPeer near =
            new ScriptedPeer()
                .listing(
                    "\"%s\":%s".formatted(port.endpoint(), PEER),
                    "\"0.0.0.0:%d\":%s".formatted(port.endpoint().port(), PEER));
        OriginalPeer peer =
            OriginalPeer.start(
                QUICK.updating().port(port.endpoint().port()).connect(near.endpoint()))) {
      await().until(() -> !peer.messages().isEmpty());

      assertThat(peer.knownPeers())
          .containsOnlyKeys(
              near.endpoint(),
              new Endpoint(InetAddress.ofLiteral("0.0.0.0"), peer.endpoint().port()));
    }
  }

  private static ScriptedPeer onConnect(ScriptedServer.Reaction reaction) {
    return new ScriptedPeer().on("POST /connect", reaction);
  }

  private static int portIn(HttpMessage connect) {
    try {
      return Introduction.read(connect.body()).port();
    } catch (Json.Refused e) {
      throw new AssertionError(e);
    }
  }

  /// @return the status of its handshake, or the reason why there is none
  private static Object lookFor(Endpoint peer) {
    try {
      return RawClient.get(peer, "/").status();
    } catch (IOException e) {
      return e;
    }
  }
}

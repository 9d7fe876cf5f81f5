package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.Patience.await;
import static p2pgossip.peer.WatchedPeer.QUICK;
import static p2pgossip.peer.WatchedPeer.SLOW;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.Standing;
import p2pgossip.original.Endpoint;
import p2pgossip.original.HttpMessage;
import p2pgossip.original.Introduction;
import p2pgossip.original.OriginalFlags;
import p2pgossip.original.OriginalPeer;
import p2pgossip.original.RawClient;
import p2pgossip.original.ReservedPort;
import p2pgossip.original.ScriptedPeer;
import p2pgossip.original.ScriptedServer;

/// Peers that ask this one to connect.
class CallersTest {

  private static final OriginalFlags ORIGINAL = OriginalFlags.NONE.period(Duration.ofMillis(50));

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime();

  @Test
  void aCallerIsCheckedBackBeforeTheFirstMessage() throws IOException {
    try (WatchedPeer ours = WatchedPeer.start(runtime, QUICK);
        ScriptedPeer caller = new ScriptedPeer()) {
      RawClient.post(ours.endpoint(), "/connect", caller.self().json());
      await().until(() -> caller.count("POST /message") > 0);

      assertThat(caller.asked()).startsWith("GET /", "POST /message");
      assertThat(caller.asked()).doesNotContain("POST /connect");
      assertThat(ours.standing(caller.endpoint())).isEqualTo(Standing.CONNECTED);
    }
  }

  @Test
  void aCallerThatIsNotThereStaysPendingAndIsNeitherToldNorListed() throws IOException {
    try (WatchedPeer ours = WatchedPeer.start(runtime, QUICK);
        ReservedPort nobody = new ReservedPort()) {
      RawClient.post(ours.endpoint(), "/connect", introductionOf(nobody).json());
      ours.awaitPeriods(3);

      assertThat(ours.standing(nobody.endpoint())).isEqualTo(Standing.PENDING);
      assertThat(ours.told()).isEmpty();
      assertThat(RawClient.get(ours.endpoint(), "/known_peers").text()).isEqualTo("{}");
    }
  }

  @Test
  void aCallerThatListensOnlyLaterIsCheckedAgain() throws IOException {
    try (WatchedPeer ours = WatchedPeer.start(runtime, QUICK);
        ReservedPort port = new ReservedPort()) {
      RawClient.post(ours.endpoint(), "/connect", introductionOf(port).json());
      await().until(() -> neighbor(ours, port.endpoint()).health().failures() > 0);

      try (OriginalPeer late =
          OriginalPeer.start(OriginalFlags.NONE.port(port.endpoint().port()))) {
        await().until(() -> late.messages().size() >= 2);

        assertThat(ours.standing(late.endpoint())).isEqualTo(Standing.CONNECTED);
      }
    }
  }

  @Test
  void anOriginalThatConnectsBeforeItListensIsPendingFirst() {
    try (WatchedPeer ours = WatchedPeer.start(runtime, SLOW);
        OriginalPeer original = OriginalPeer.start(ORIGINAL.connect(ours.endpoint()))) {
      ours.awaitStanding(original.endpoint(), Standing.CONNECTED);

      assertThat(ours.events())
          .filteredOn(
              event ->
                  event instanceof GossipEvent.PeerPending
                      || event instanceof GossipEvent.PeerConnected)
          .extracting(event -> event.getClass().getSimpleName())
          .containsExactly("PeerPending", "PeerConnected");
    }
  }

  @Test
  void aCallerIsStoredUnderItsHostAlias() throws IOException {
    try (WatchedPeer ours = WatchedPeer.start(runtime, SLOW)) {
      Introduction caller =
          new Introduction(
              ours.peer().self().started(), Duration.ofSeconds(1), 1, InetAddress.ofLiteral("::1"));

      String welcome = RawClient.post(ours.endpoint(), "/connect", caller.json()).text();

      assertThat(welcome).startsWith("You, [::1]:1  are now connected");
      Neighbor stored = neighbor(ours, new Endpoint(InetAddress.ofLiteral("::1"), 1));
      assertThat(stored.origin()).isEqualTo(new Origin.Called());
    }
  }

  @Test
  void aCallerWithoutAnAliasIsStoredUnderTheAddressThatItCameFrom() throws IOException {
    InetAddress elsewhere = Loopbacks.other();
    try (WatchedPeer ours = WatchedPeer.start(runtime, elsewhere, SLOW);
        ReservedPort nobody = new ReservedPort();
        RawClient client = new RawClient(ours.endpoint(), new Endpoint(elsewhere, 0))) {
      HttpMessage request =
          HttpMessage.request("POST", "/connect", ours.endpoint())
              .with("application/json", introductionOf(nobody).json());

      client.ask(request);

      assertThat(ours.standing(new Endpoint(elsewhere, nobody.endpoint().port())))
          .isEqualTo(Standing.PENDING);
      assertThat(ours.standing(nobody.endpoint())).isNull();
    }
  }

  @Test
  void anOriginalWithAnAliasGossipsWithUsUnderIt() {
    InetAddress elsewhere = Loopbacks.other();
    try (WatchedPeer ours = WatchedPeer.start(runtime, QUICK);
        OriginalPeer original =
            OriginalPeer.start(ORIGINAL.hostAlias(elsewhere).connect(ours.endpoint()))) {
      await().until(() -> original.messages().size() >= 2);

      assertThat(ours.standing(new Endpoint(elsewhere, original.endpoint().port())))
          .isEqualTo(Standing.CONNECTED);
    }
  }

  @Test
  void connectIsAnsweredEvenWithoutRoom() {
    try (ScriptedPeer first = new ScriptedPeer();
        WatchedPeer ours = WatchedPeer.start(runtime, SLOW.withMaxPeers(1), first.endpoint())) {
      ours.awaitStanding(first.endpoint(), Standing.CONNECTED);
      try (OriginalPeer second = OriginalPeer.start(ORIGINAL.connect(ours.endpoint()));
          OriginalPeer third = OriginalPeer.start(ORIGINAL.connect(ours.endpoint()))) {
        await().until(() -> second.isRunning() && third.isRunning());

        assertThat(ours.peer().knownPeers().size()).isEqualTo(1);
        assertThat(ours.events(GossipEvent.Full.class)).hasSize(1);
      }
    }
  }

  @Test
  void aCallerRefusedForLackOfRoomIsToldToTryLater() throws IOException {
    try (ScriptedPeer first = new ScriptedPeer();
        ScriptedPeer second = new ScriptedPeer();
        WatchedPeer ours = WatchedPeer.start(runtime, SLOW.withMaxPeers(1), first.endpoint())) {
      ours.awaitStanding(first.endpoint(), Standing.CONNECTED);

      HttpMessage answer = RawClient.post(ours.endpoint(), "/connect", second.self().json());

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"started\":\"2026-11-22T06:45:06Z\",\"period\":5,\"port\":1,\"host_alias\":null}",
        "{\"started\":\"2026-11-22T06:45:06Z\",\"period\":{\"secs\":5,\"nanos\":0},\"port\":0}",
        "{\"started\":\"2026-11-22T06:45:06Z\",\"period\":{\"secs\":5,\"nanos\":0},\"port\":1,"
            + "\"host_alias\":\"localhost\"}",
        "{\"started\":\"2026-11-22T06:45:06Z\",\"period\":{\"secs\":5,\"nanos\":0},\"port\":1,"
            + "\"host_alias\":\"0.0.0.0\"}",
        "{\"started\":\"2026-11-22T06:45:06Z\",\"period\":{\"secs\":5,\"nanos\":0},\"port\":1,"
            + "\"host_alias\":\"224.0.0.1\"}"
      })
  void aCallerThatCanNotBeReachedIsRefusedInWordsAndNotStored(String body) throws IOException {
    try (WatchedPeer ours = WatchedPeer.start(runtime, SLOW);
        RawClient client = new RawClient(ours.endpoint())) {
      HttpMessage connect =
          HttpMessage.request("POST", "/connect", ours.endpoint()).with("application/json", body);

      HttpMessage answer = client.ask(connect);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
      assertThat(client.ask(HttpMessage.request("GET", "/known_peers", ours.endpoint())).text())
          .isEqualTo("{}");
      assertThat(ours.peer().knownPeers().size()).isZero();
    }
  }

  @Test
  void aCallerThatIsNotAPeerIsNeverTold() throws IOException {
    try (WatchedPeer ours = WatchedPeer.start(runtime, QUICK);
        ScriptedPeer web =
            new ScriptedPeer()
                .on(
                    "GET /",
                    ScriptedServer.answer(HttpMessage.ok("text/html", "<h1>It works!</h1>")))) {
      RawClient.post(ours.endpoint(), "/connect", web.self().json());
      await().until(() -> web.count("GET /") >= 2);
      ours.awaitPeriods(2);

      assertThat(web.asked()).containsOnly("GET /");
      assertThat(ours.told()).isEmpty();
    }
  }

  private static Introduction introductionOf(ReservedPort port) {
    return new Introduction(Instant.EPOCH, Duration.ofSeconds(1), port.endpoint().port(), null);
  }

  private static Neighbor neighbor(WatchedPeer peer, Endpoint endpoint) {
    return Objects.requireNonNull(peer.peer().knownPeers().get(WatchedPeer.address(endpoint)));
  }
}

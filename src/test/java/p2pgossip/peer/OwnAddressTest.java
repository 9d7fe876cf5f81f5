package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.original.Patience.await;
import static p2pgossip.peer.WatchedPeer.QUICK;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Standing;
import p2pgossip.original.Endpoint;
import p2pgossip.original.HttpMessage;
import p2pgossip.original.Introduction;
import p2pgossip.original.RawClient;
import p2pgossip.original.ScriptedPeer;

/// A peer never becomes its own neighbour, under any address.
class OwnAddressTest {

  /// An address that no machine has (RFC 5737), so that the peer listens on all of this machine's.
  private static final InetAddress ALIAS = InetAddress.ofLiteral("192.0.2.7");

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime();

  private static void isRefusedAsItself(Failure failure) {
    assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
    assertThat(failure.reason()).endsWith(" itself");
  }

  @Test
  void itRefusesToConnectToItself() {
    try (WatchedPeer ours = WatchedPeer.start(runtime, QUICK)) {
      ours.peer().connect(ours.address());
      ours.awaitPeriods(2);

      assertThat(ours.awaitEvent(GossipEvent.ConnectFailed.class).failure())
          .satisfies(OwnAddressTest::isRefusedAsItself);
      assertThat(ours.peer().knownPeers().size()).isZero();
    }
  }

  @Test
  void itRecognizesItselfBehindAnotherAddress() {
    try (WatchedPeer ours = WatchedPeer.start(runtime, ALIAS, QUICK)) {
      Endpoint loopback = Endpoint.onLoopback(ours.address().port());
      ours.peer().connect(WatchedPeer.address(loopback));
      GossipEvent.ConnectFailed failed = ours.awaitEvent(GossipEvent.ConnectFailed.class);
      ours.awaitPeriods(2);

      assertThat(ours.address().ip()).isEqualTo(ALIAS);
      assertThat(failed.failure()).satisfies(OwnAddressTest::isRefusedAsItself);
      assertThat(failed.tryingAgain()).isFalse();
      assertThat(ours.standing(loopback)).isNull();
      assertThat(ours.heard()).isEmpty();
    }
  }

  @Test
  void itDoesNotLearnItselfUnderAnotherAddress() {
    try (ScriptedPeer near = new ScriptedPeer();
        WatchedPeer ours =
            WatchedPeer.start(runtime, ALIAS, QUICK.withUpdate(true), near.endpoint())) {
      Endpoint loopback = Endpoint.onLoopback(ours.address().port());
      near.listing(ScriptedPeer.entry(loopback, ours.introduction()));
      long before = near.count("GET /known_peers");
      await().until(() -> near.count("GET /known_peers") >= before + 3);

      assertThat(ours.standing(loopback)).isNull();
      assertThat(ours.heard()).isEmpty();
    }
  }

  @Test
  void itDoesNotLearnItselfFromAListThatDescribesItWrongly() {
    try (ScriptedPeer near = new ScriptedPeer();
        WatchedPeer ours =
            WatchedPeer.start(runtime, ALIAS, QUICK.withUpdate(true), near.endpoint())) {
      Endpoint loopback = Endpoint.onLoopback(ours.address().port());
      Introduction wrong =
          new Introduction(
              near.self().started().minusSeconds(1), near.self().period(), loopback.port(), null);
      near.listing(ScriptedPeer.entry(loopback, wrong));
      GossipEvent.PeerForgotten forgotten = ours.awaitEvent(GossipEvent.PeerForgotten.class);
      long before = near.count("GET /known_peers");
      await().until(() -> near.count("GET /known_peers") >= before + 3);

      assertThat(forgotten.peer()).isEqualTo(WatchedPeer.address(loopback));
      assertThat(ours.events(GossipEvent.PeerForgotten.class)).hasSize(1);
      assertThat(ours.standing(loopback)).isNull();
      assertThat(ours.heard()).isEmpty();
    }
  }

  @Test
  void itAnswersAtEachAddressOfItsNameAndConnectsToItselfAtNone() throws IOException {
    List<InetAddress> both = List.of(InetAddress.ofLiteral("127.0.0.1"), Loopbacks.other());
    try (WatchedPeer ours = WatchedPeer.start(runtime, new HostAlias("both.example", both), QUICK);
        WatchedPeer caller = WatchedPeer.start(runtime, QUICK)) {
      Endpoint second = new Endpoint(both.getLast(), ours.address().port());
      ours.peer().connect(WatchedPeer.address(second));
      ours.peer().connect(ours.address());
      await().until(() -> ours.events(GossipEvent.ConnectFailed.class).size() == 2);
      caller.peer().connect(WatchedPeer.address(second));
      caller.awaitStanding(second, Standing.CONNECTED);
      HttpMessage itself = RawClient.post(second, "/connect", ours.introduction().json());

      assertThat(ours.address().ip()).isEqualTo(both.getFirst());
      assertThat(ours.events(GossipEvent.ConnectFailed.class))
          .allSatisfy(failed -> isRefusedAsItself(failed.failure()));
      assertThat(RawClient.get(ours.endpoint(), "/").status()).isEqualTo(200);
      assertThat(itself.status()).isEqualTo(400);
      assertThat(itself.text()).contains("itself");
    }
  }

  @Test
  void itCallsNoAddressOfItsNameThatThisMachineLacks() {
    InetAddress outer = InetAddress.ofLiteral("192.0.2.8");
    HostAlias alias = new HostAlias("router.example", List.of(ALIAS, outer));
    try (WatchedPeer ours = WatchedPeer.start(runtime, alias, QUICK);
        ScriptedPeer near = new ScriptedPeer()) {
      PeerAddress own = new PeerAddress(outer, ours.address().port());
      near.listing(ScriptedPeer.entry(new Endpoint(outer, own.port()), near.self()));
      ours.peer().change(QUICK.withUpdate(true));
      ours.peer().connect(WatchedPeer.address(near.endpoint()));
      await().until(() -> near.count("GET /known_peers") >= 3);
      ours.peer().connect(own);

      assertThat(ours.awaitEvent(GossipEvent.ConnectFailed.class).failure())
          .satisfies(OwnAddressTest::isRefusedAsItself);
      assertThat(ours.peer().knownPeers().get(own)).isNull();
    }
  }

  @Test
  void itTurnsItselfAwayAsACaller() throws IOException {
    try (WatchedPeer ours = WatchedPeer.start(runtime, QUICK)) {
      HttpMessage answer = RawClient.post(ours.endpoint(), "/connect", ours.introduction().json());

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).contains("itself");
      assertThat(ours.peer().knownPeers().size()).isZero();
    }
  }

  @Test
  void itRecognizesItselfOnAnotherLoopbackAddress() {
    InetAddress elsewhere = Loopbacks.other();
    try (WatchedPeer ours = WatchedPeer.start(runtime, elsewhere, QUICK)) {
      ours.peer().connect(ours.address());

      assertThat(ours.address().ip()).isEqualTo(elsewhere);
      assertThat(ours.awaitEvent(GossipEvent.ConnectFailed.class).failure())
          .satisfies(OwnAddressTest::isRefusedAsItself);
    }
  }
}

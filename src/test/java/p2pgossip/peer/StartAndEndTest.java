package p2pgossip.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static p2pgossip.original.Patience.await;
import static p2pgossip.peer.WatchedPeer.QUICK;
import static p2pgossip.peer.WatchedPeer.SLOW;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.original.Endpoint;
import p2pgossip.original.HttpMessage;
import p2pgossip.original.OriginalFlags;
import p2pgossip.original.OriginalPeer;
import p2pgossip.original.RawClient;
import p2pgossip.original.ReservedPort;
import p2pgossip.original.ScriptedPeer;

class StartAndEndTest {

  @AutoClose private final PeerRuntime runtime = WatchedPeer.runtime();

  @Test
  void aPeerAnswersAsSoonAsItHasStarted() throws IOException {
    try (WatchedPeer peer = WatchedPeer.start(runtime, QUICK)) {
      assertThat(RawClient.get(peer.endpoint(), "/").status()).isEqualTo(200);
      assertThat(peer.events()).first().isInstanceOf(GossipEvent.Started.class);
    }
  }

  @Test
  void aPeerWithoutAnAliasListensWhereTheOriginalDoes() {
    try (WatchedPeer peer = WatchedPeer.start(runtime, SLOW)) {
      assertThat(peer.endpoint()).isEqualTo(Endpoint.onLoopback(peer.peer().self().port()));
      assertThat(peer.peer().self().hostAlias()).isNull();
    }
  }

  @Test
  void aPeerAnnouncesItsAliasAndGossipsUnderIt() {
    InetAddress elsewhere = Loopbacks.other();
    try (ScriptedPeer target = new ScriptedPeer();
        WatchedPeer aliased = WatchedPeer.start(runtime, elsewhere, SLOW, target.endpoint());
        WatchedPeer caller =
            WatchedPeer.start(runtime, QUICK.withText("psst"), aliased.endpoint())) {
      await().until(() -> aliased.heard().contains("psst"));
      await().until(() -> target.count("POST /connect") == 1);

      assertThat(aliased.endpoint().ip()).isEqualTo(elsewhere);
      assertThat(target.requests().get(1).text()).isEqualTo(aliased.introduction().json());
      assertThat(caller.peer().knownPeers().contains(aliased.address())).isTrue();
    }
  }

  @Test
  void aTakenPortIsRefusedWithTheReason() {
    try (WatchedPeer first = WatchedPeer.start(runtime, SLOW)) {
      PeerConfig same = new PeerConfig(first.address().port(), null, SLOW, List.of());

      assertThatThrownBy(() -> RunningPeer.start(same, runtime, _ -> {}))
          .isInstanceOf(BindException.class)
          .hasMessageContaining("port " + first.address().port())
          .hasMessageContaining("taken");
    }
  }

  @Test
  void aPeerThatEndsLeavesTheOthersRunning() {
    try (WatchedPeer one = WatchedPeer.start(runtime, QUICK);
        WatchedPeer two = WatchedPeer.start(runtime, QUICK, one.endpoint())) {
      WatchedPeer three = WatchedPeer.start(runtime, QUICK, one.endpoint());
      try (three) {
        await().until(() -> one.peer().knownPeers().size() == 2);
      }
      int heard = two.heard().size();
      await().until(() -> two.heard().size() >= heard + 3);

      assertThatThrownBy(() -> RawClient.get(three.endpoint(), "/"))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void aKeptConnectionEndsWithThePeer() throws IOException {
    WatchedPeer peer = WatchedPeer.start(runtime, SLOW);
    try (RawClient client = new RawClient(peer.endpoint())) {
      HttpMessage handshake = HttpMessage.request("GET", "/", peer.endpoint());
      try (peer) {
        assertThat(client.ask(handshake).status()).isEqualTo(200);
      }

      assertThatThrownBy(() -> client.ask(handshake)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aPeerRestartedOnItsPortIsFoundOverKeptConnections() {
    // However long it takes until the port is listened on again, it is not given up.
    try (ReservedPort place = new ReservedPort();
        WatchedPeer neighbor = WatchedPeer.start(runtime, QUICK.withFailureLimit(1_000))) {
      try (WatchedPeer first = WatchedPeer.startAt(place, runtime, QUICK)) {
        neighbor.peer().connect(first.address());
        await().until(() -> first.heard().size() >= 2);
      }
      try (WatchedPeer second = WatchedPeer.startAt(place, runtime, QUICK)) {
        await().until(() -> second.heard().size() >= 2);

        assertThat(neighbor.events(GossipEvent.PeerForgotten.class)).isEmpty();
      }
    }
  }

  @Test
  void nothingHappensToAPeerAfterItHasEnded() {
    try (OriginalPeer original =
        OriginalPeer.start(OriginalFlags.NONE.period(Duration.ofMillis(50)))) {
      await().until(original::isRunning);
      WatchedPeer peer = WatchedPeer.start(runtime, QUICK, original.endpoint());
      try (peer) {
        await().until(() -> peer.heard().size() >= 2);
      }
      peer.peer().close();
      peer.peer().sendNow();
      peer.peer().connect(WatchedPeer.address(original.endpoint()));

      assertThat(peer.events()).last().isInstanceOf(GossipEvent.Stopped.class);
      assertThat(peer.events(GossipEvent.Stopped.class)).hasSize(1);
    }
  }

  @Test
  void aFailureInAPeriodIsReportedAndTheNextPeriodComes() {
    AtomicInteger asked = new AtomicInteger();
    PeerRuntime failingOnce =
        new PeerRuntime(
            _ -> {
              if (asked.getAndIncrement() == 1) {
                throw new IllegalStateException("no words");
              }
              return "gossip";
            },
            1);
    try (failingOnce;
        WatchedPeer peer = WatchedPeer.start(failingOnce, QUICK)) {
      GossipEvent.Trouble trouble = peer.awaitEvent(GossipEvent.Trouble.class);
      peer.awaitPeriods(2);

      assertThat(trouble.cause()).contains("no words");
      assertThat(peer.events(GossipEvent.Trouble.class)).hasSize(1);
    }
  }
}

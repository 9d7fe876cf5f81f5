package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Answer;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.Failure.Kind;
import p2pgossip.gossip.Hearing;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.Offer;
import p2pgossip.gossip.Peer;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Reply;
import p2pgossip.gossip.Request;
import p2pgossip.net.RecordingService.Connected;
import p2pgossip.net.RecordingService.Heard;
import p2pgossip.testing.Recorder;

/// The client, calling well-behaved peers.
class HttpPeerClientTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final Message HELLO = new Message("hello", null);

  private static StartedThreads clientThreads() {
    return new StartedThreads("requester-dispatch", "p2pgossip-client");
  }

  @Test
  void aPeerIntroducesItself() throws IOException {
    try (ServedPeer peer = new ServedPeer();
        HttpPeerClient client = new HttpPeerClient()) {
      assertThat(Told.of(client, new Request.Handshake(peer.address())))
          .isEqualTo(new Reply.Introduced(peer.service.self()));
    }
  }

  @Test
  void aPeerAcceptsAnIntroductionAndIsSentNoOffers() throws IOException {
    try (ServedPeer peer = new ServedPeer();
        HttpPeerClient client = new HttpPeerClient()) {
      Peer self = new RecordingService(9000).self();
      assertThat(self.offers()).containsExactly(Offer.SENDER);
      assertThat(Told.of(client, new Request.Connect(peer.address(), self)))
          .isEqualTo(new Reply.Accepted());
      assertThat(peer.service.connected)
          .containsExactly(
              new Connected(HERE, new Peer(self.started(), self.period(), 9000, null, Set.of())));
    }
  }

  @Test
  void aPeerListsThePeersThatItKnows() throws IOException {
    try (ServedPeer peer = new ServedPeer();
        HttpPeerClient client = new HttpPeerClient()) {
      Peer other =
          new Peer(peer.service.self().started(), Duration.ofSeconds(1), 7, null, Set.of());
      PeerAddress four = PeerAddress.parse("10.0.0.7:7");
      PeerAddress six = PeerAddress.parse("[2001:db8::1]:7");
      peer.service.known.putAll(Map.of(four, other, six, other));
      assertThat(Told.of(client, new Request.AskKnownPeers(peer.address())))
          .isEqualTo(new Reply.Known(Map.of(four, other, six, other), 0));
    }
  }

  @Test
  void aPeerHearsAMessage() throws IOException {
    try (ServedPeer peer = new ServedPeer();
        HttpPeerClient client = new HttpPeerClient()) {
      Message message = new Message("hé \"you\"\n😀", PeerAddress.parse("10.0.0.7:8080"));
      Told told = new Told();
      client.send(new Request.Tell(peer.address(), message), told);
      assertThat(told.outcome()).isEqualTo(new Reply.Heard(Hearing.UNSAID));
      assertThat(told.roundTrip()).isPositive();
      assertThat(peer.service.heard).containsExactly(new Heard(HERE, message));
    }
  }

  @Test
  void aPeerIsReachedOverIpv6() throws IOException {
    InetAddress six = InetAddress.ofLiteral("::1");
    try (NetworkThreads threads = new NetworkThreads(2);
        PeerServer server = PeerServer.open(threads, six, 0, new Random(1));
        HttpPeerClient client = new HttpPeerClient()) {
      RecordingService service = new RecordingService(server.port());
      server.serve(service);
      Request.Handshake handshake = new Request.Handshake(new PeerAddress(six, server.port()));
      assertThat(Told.of(client, handshake)).isEqualTo(new Reply.Introduced(service.self()));
    }
  }

  @Test
  void aPeersReasonForARefusalIsPassedOn() throws IOException {
    try (ServedPeer peer = new ServedPeer();
        HttpPeerClient client = new HttpPeerClient()) {
      peer.service.connecting = _ -> new Answer.Refused("it knows 256 peers already", true);
      assertThat(Told.of(client, new Request.Connect(peer.address(), peer.service.self())))
          .isEqualTo(new Failure(Kind.REFUSED, "it refused: it knows 256 peers already"));
    }
  }

  @Test
  void hangingPeersDelayNoneOfAThousandOthers() throws IOException {
    List<PeerServer> peers = new ArrayList<>();
    List<ServerSocket> hanging = new ArrayList<>();
    List<Told> stuck = new ArrayList<>();
    Duration limit = Duration.ofSeconds(30);
    StartedThreads started = clientThreads();
    try (NetworkThreads threads = new NetworkThreads(2)) {
      for (int i = 0; i < 100; i++) {
        PeerServer peer = PeerServer.open(threads, HERE, 0, new Random(i));
        peer.serve(new RecordingService(peer.port()));
        peers.add(peer);
      }
      for (int i = 0; i < 200; i++) {
        hanging.add(new ServerSocket(0, 5, HERE));
      }
      try (HttpPeerClient client = new HttpPeerClient(ClientLimits.DEFAULT.withTime(limit))) {
        for (ServerSocket socket : hanging) {
          stuck.add(new Told());
          PeerAddress to = new PeerAddress(HERE, socket.getLocalPort());
          client.send(new Request.Tell(to, HELLO), stuck.getLast());
        }
        List<Told> moving = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
          moving.add(new Told());
          PeerAddress to = new PeerAddress(HERE, peers.get(i % peers.size()).port());
          client.send(new Request.Tell(to, HELLO), moving.getLast());
        }
        await().atMost(limit).until(() -> moving.stream().allMatch(told -> told.count() == 1));
        assertThat(stuck).allMatch(told -> told.count() == 0);
        assertThat(moving).allMatch(told -> told.outcome().equals(new Reply.Heard(Hearing.UNSAID)));
        assertThat(started.count()).isBetween(1L, 3L);
      }
      peers.forEach(PeerServer::close);
    } finally {
      for (ServerSocket socket : hanging) {
        socket.close();
      }
    }
    Failure closing = new Failure(Kind.UNREACHABLE, "this program is closing its connections");
    assertThat(stuck).allMatch(told -> told.outcome().equals(closing));
  }

  @Test
  void manyThatHangAreAllGivenUpInTime() throws IOException {
    List<ServerSocket> hanging = new ArrayList<>();
    Duration limit = Duration.ofSeconds(2);
    try (HttpPeerClient client = new HttpPeerClient(ClientLimits.DEFAULT.withTime(limit))) {
      List<Told> stuck = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        hanging.add(new ServerSocket(0, 5, HERE));
        stuck.add(new Told());
        PeerAddress to = new PeerAddress(HERE, hanging.getLast().getLocalPort());
        client.send(new Request.Tell(to, HELLO), stuck.getLast());
      }
      assertThat(stuck)
          .allMatch(
              told -> told.outcome().equals(new Failure(Kind.TIMED_OUT, "no answer within 2 s")));
    } finally {
      for (ServerSocket socket : hanging) {
        socket.close();
      }
    }
  }

  @Test
  void closingFailsPendingRequestsAndLeavesNoThread() throws IOException {
    try (ScriptedServer server = new ScriptedServer(ScriptedServer.Visitor::waitForLeaving)) {
      StartedThreads started = clientThreads();
      HttpPeerClient client = new HttpPeerClient();
      List<Told> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        all.add(new Told());
        client.send(new Request.Tell(server.address(), HELLO), all.getLast());
      }
      assertThat(started.count()).isPositive();
      client.close();
      client.close();
      Failure closing = new Failure(Kind.UNREACHABLE, "this program is closing its connections");
      assertThat(all).allMatch(told -> told.outcome().equals(closing));
      assertThat(Told.of(client, new Request.Handshake(server.address()))).isEqualTo(closing);
      await().until(() -> started.count() == 0);
      assertThat(all).allMatch(told -> told.count() == 1);
    }
  }

  @Test
  void aClientThatSentNothingHasNoThreads() {
    StartedThreads started = clientThreads();
    try (HttpPeerClient client = new HttpPeerClient()) {
      assertThat(client).isNotNull();
      assertThat(started.count()).isZero();
    }
  }

  @Test
  void aListenerThatFailsIsReportedAndTheNextIsServed() throws IOException {
    Recorder<Throwable> uncaught = new Recorder<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, cause) -> uncaught.accept(cause));
    try (ServedPeer peer = new ServedPeer();
        HttpPeerClient client = new HttpPeerClient()) {
      Request.Tell tell = new Request.Tell(peer.address(), HELLO);
      IllegalStateException trouble = new IllegalStateException("listener");
      client.send(
          tell,
          new PeerClient.Outcome() {
            @Override
            public void answered(Reply reply, Duration roundTrip) {
              throw trouble;
            }

            @Override
            public void failed(Failure failure) {}
          });
      await().dontCatchUncaughtExceptions().until(() -> uncaught.contains(trouble));
      assertThat(Told.of(client, tell)).isEqualTo(new Reply.Heard(Hearing.UNSAID));
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }
}

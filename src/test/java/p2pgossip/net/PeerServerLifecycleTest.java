package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import p2pgossip.original.ReservedPort;

class PeerServerLifecycleTest {

  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final String GOOD = RawConnection.post("/message", "{\"message\":\"good\"}");

  @Test
  void aTakenPortIsReportedInWords() throws IOException {
    try (NetworkThreads threads = new NetworkThreads(2);
        ServerSocket taken = new ServerSocket(0, 1, HERE)) {
      int port = taken.getLocalPort();
      assertThatExceptionOfType(BindException.class)
          .isThrownBy(() -> PeerServer.open(threads, HERE, port, new Random(1)))
          .withMessage(
              "port " + port + " of 127.0.0.1 is taken by another program; choose another one");
    }
  }

  @Test
  void anAddressOfAnotherMachineIsReportedInWords() {
    try (NetworkThreads threads = new NetworkThreads(2)) {
      InetAddress elsewhere = InetAddress.ofLiteral("192.0.2.1");
      assertThatExceptionOfType(BindException.class)
          .isThrownBy(() -> PeerServer.open(threads, elsewhere, 0, new Random(1)))
          .withMessage("192.0.2.1 is not an address of this machine");
    }
  }

  @Test
  void aCallerWaitsUntilThePeerIsReady() throws IOException {
    try (NetworkThreads threads = new NetworkThreads(2);
        PeerServer server = PeerServer.open(threads, HERE, 0, new Random(1));
        RawConnection early = new RawConnection(server.address())) {
      early.send(GOOD);
      server.serve(new RecordingService(server.port()));
      assertThat(early.answer().status()).isEqualTo(200);
    }
  }

  @Test
  void aServerThatNeverServedIsClosedToo() throws IOException {
    try (NetworkThreads threads = new NetworkThreads(2)) {
      PeerServer server = PeerServer.open(threads, HERE, 0, new Random(1));
      server.close();
      assertThatExceptionOfType(ConnectException.class)
          .isThrownBy(() -> new RawConnection(server.address()));
    }
  }

  @Test
  void aClosedServerAnswersNoMoreAndItsPortIsFreeAtOnce() throws IOException {
    try (ReservedPort place = new ReservedPort();
        ServedPeer peer = new ServedPeer(ServerLimits.DEFAULT, place.endpoint().port(), null);
        RawConnection idle = peer.connect()) {
      idle.send(GOOD).answer();
      peer.server.close();
      assertThatExceptionOfType(ConnectException.class).isThrownBy(peer::connect);
      assertThat(idle.isClosedInSilence()).isTrue();
      try (PeerServer next =
          PeerServer.open(peer.threads, HERE, peer.server.port(), new Random(1))) {
        assertThat(next.port()).isEqualTo(place.endpoint().port());
      }
    }
  }

  @Test
  void closingTwiceIsClosingOnce() throws IOException {
    ServedPeer peer = new ServedPeer();
    peer.close();
    peer.close();
    assertThatExceptionOfType(ConnectException.class).isThrownBy(peer::connect);
  }

  @Test
  void aServerIsNotClosedByAThreadThatServesIt() throws IOException {
    try (ServedPeer peer = new ServedPeer();
        RawConnection connection = peer.connect()) {
      peer.service.breaking =
          _ -> {
            peer.server.close();
            return null;
          };
      assertThat(connection.send(GOOD).answer().status()).isEqualTo(500);
      await().until(() -> !peer.service.failed.isEmpty());
      assertThat(peer.service.failed.first().cause())
          .hasMessage("a server can't be closed from a thread that serves it");
    }
  }

  @Test
  void manyServersShareAFewThreadsAndLeaveNone() throws IOException {
    StartedThreads started = new StartedThreads("p2pgossip-server");
    NetworkThreads threads = new NetworkThreads(2);
    List<PeerServer> servers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      PeerServer server = PeerServer.open(threads, HERE, 0, new Random(i));
      RecordingService service = new RecordingService(server.port());
      server.serve(service);
      servers.add(server);
    }
    for (PeerServer server : servers) {
      try (RawConnection connection = new RawConnection(server.address())) {
        assertThat(connection.send(GOOD).answer().status()).isEqualTo(200);
      }
    }
    assertThat(started.count()).isBetween(1L, 5L);
    servers.forEach(PeerServer::close);
    threads.close();
    threads.close();
    await().until(() -> started.count() == 0);
  }
}

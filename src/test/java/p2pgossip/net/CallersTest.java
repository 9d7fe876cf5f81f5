package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// One address that opens more connections than it may.
class CallersTest {

  private static final InetAddress ANOTHER = InetAddress.ofLiteral("127.0.0.2");

  // Elsewhere a machine has but one loopback address.
  @Test
  @EnabledOnOs({OS.LINUX, OS.WINDOWS})
  void oneAddressMayNotTakeAllConnectionsAndOthersAreServed() throws IOException {
    List<RawConnection> open = new ArrayList<>();
    try (ServedPeer peer = new ServedPeer()) {
      for (int i = 0; i < Callers.PER_SOURCE; i++) {
        open.add(peer.connect());
      }
      assertThat(open.getLast().send(RawConnection.get("/")).answer().status()).isEqualTo(200);

      try (RawConnection oneMore = peer.connect()) {
        assertThat(oneMore.isClosedInSilence()).isTrue();
      }
      assertThat(answerFromAnother(peer.server.address())).startsWith("HTTP/1.1 200 ");

      open.removeLast().leave();
      try (RawConnection instead = awaitAnswered(peer)) {
        assertThat(instead.send(RawConnection.get("/")).answer().status()).isEqualTo(200);
      }
    } finally {
      for (RawConnection connection : open) {
        connection.close();
      }
    }
  }

  private static String answerFromAnother(InetSocketAddress server) throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(ANOTHER, 0));
      socket.setSoTimeout(10_000);
      socket.connect(server);
      socket
          .getOutputStream()
          .write(
              "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  /// The server sees only after a moment that somebody has left.
  private static RawConnection awaitAnswered(ServedPeer peer) {
    return await()
        .until(
            () -> {
              RawConnection connection = peer.connect();
              try {
                connection.send(RawConnection.get("/")).answer();
                return Optional.of(connection);
              } catch (IOException e) {
                connection.close();
                return Optional.<RawConnection>empty();
              }
            },
            Optional::isPresent)
        .orElseThrow();
  }
}

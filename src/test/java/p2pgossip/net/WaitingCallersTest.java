package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Callers that come while none is accepted: the system lets a number of them wait.
class WaitingCallersTest {

  private static final int WAITING = 5;

  /// More than any system makes of five, and fewer than wait by default.
  private static final int MANY = 40;

  private static final int NOT_AT_ONCE_MILLIS = 500;

  private final NetworkThreads threads = new NetworkThreads(2);
  private final List<RawConnection> callers = new ArrayList<>();
  private PeerServer server;

  @BeforeEach
  void open() throws IOException {
    ServerLimits usual = ServerLimits.DEFAULT;
    ServerLimits limits =
        new ServerLimits(
            usual.bodyBytes(),
            usual.connections(),
            WAITING,
            usual.waitingBodies(),
            usual.headTime(),
            usual.bodyTime(),
            usual.idleTime(),
            Duration.ofMillis(200),
            usual.events());
    server = PeerServer.open(threads, InetAddress.getLoopbackAddress(), 0, new Random(1), limits);
  }

  @AfterEach
  void close() throws IOException {
    for (RawConnection caller : callers) {
      caller.close();
    }
    server.close();
    threads.close();
  }

  /// @return whether the connection was established at once, if only to wait
  private boolean call() throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(server.address(), NOT_AT_ONCE_MILLIS);
    } catch (SocketTimeoutException | ConnectException e) {
      socket.close();
      return false;
    }
    callers.add(new RawConnection(socket));
    return true;
  }

  @Test
  void asManyWaitAsTheLimitAllowsAndNoMoreUntilTheyAreAccepted() throws IOException {
    while (callers.size() < MANY && call()) {
      // Until one is not established.
    }
    assertThat(callers).hasSizeBetween(WAITING, MANY - 1);

    server.serve(new RecordingService(server.port()));
    for (RawConnection caller : callers) {
      assertThat(caller.send(RawConnection.get("/")).answer().status()).isEqualTo(200);
    }
    assertThat(call()).isTrue();
    assertThat(callers.getLast().send(RawConnection.get("/")).answer().status()).isEqualTo(200);
  }
}

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

/// Those who call while nobody is taken: the machine lets so many wait.
class WaitingCallersTest {

  private static final int WAITING = 5;

  /// More than any machine makes of five; and fewer than wait where nothing is set.
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

  /// @return whether the call was taken at once, be it only to wait
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
  void asManyWaitAsTheLimitSaysAndBeyondThemNobodyUntilTheyAreTaken() throws IOException {
    while (callers.size() < MANY && call()) {
      // Until one is not taken.
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

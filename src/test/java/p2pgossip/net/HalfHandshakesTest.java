package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Strangers that begin a TLS handshake and never finish it.
class HalfHandshakesTest {

  private static final int AT_ONCE = 100;
  private static final Duration LONG = Duration.ofSeconds(20);

  /// The first limit is for the whole handshake.
  private static final ServerLimits IMPATIENT =
      new ServerLimits(
          32_768, 2_000, 100, 50, Duration.ofMillis(300), LONG, LONG, LONG, EventLimits.DEFAULT);

  @TempDir private Path folder;

  private static byte[] hello() throws IOException, GeneralSecurityException {
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, null, null);
    SSLEngine engine = tls.createSSLEngine();
    engine.setUseClientMode(true);
    ByteBuffer hello = ByteBuffer.allocate(32_768);
    engine.wrap(ByteBuffer.allocate(0), hello);
    return Arrays.copyOf(hello.array(), hello.position());
  }

  private static long directBuffers() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getCount)
        .sum();
  }

  @Test
  void leaveNoMemoryBehindWhenTheyAreClosed() throws Exception {
    byte[] hello = hello();
    try (SecureParty party = SecureParty.in(folder);
        ServedPeer peer = party.serve(IMPATIENT, 0)) {
      hangOn(peer, hello, 20);
      long before = directBuffers();
      for (int round = 0; round < 4; round++) {
        hangOn(peer, Arrays.copyOf(hello, 100), AT_ONCE);
        hangOn(peer, hello, 20);
      }
      assertThat(directBuffers() - before).isLessThan(2 * AT_ONCE);
    }
  }

  /// Begins many, and waits until each is closed.
  private static void hangOn(ServedPeer peer, byte[] begun, int count) throws IOException {
    List<RawConnection> strangers = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        strangers.add(peer.connect().send(begun));
      }
      await().atMost(LONG).until(() -> peer.server.callers() == 0);
    } finally {
      for (RawConnection stranger : strangers) {
        stranger.close();
      }
    }
  }

  @Test
  void countAmongWhatAllStrangersMayHoldUntilTheyAreGone() throws Exception {
    byte[] begun = Arrays.copyOf(hello(), 10);
    try (SecureParty party = SecureParty.in(folder);
        ServedPeer peer = party.serve()) {
      List<RawConnection> strangers = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        strangers.add(peer.connect().send(begun));
      }
      await().atMost(LONG).until(() -> peer.threads.intake().held() >= 10 * 512);
      for (RawConnection stranger : strangers) {
        stranger.close();
      }
      await().atMost(LONG).until(() -> peer.threads.intake().held() == 0);
    }
  }
}

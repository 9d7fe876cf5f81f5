package p2pgossip.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.hc.core5.pool.PoolEntry;
import org.apache.hc.core5.reactor.IOSession;
import org.junit.jupiter.api.RepeatedTest;
import p2pgossip.gossip.PeerAddress;

class ConnectionsTest {

  private static final int LEASED = 60;

  @RepeatedTest(40)
  void whatIsReturnedWhileTheyAreClosedFailsNobody() throws Exception {
    Connections connections =
        new Connections(ClientLimits.DEFAULT, null, new OwnConnections(), new LongAdder());
    List<PoolEntry<PeerAddress, IOSession>> leased = new ArrayList<>();
    for (int port = 1; port <= LEASED; port++) {
      Future<PoolEntry<PeerAddress, IOSession>> lease =
          connections.lease(PeerAddress.parse("127.0.0.1:" + port), null);
      leased.add(lease.get(30, TimeUnit.SECONDS));
    }
    CyclicBarrier together = new CyclicBarrier(2);
    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(
            () -> {
              meet(together);
              connections.close();
            });
    meet(together);
    leased.forEach(connections::discard);
    closing.get(30, TimeUnit.SECONDS);

    assertThat(leased).allMatch(entry -> !entry.hasConnection());
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

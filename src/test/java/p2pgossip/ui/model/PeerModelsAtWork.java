package p2pgossip.ui.model;

import static p2pgossip.ui.model.ModelAtWork.QUICK;
import static p2pgossip.ui.model.ModelAtWork.TIME_LIMIT;

import java.net.InetAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Standing;
import p2pgossip.peer.PeerRuntime;

/// What tests of a window's peer share.
abstract class PeerModelsAtWork {

  @SuppressWarnings("NullAway.Init")
  static PeerRuntime runtime;

  @BeforeAll
  static void open() {
    runtime = new PeerRuntime(random -> "Hark", 1, TIME_LIMIT);
  }

  @AfterAll
  static void close() {
    runtime.close();
  }

  static ModelAtWork model() {
    return new ModelAtWork(runtime, QUICK);
  }

  static InetAddress loopback() {
    return InetAddress.ofLiteral("127.0.0.1");
  }

  static boolean isConnected(PeerViewModel model, PeerAddress to) {
    return model
        .neighbor(to)
        .filter(neighbor -> neighbor.standing() == Standing.CONNECTED)
        .isPresent();
  }
}

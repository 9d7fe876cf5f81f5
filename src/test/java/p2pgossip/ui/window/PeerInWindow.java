package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.RunningPeer;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;

/// A window with a peer that waits for Start, for tests through its real scene with real peers.
@ExtendWith(OnScreen.class)
abstract class PeerInWindow {

  static final PeerSettings QUIET =
      PeerSettings.DEFAULT.withPeriod(Duration.ofHours(1)).withText("Have you heard?");

  @TempDir static Path folder;

  final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  WindowsAtWork work;

  @Start
  void open(Stage unused) {
    work = new WindowsAtWork(QUIET, folder);
  }

  @BeforeEach
  void awaitTheWholeWindow() {
    work.untilFurnished();
  }

  @AfterEach
  void close() {
    work.close();

    assertThat(work.uncaught()).isEmpty();
  }

  RunningPeer otherPeer(PeerAddress... targets) throws IOException {
    return RunningPeer.start(
        new PeerConfig(0, null, QUIET, List.of(targets)), work.runtime(), event -> {});
  }

  boolean isFocused(String selector) {
    return work.see(() -> work.<Node>find(selector).isFocused());
  }

  void keys(KeyCode... codes) {
    robot.press(codes).release(codes);
  }
}

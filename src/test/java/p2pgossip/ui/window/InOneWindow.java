package p2pgossip.ui.window;

import java.nio.file.Path;
import java.time.Duration;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;

/// A test of a window whose peer has not been started.
@ExtendWith(OnScreen.class)
abstract class InOneWindow {

  @TempDir static Path folder;

  final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  WindowsAtWork work;

  @Start
  void open(Stage unused) {
    work = new WindowsAtWork(PeerSettings.DEFAULT.withPeriod(Duration.ofHours(1)), folder);
  }

  @BeforeEach
  void awaitTheWholeWindow() {
    work.untilFurnished();
  }

  @AfterEach
  void close() {
    work.close();
  }
}

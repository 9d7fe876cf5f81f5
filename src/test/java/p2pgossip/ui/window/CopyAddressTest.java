package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.RunningPeer;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;

/// Copying the address of a peer by a key.
@ExtendWith(OnScreen.class)
class CopyAddressTest {

  private static final PeerSettings SETTINGS =
      PeerSettings.DEFAULT.withPeriod(Duration.ofMinutes(1));

  @TempDir static Path folder;

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

  @Start
  void open(Stage unused) {
    work = new WindowsAtWork(SETTINGS, folder);
  }

  @AfterEach
  void close() {
    work.close();

    assertThat(work.uncaught()).isEmpty();
  }

  private void press() {
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
  }

  private String copied() {
    return work.see(() -> Clipboard.getSystemClipboard().getString());
  }

  @Test
  void copiesTheOwnAddressAndThatOfTheSelectedPeer() throws IOException {
    work.untilFurnished();
    PeerAddress own = work.start();

    press();
    assertThat(copied()).isEqualTo(own.toString());

    try (RunningPeer other =
        RunningPeer.start(
            new PeerConfig(0, null, SETTINGS, List.of(own)), work.runtime(), _ -> {})) {
      work.untilModel(it -> it.picture().nodes().containsKey(other.address()));
      robot.interact(() -> work.model().selectedProperty().set(other.address()));
      press();
      assertThat(copied()).isEqualTo(other.address().toString());
    }
  }

  @Test
  void saysWhyThereIsNoAddressYet() {
    work.untilFurnished();

    press();

    assertThat(work.see(() -> work.model().journal().log().shown().getLast().toString()))
        .contains("Start this peer first");
  }
}

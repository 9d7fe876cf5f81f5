package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
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
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;

/// Copying the address of a peer by a key.
@ExtendWith(OnScreen.class)
class CopyAddressTest {

  private static final PeerAddress OTHER = PeerAddress.parse("127.0.0.1:9");

  @TempDir static Path folder;

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

  @Start
  void open(Stage unused) {
    work = new WindowsAtWork(PeerSettings.DEFAULT.withPeriod(Duration.ofMinutes(1)), folder);
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
  void copiesTheOwnAddressAndThatOfTheSelectedPeer() {
    work.untilFurnished();
    PeerAddress own = work.start();

    press();
    assertThat(copied()).isEqualTo(own.toString());

    robot.interact(() -> work.model().selectedProperty().set(OTHER));
    press();
    assertThat(copied()).isEqualTo(OTHER.toString());
  }

  @Test
  void saysWhyThereIsNoAddressYet() {
    work.untilFurnished();

    press();

    assertThat(work.see(() -> work.model().journal().log().shown().getLast().toString()))
        .contains("Start this peer first");
  }
}

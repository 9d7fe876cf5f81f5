package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.model.NetworkViewModel;

/// The bar where this window's own peer is all that there is.
class PresentationBarTest extends PeerInWindow {

  private void present() {
    robot.interact(
        () -> {
          work.first().stage().setX(0);
          work.first().stage().setY(0);
        });
    robot.type(KeyCode.F11);
    work.until(() -> robot.lookup("#presentation-bar").tryQuery().isPresent());
  }

  private boolean isDisabled(String selector) {
    return work.see(() -> work.<Node>find(selector).isDisabled());
  }

  @Test
  void nothingCanBeToldUntilThePeerRuns() {
    present();
    boolean before = isDisabled("#presentation-tell") && isDisabled("#presentation-step");
    robot.type(KeyCode.F5);
    work.untilModel(model -> model.isRunning());
    work.until(() -> !isDisabled("#presentation-tell"));

    assertThat(before).isTrue();
    assertThat(isDisabled("#presentation-step")).isFalse();
  }

  @Test
  void theOwnPeerTellsTheRumor() {
    NetworkViewModel network = work.model().network();
    robot.type(KeyCode.F5);
    work.untilModel(model -> model.isRunning());
    present();
    robot.interact(() -> work.<Button>find("#presentation-tell").fire());
    work.until(() -> network.view().measured() != null);

    assertThat(Objects.requireNonNull(network.view().spread()).rumor().origin())
        .isEqualTo(work.model().addressProperty().get());
  }

  /// Takes as long as the pointer has to rest.
  @Test
  void itHidesWhenThePointerRestsAndComesBackByAKey() {
    present();
    Node bar = work.see(() -> work.find("#presentation-bar"));
    work.until(() -> !bar.isVisible());
    robot.type(KeyCode.SHIFT);
    work.until(bar::isVisible);
  }
}

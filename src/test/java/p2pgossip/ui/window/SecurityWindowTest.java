package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.gossip.Tuning;
import p2pgossip.net.password.Password;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.RunningPeer;

/// Passwords and tuning from afar through the real scene, with real peers behind it.
class SecurityWindowTest extends PeerInWindow {

  private static final Tuning FAST =
      new Tuning(Duration.ofSeconds(1), null, null, null, null, null, null);

  private RunningPeer otherPeer(PeerSettings settings, String password) throws IOException {
    PeerConfig config = new PeerConfig(0, null, settings, List.of());
    return RunningPeer.start(
        password.isEmpty() ? config : config.withPassword(Password.of(password)),
        work.runtime(),
        event -> {});
  }

  private void untilStanding(PeerAddress peer, Standing standing) {
    work.untilModel(
        it -> it.neighbor(peer).map(Neighbor::standing).filter(standing::equals).isPresent());
  }

  private void select(PeerAddress peer) {
    robot.interact(() -> work.model().selectedProperty().set(peer));
    robot.interact(() -> work.first().refresh());
  }

  private boolean isShown(String selector) {
    return work.see(
        () -> {
          Node node = work.first().stage().getScene().getRoot().lookup(selector);
          for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
              return false;
            }
          }
          return node != null;
        });
  }

  private void fire(String selector) {
    robot.interact(work.<ButtonBase>find(selector)::fire);
  }

  /// The one node that a selector finds in any of the windows.
  private <T extends Node> T anywhere(String selector) {
    return work.see(
        () ->
            Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup(selector))
                .filter(it -> it != null)
                .map(SecurityWindowTest::<T>as)
                .findFirst()
                .orElseThrow());
  }

  @SuppressWarnings("unchecked")
  private static <T extends Node> T as(Node node) {
    return (T) node;
  }

  @Test
  void isLetInOnceTheRightPasswordIsTyped() throws IOException {
    try (RunningPeer guarded = otherPeer(QUIET, "open sesame")) {
      robot.interact(() -> work.model().security().give("open barley"));
      work.start(guarded.address());
      untilStanding(guarded.address(), Standing.REFUSED);
      select(guarded.address());
      work.until(() -> work.textOf("#remedy").equals("Give a password"));
      assertThat(work.textOf("#inspector-trouble")).containsIgnoringCase("password");
      fire("#remedy");
      work.until(() -> work.find("#password").isFocused());
      work.type("#password", "open sesame");
      robot.type(KeyCode.ENTER);
      untilStanding(guarded.address(), Standing.CONNECTED);
      robot.interact(() -> work.first().refresh());

      assertThat(isShown("#remedy")).isFalse();
      assertThat(work.textOf("#password-state")).isEqualTo("Only peers that know it are let in.");
      assertThat(work.textOf("#its-encryption")).isEqualTo("Plain HTTP, not encrypted");
    }
  }

  @Test
  void showsThePasswordAndHidesItAndTakesItAway() {
    robot.interact(() -> work.first().typePassword());
    work.type("#password", "open sesame");
    fire("#password-show");
    assertThat(work.textOf("#password-shown")).isEqualTo("open sesame");
    assertThat(isShown("#password")).isFalse();
    fire("#password-show");
    fire("#password-set");
    assertThat(work.see(() -> work.model().security().guardedProperty().get())).isTrue();
    robot.interact(work.<TextField>find("#password")::clear);
    assertThat(work.textOf("#password-set")).isEqualTo("Remove");
    fire("#password-set");

    assertThat(work.textOf("#password-state")).isEqualTo("Every peer that reaches it is let in.");
    assertThat(work.see(() -> work.model().security().password() == null)).isTrue();
  }

  @Test
  void saysBesideThePasswordThatItWouldBeSeenOnTheNetwork() {
    robot.interact(() -> work.model().security().give("open sesame"));
    robot.interact(() -> work.first().form().portProperty().set("0"));
    robot.interact(() -> work.first().form().hostAliasProperty().set("192.0.2.1"));
    robot.interact(() -> work.first().startOrStop());
    work.until(() -> !work.textOf("#password-error").isEmpty());

    assertThat(work.textOf("#password-error")).contains("--tls");
    assertThat(work.textOf("#port-error")).isEmpty();
  }

  @Test
  void warnsAboveTheFormThatAnybodyCanConnectAndLeadsToThePassword() {
    robot.interact(() -> work.model().start(0, "192.0.2.1", List.of()));
    work.untilModel(it -> it.security().exposedProperty().get());
    assertThat(isShown("#exposed-words")).isTrue();
    fire("#exposed-set");

    work.until(() -> work.find("#password").isFocused());
  }

  @Test
  void changesTheSelectedPeer() throws IOException {
    try (RunningPeer tuned = otherPeer(QUIET.withTunable(true), "")) {
      work.start(tuned.address());
      untilStanding(tuned.address(), Standing.CONNECTED);
      select(tuned.address());
      work.until(() -> isShown("#its-period"));
      assertThat(work.textOf("#its-period")).isEqualTo("3600");
      assertThat(work.see(() -> work.find("#tuning-change").isDisabled())).isTrue();
      robot.interact(() -> work.<TextField>find("#its-period").setText("2"));
      robot.interact(() -> work.<ToggleSwitch>find("#its-update").setSelected(true));
      fire("#tuning-change");
      work.until(() -> work.textOf("#tuning-outcome").equals("Changed."));

      assertThat(tuned.settings())
          .isEqualTo(QUIET.withTunable(true).withPeriod(Duration.ofSeconds(2)).withUpdate(true));
      assertThat(work.see(() -> work.find("#tuning-change").isDisabled())).isTrue();
    }
  }

  @Test
  void offersNoChangeOfAPeerThatAllowsNone() throws IOException {
    try (RunningPeer closed = otherPeer(QUIET, "")) {
      work.start(closed.address());
      untilStanding(closed.address(), Standing.CONNECTED);
      select(closed.address());

      assertThat(isShown("#tuning")).isFalse();
    }
  }

  @Test
  void changesAllThatAllowItAndSaysHowManyHave() throws IOException {
    try (RunningPeer one = otherPeer(QUIET.withTunable(true), "");
        RunningPeer two = otherPeer(QUIET.withTunable(true), "");
        RunningPeer closed = otherPeer(QUIET, "")) {
      work.start(one.address(), two.address(), closed.address());
      work.untilModel(it -> it.picture().addressees() == 3);
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
      robot.release(KeyCode.T, KeyCode.SHIFT, KeyCode.CONTROL);
      work.until(() -> Window.getWindows().size() == 2);
      Label reach = anywhere("#tune-all-reach");
      assertThat(work.see(reach::getText))
          .isEqualTo(
              "2 of the 3 known peers can be changed from here; the others once “Let others tune"
                  + " this peer” is on there.");
      TextField period = anywhere("#all-period");
      robot.interact(() -> period.setText("1"));
      CheckBox own = anywhere("#tune-own");
      robot.interact(() -> own.setSelected(true));
      Button change = anywhere("#tune-all");
      robot.interact(change::fire);
      Label outcome = anywhere("#tune-all-outcome");
      work.until(() -> outcome.getText().equals("2 of 2 changed."));

      assertThat(one.settings().period()).isEqualTo(Duration.ofSeconds(1));
      assertThat(two.settings().period()).isEqualTo(Duration.ofSeconds(1));
      assertThat(closed.settings().period()).isEqualTo(Duration.ofHours(1));
      assertThat(work.textOf("#period")).isEqualTo("1");
      robot.interact(() -> reach.getScene().getWindow().hide());
    }
  }

  @Test
  void showsAboveTheFormWhoHasChangedThisPeerUntilThatIsDismissed() throws IOException {
    try (RunningPeer tuner = otherPeer(QUIET, "")) {
      robot.interact(() -> work.model().change(settings -> settings.withTunable(true)));
      PeerAddress here = work.start(tuner.address());
      untilStanding(tuner.address(), Standing.CONNECTED);
      work.until(() -> tuner.knownPeers().healthy().size() == 1);
      tuner.tune(List.of(here), FAST);
      work.until(() -> work.textOf("#period").equals("1"));

      assertThat(work.textOf("#tuned-words")).startsWith(tuner.address() + " ").endsWith(" 1 s.");
      assertThat(isShown("#tuned-words")).isTrue();
      fire("#tuned-dismiss");
      assertThat(isShown("#tuned-words")).isFalse();
    }
  }
}

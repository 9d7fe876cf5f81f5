package p2pgossip.ui.faults;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path.Around;
import p2pgossip.fault.Path.Between;
import p2pgossip.fault.Path.Everywhere;
import p2pgossip.fault.Path.OneWay;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Naming;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Recorder;
import p2pgossip.testing.Screen;

@ExtendWith(OnScreen.class)
class FaultsPaneTest {

  private static final PeerAddress A = peer(1);
  private static final PeerAddress B = peer(2);
  private static final PeerAddress C = peer(3);
  private static final PeerAddress OWN = peer(8);
  private static final PeerAddress FOREIGN = peer(9);
  private static final Set<PeerAddress> MEMBERS = Set.of(A, B, C);
  private static final Set<PeerAddress> HERE = Set.of(A, B, C, OWN);
  private static final Set<PeerAddress> ALL = Set.of(A, B, C, OWN, FOREIGN);
  private static final List<String> BUTTONS =
      List.of("kill", "freeze", "block", "one-way", "cut-off", "loss-begin");

  private final Hand robot = new Hand();
  private final Recorder<Object> asked = new Recorder<>();

  @SuppressWarnings("NullAway.Init")
  private FaultsPane pane;

  private static PeerAddress peer(int last) {
    return PeerAddress.parse("127.0.0.1:" + (8080 + last));
  }

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    pane = new FaultsPane(new Asked());
    stage.setScene(new Scene(pane, 900, 300));
    stage.show();
  }

  private void chose(PeerAddress... chosen) {
    show(
        new FaultsView(
            List.of(), List.of(), List.of(chosen), MEMBERS, HERE, ALL, Naming.NONE, true));
  }

  private void show(FaultsView view) {
    robot.interact(() -> pane.show(view));
  }

  private void fire(String id) {
    Button button = robot.lookup("#faults-" + id).query();
    robot.interact(button::fire);
  }

  private List<String> enabled() {
    return BUTTONS.stream()
        .filter(id -> !robot.lookup("#faults-" + id).<Node>query().isDisabled())
        .toList();
  }

  private String text(String id) {
    return robot.lookup("#faults-" + id).queryLabeled().getText();
  }

  @Test
  void beginsFaultsEverywhereWhereNoPeerIsSelected() {
    chose();
    fire("loss-begin");
    fire("delay-begin");
    fire("block");

    assertThat(text("target")).isEqualTo("Everywhere");
    assertThat(enabled()).containsExactly("block", "loss-begin");
    assertThat(asked)
        .containsExactly(
            new Fault.Loss<>(new Everywhere<>(), 0.2),
            new Fault.Delay<>(new Everywhere<>(), Duration.ofMillis(300), Duration.ofMillis(150)),
            new Fault.Block<>(new Everywhere<>()));
  }

  @Test
  void beginsFaultsBetweenTwoPeersInTheOrderOfTheirSelection() {
    chose(B, A);
    fire("block");
    fire("one-way");

    assertThat(text("target")).isEqualTo("Between 127.0.0.1:8082 and 127.0.0.1:8081");
    assertThat(asked)
        .containsExactly(
            new Fault.Block<>(new Between<>(B, A)), new Fault.Block<>(new OneWay<>(B, A)));
  }

  @Test
  void beginsFaultsAroundOneOrManyPeersAndCutsThemOff() {
    chose(A, B, C);
    fire("block");
    fire("cut-off");
    fire("freeze");

    assertThat(enabled()).containsExactly("kill", "freeze", "block", "cut-off", "loss-begin");
    assertThat(asked)
        .containsExactly(
            new Fault.Block<>(new Around<>(MEMBERS)),
            new Fault.Partition<>(List.of(MEMBERS, Set.of(OWN, FOREIGN))),
            new Fault.Freeze<>(A),
            new Fault.Freeze<>(B),
            new Fault.Freeze<>(C));
  }

  @Test
  void takesTheShareAndTheDelayOffTheSliders() {
    chose(A);
    Slider loss = robot.lookup("#faults-loss").query();
    Slider delay = robot.lookup("#faults-delay").query();
    robot.interact(() -> loss.setValue(33.4));
    robot.interact(() -> delay.setValue(1_000));
    fire("loss-begin");
    fire("delay-begin");

    Around<PeerAddress> around = new Around<>(Set.of(A));
    assertThat(asked)
        .containsExactly(
            new Fault.Loss<>(around, 0.33),
            new Fault.Delay<>(around, Duration.ofSeconds(1), Duration.ofMillis(500)));
  }

  @Test
  void takesTheShareThatIsDoubledOffItsSlider() {
    chose(A, B);
    Slider share = robot.lookup("#faults-duplicate").query();
    robot.interact(() -> share.setValue(40));
    fire("duplicate-begin");

    assertThat(asked).containsExactly(new Fault.Duplicate<>(new Between<>(A, B), 0.4));
  }

  @Test
  void killsSendsAwayAndRestartsMembers() {
    chose(A, B);
    fire("kill");
    fire("leave");
    fire("restart");

    assertThat(asked)
        .containsExactly(
            "kill " + Set.of(A, B), "leave " + Set.of(A, B), "restart " + Set.of(A, B));
  }

  @Test
  void keepsItsButtonsWhereTheyAreWhenPeersAreSelected() {
    chose();
    double before = heightOf("block");
    chose(A, B);

    assertThat(heightOf("block")).isEqualTo(before);
    assertThat(text("hint")).isEqualTo("Press Escape in the graph to clear the selection.");
  }

  private double heightOf(String id) {
    Screen.awaitPulse();
    Node button = robot.lookup("#faults-" + id).query();
    return button.localToScene(button.getLayoutBounds()).getMinY();
  }

  @Test
  void offersOnlyWhatCanBeDoneToAPeerOutsideOfTheSwarm() {
    chose(OWN);

    assertThat(enabled()).containsExactly("freeze", "block", "cut-off", "loss-begin");
    assertThat(text("hint")).startsWith("Only peers of the swarm can be killed");
  }

  @Test
  void offersOnlyFaultsOnPathsToAPeerOfAnotherProgram() {
    chose(A, FOREIGN);
    List<String> toOne = enabled();
    chose(FOREIGN);

    assertThat(toOne).containsExactly("block", "one-way", "cut-off", "loss-begin");
    assertThat(enabled()).isEmpty();
    assertThat(text("hint")).startsWith("Faults act only on peers of this program");
  }

  @Test
  void listsWhatIsInForceAndEndsEachOrAll() {
    Fault<PeerAddress> lost = new Fault.Loss<>(new Everywhere<>(), 0.2);
    Fault<PeerAddress> frozen = new Fault.Freeze<>(A);
    show(
        new FaultsView(
            List.of(lost, frozen), List.of(), List.of(), MEMBERS, HERE, ALL, Naming.NONE, true));
    List<String> words =
        robot.lookup(".fault-row").lookup(".label").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .toList();
    robot.lookup(".fault-row").lookup(".button").queryAllAs(Button.class).stream()
        .skip(1)
        .forEach(button -> robot.interact(button::fire));
    fire("end-all");

    assertThat(words).containsExactly("Loss of 20 % everywhere", "Freeze of 127.0.0.1:8081");
    assertThat(asked).containsExactly("end " + frozen, "end all");
  }

  @Test
  void listsPeersThatHaveEndedAndStartsThemAgain() {
    show(
        new FaultsView(List.of(), List.of(A, B), List.of(), MEMBERS, HERE, ALL, Naming.NONE, true));
    Button one = robot.lookup(".fault-row").lookup(".button").query();
    robot.interact(one::fire);
    fire("start-all");

    assertThat(robot.lookup("127.0.0.1:8081 has ended").tryQuery()).isPresent();
    assertThat(asked).containsExactly("restart " + Set.of(A), "restart " + Set.of(A, B));
  }

  @Test
  void changesNothingInThePast() {
    Fault<PeerAddress> lost = new Fault.Loss<>(new Everywhere<>(), 0.2);
    show(
        new FaultsView(
            List.of(lost), List.of(), List.of(A, B), MEMBERS, HERE, ALL, Naming.NONE, false));
    Button end = robot.lookup(".fault-row").lookup(".button").query();

    assertThat(enabled()).isEmpty();
    assertThat(end.isDisabled()).isTrue();
    assertThat(text("hint")).contains("Only the present can be changed");
  }

  private final class Asked implements FaultActions {
    @Override
    public void begin(Fault<PeerAddress> fault) {
      asked.accept(fault);
    }

    @Override
    public void end(Fault<PeerAddress> fault) {
      asked.accept("end " + fault);
    }

    @Override
    public void endAll() {
      asked.accept("end all");
    }

    @Override
    public void kill(Set<PeerAddress> peers) {
      asked.accept("kill " + peers);
    }

    @Override
    public void leave(Set<PeerAddress> peers) {
      asked.accept("leave " + peers);
    }

    @Override
    public void restart(Set<PeerAddress> peers) {
      asked.accept("restart " + peers);
    }
  }
}

package p2pgossip.ui.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.util.StringConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Run;
import p2pgossip.scenario.NameChoice;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.RandomOut;
import p2pgossip.topology.ScaleFree;
import p2pgossip.topology.SmallWorld;
import p2pgossip.topology.TopologyForm;
import p2pgossip.topology.TopologyForms;

class SwarmDialogTest extends ShownSwarmDialog {

  @Test
  void asksForASmallWorldOfTwentyFourAtFirst() {
    open(true);
    SwarmRequest request = begin();

    assertThat(request)
        .isEqualTo(
            new SwarmRequest(
                24,
                new SmallWorld(4, 0.1),
                request.seed(),
                true,
                SETTINGS.withPaused(false).withSentences(false).withPeriod(Duration.ofSeconds(1)),
                NameChoice.PORTS,
                Run.Time.REAL));
    assertThat(robot.lookup("#swarm-begin").tryQuery()).isEmpty();
  }

  @Test
  void simulatedPeersAreNotJoinedToTheWindowsOwn() {
    open(true);
    ToggleSwitch virtual = robot.lookup("#swarm-virtual").query();
    robot.interact(() -> virtual.setSelected(true));
    SwarmRequest request = begin();

    assertThat(request.time()).isEqualTo(Run.Time.VIRTUAL);
    assertThat(request.joined()).isFalse();
    assertThat(request.plan(List.of()).time()).isEqualTo(Run.Time.VIRTUAL);
  }

  @Test
  void asksForWhatIsChosen() {
    open(true);
    set("#swarm-peers", 50);
    choose("scale-free");
    set("#swarm-joins", 3);
    Slider period = robot.lookup("#swarm-dialog-period").query();
    robot.interact(() -> period.setValue(0));
    SwarmRequest request = begin();

    assertThat(request.peers()).isEqualTo(50);
    assertThat(request.topology()).isEqualTo(new ScaleFree(3));
    assertThat(request.settings().period()).isEqualTo(Duration.ofMillis(100));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "9999", "0", "-1", "2.5", "1e2", "99999999999"})
  void startsNoOtherNumberOfPeersThanIsTyped(String typed) {
    open(true);
    type("#swarm-peers", typed);
    boolean canBegin = canBegin();
    String said = error("#swarm-peers-error");

    assertThat(canBegin).isFalse();
    assertThat(said).isEqualTo("Peers: a whole number from 1 to " + SwarmPlan.MOST + ".");
  }

  @Test
  void startsWhatStandsInItsFields() {
    open(true);
    type("#swarm-peers", Integer.toString(SwarmPlan.MOST));
    type("#swarm-nearest", "6");
    type("#swarm-rewired", "0,25");
    type("#fanout", "4");
    SwarmRequest request = begin();

    assertThat(request.peers()).isEqualTo(SwarmPlan.MOST);
    assertThat(request.topology()).isEqualTo(new SmallWorld(6, 0.25));
    assertThat(request.settings().spreading().fanout()).isEqualTo(4);
  }

  @Test
  void startsASwarmThatPassesOnByChance() {
    open(true);
    ComboBox<Strategy> strategy = robot.lookup("#strategy").query();
    robot.interact(() -> strategy.setValue(Strategy.GOSSIP1));
    type("#probability", "0.65");
    type("#flood-hops", "4");
    SwarmRequest request = begin();

    assertThat(request.settings().spreading())
        .isEqualTo(
            SETTINGS
                .spreading()
                .withStrategy(Strategy.GOSSIP1)
                .withForwarding(new Forwarding(0.65, 4)));
  }

  @Test
  void saysBesideEachFieldWhatIsWrongWithIt() {
    open(true);
    type("#swarm-nearest", "5");
    String odd = error("#swarm-nearest-error");
    boolean withOdd = canBegin();
    type("#swarm-nearest", "6");
    type("#swarm-rewired", "1.5");
    String rewired = error("#swarm-rewired-error");
    boolean withChance = canBegin();
    type("#swarm-rewired", "1");
    type("#fanout", "none");
    String fanout = error("#fanout-error");
    boolean withFanout = canBegin();
    type("#fanout", "2");
    boolean withAllGood = canBegin();

    assertThat(List.of(odd, rewired, fanout))
        .containsExactly(
            "Nearest: an even number from 2 to 100.",
            "Rewired: a chance from 0 to 1, such as 0.1.",
            "Fanout: a whole number from 1 to " + Spreading.GREATEST_FANOUT + ".");
    assertThat(List.of(withOdd, withChance, withFanout)).containsOnly(false);
    assertThat(withAllGood).isTrue();
  }

  @Test
  void asksForTheParametersThatATopologyHas() {
    open(true);
    type("#swarm-nearest", "no number");
    choose("random");
    boolean rewires = robot.lookup("#swarm-rewired").tryQuery().isPresent();
    type("#swarm-chosen", "7");
    SwarmRequest request = begin();

    assertThat(rewires).isFalse();
    assertThat(request.topology()).isEqualTo(new RandomOut(7));
  }

  @Test
  void cannotJoinAPeerThatDoesNotRun() {
    open(false);
    List<ToggleSwitch> switches =
        robot.lookup(ToggleSwitch.class::isInstance).<ToggleSwitch>queryAll().stream().toList();

    assertThat(switches).extracting(Node::isDisabled).contains(true);
    assertThat(begin().joined()).isFalse();
  }

  @Test
  void drawsTheWiringThatIsGoingToBe() {
    open(true);
    int[] blank = drawn().clone();
    int background = blank[blank.length / 4];
    long ink = Arrays.stream(blank).filter(pixel -> pixel != background).count();
    choose("star");
    int[] star = drawn();
    choose("ring");
    int[] ring = drawn();

    assertThat(ink).isGreaterThan(500);
    assertThat(star).isNotEqualTo(blank);
    assertThat(ring).isNotEqualTo(star);
  }

  @Test
  void drawsOtherLinksWhenAskedTo() {
    open(true);
    choose("random");
    int[] before = drawn();
    robot.clickOn("Rewire");
    int[] after = drawn();
    SwarmRequest request = begin();

    assertThat(after).isNotEqualTo(before);
    assertThat(request.topology().edges(24, new SplittableRandom(request.seed())).size())
        .isPositive();
  }

  private static List<String> forms() {
    return TopologyForms.ALL.stream()
        .map(TopologyForm::name)
        .filter(name -> !name.equals("file"))
        .toList();
  }

  @Test
  void offersEveryFormByItsTitle() {
    open(true);
    ComboBox<TopologyForm> wiring = robot.lookup("#swarm-wiring").query();
    StringConverter<TopologyForm> titles = wiring.getConverter();

    assertThat(wiring.getItems()).isEqualTo(TopologyForms.ALL);
    assertThat(titles.toString(TopologyForms.USUAL)).isEqualTo("Small world");
    assertThat(titles.fromString("Ring").name()).isEqualTo("ring");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void wiresOnePeerAndManyInEveryWay(String form) {
    open(true);
    choose(form);
    set("#swarm-peers", 1);
    int[] one = drawn();
    set("#swarm-peers", SwarmPlan.MOST);
    int[] many = drawn();
    SwarmRequest request = begin();

    assertThat(many).isNotEqualTo(one);
    assertThat(request.peers()).isEqualTo(SwarmPlan.MOST);
    assertThat(request.topology().form().name()).isEqualTo(form);
  }

  @Test
  void asksForNothingWhenItIsCancelled() {
    open(true);
    robot.type(KeyCode.ESCAPE);

    assertThat(asked).isEmpty();
    assertThat(robot.lookup("#swarm-begin").tryQuery()).isEmpty();
  }
}

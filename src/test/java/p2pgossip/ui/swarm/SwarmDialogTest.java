package p2pgossip.ui.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.PrimerLight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.Topology;

@ExtendWith(ApplicationExtension.class)
class SwarmDialogTest {

  private static final PeerSettings SETTINGS =
      PeerSettings.DEFAULT
          .withPaused(true)
          .withSpreading(Spreading.DEFAULT.withStrategy(Strategy.PULL));

  private final FxRobot robot = new FxRobot();
  private final List<SwarmRequest> asked = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  private Stage owner;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    owner = stage;
    // Else it has one only if another test has left it there.
    stage.setScene(new Scene(new Pane(), 600, 400));
    stage.show();
  }

  private void open(boolean canJoin) {
    robot.interact(
        () -> new SwarmDialog(owner, SETTINGS, canJoin, new Random(1), asked::add).show());
  }

  private void choose(TopologyChoice choice) {
    ComboBox<TopologyChoice> wiring = robot.lookup("#swarm-wiring").query();
    robot.interact(() -> wiring.setValue(choice));
  }

  private void set(String selector, int number) {
    Spinner<Integer> spinner = robot.lookup(selector).query();
    robot.interact(() -> spinner.getValueFactory().setValue(number));
  }

  private SwarmRequest begin() {
    Button begin = robot.lookup("#swarm-begin").query();
    robot.interact(begin::fire);
    return asked.getLast();
  }

  /// The colours of the preview, one number each.
  private int[] drawn() {
    Node preview = robot.lookup(".topology-preview").query();
    List<WritableImage> taken = new ArrayList<>();
    robot.interact(() -> taken.add(preview.snapshot(null, null)));
    WritableImage image = taken.getFirst();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }

  @Test
  void asksForASmallWorldOfTwentyFourAtFirst() {
    open(true);
    SwarmRequest request = begin();

    assertThat(request)
        .isEqualTo(
            new SwarmRequest(
                24,
                new Topology.SmallWorld(4, 0.1),
                request.seed(),
                true,
                SETTINGS.withPaused(false).withSentences(false).withPeriod(Duration.ofSeconds(1))));
    assertThat(robot.lookup("#swarm-begin").tryQuery()).isEmpty();
  }

  @Test
  void asksForWhatIsChosen() {
    open(true);
    set("#swarm-peers", 50);
    choose(TopologyChoice.SCALE_FREE);
    set("#swarm-parameter", 3);
    Slider period = robot.lookup("#swarm-dialog-period").query();
    robot.interact(() -> period.setValue(0));
    SwarmRequest request = begin();

    assertThat(request.peers()).isEqualTo(50);
    assertThat(request.topology()).isEqualTo(new Topology.ScaleFree(3));
    assertThat(request.settings().period()).isEqualTo(Duration.ofMillis(100));
  }

  private void type(String selector, String text) {
    TextInputControl field =
        robot.lookup(selector).query() instanceof Spinner<?> spinner
            ? spinner.getEditor()
            : robot.lookup(selector).query();
    robot.interact(() -> field.setText(text));
  }

  private String error(String selector) {
    Label label = robot.lookup(selector).query();
    return label.isVisible() ? label.getText() : "";
  }

  private boolean canBegin() {
    return !robot.lookup("#swarm-begin").query().isDisabled();
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
    type("#swarm-parameter", "6");
    type("#swarm-rewired", "0,25");
    type("#fanout", "4");
    SwarmRequest request = begin();

    assertThat(request.peers()).isEqualTo(SwarmPlan.MOST);
    assertThat(request.topology()).isEqualTo(new Topology.SmallWorld(6, 0.25));
    assertThat(request.settings().spreading().fanout()).isEqualTo(4);
  }

  @Test
  void saysBesideEachFieldWhatIsWrongWithIt() {
    open(true);
    type("#swarm-parameter", "5");
    String odd = error("#swarm-parameter-error");
    boolean withOdd = canBegin();
    type("#swarm-parameter", "6");
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
    type("#swarm-parameter", "no number");
    choose(TopologyChoice.RANDOM);
    boolean rewires = robot.lookup("#swarm-rewired").query().getParent().isVisible();
    type("#swarm-parameter", "7");
    SwarmRequest request = begin();

    assertThat(rewires).isFalse();
    assertThat(request.topology()).isEqualTo(new Topology.RandomOut(7));
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
    choose(TopologyChoice.STAR);
    int[] star = drawn();
    choose(TopologyChoice.RING);
    int[] ring = drawn();

    assertThat(ink).isGreaterThan(500);
    assertThat(star).isNotEqualTo(blank);
    assertThat(ring).isNotEqualTo(star);
  }

  @Test
  void wiresByOtherChancesWhenAskedTo() {
    open(true);
    choose(TopologyChoice.RANDOM);
    int[] before = drawn();
    robot.clickOn("Wire anew");
    int[] after = drawn();
    SwarmRequest request = begin();

    assertThat(after).isNotEqualTo(before);
    assertThat(request.topology().edges(24, new SplittableRandom(request.seed())).size())
        .isPositive();
  }

  @ParameterizedTest
  @EnumSource(TopologyChoice.class)
  void wiresOnePeerAndManyInEveryWay(TopologyChoice choice) {
    open(true);
    choose(choice);
    set("#swarm-peers", 1);
    int[] one = drawn();
    set("#swarm-peers", SwarmPlan.MOST);
    int[] many = drawn();
    SwarmRequest request = begin();

    assertThat(many).isNotEqualTo(one);
    assertThat(request.peers()).isEqualTo(SwarmPlan.MOST);
    assertThat(TopologyChoice.inWords(request.topology())).isEqualToIgnoringCase(choice.toString());
  }

  @Test
  void asksForNothingWhenItIsCancelled() {
    open(true);
    robot.type(KeyCode.ESCAPE);

    assertThat(asked).isEmpty();
    assertThat(robot.lookup("#swarm-begin").tryQuery()).isEmpty();
  }
}

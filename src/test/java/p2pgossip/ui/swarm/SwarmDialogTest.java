package p2pgossip.ui.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
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
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.testing.Hand;
import p2pgossip.testing.HandDrivenExecutor;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Recorder;
import p2pgossip.testing.Screen;
import p2pgossip.topology.RandomOut;
import p2pgossip.topology.ScaleFree;
import p2pgossip.topology.SmallWorld;
import p2pgossip.topology.TopologyForm;
import p2pgossip.topology.TopologyForms;
import p2pgossip.ui.dialog.FileChoice;

@ExtendWith(OnScreen.class)
class SwarmDialogTest {

  private static final PeerSettings SETTINGS =
      PeerSettings.DEFAULT
          .withPaused(true)
          .withSpreading(Spreading.DEFAULT.withStrategy(Strategy.PULL));

  private final Hand robot = new Hand();
  private final Recorder<SwarmRequest> asked = new Recorder<>();

  /// What the dialog has to be done in the background: it is done when the test says so.
  private final HandDrivenExecutor background = new HandDrivenExecutor();

  private final OneFile files = new OneFile();

  @TempDir private Path folder;

  /// A user who opens the same file each time.
  private static final class OneFile implements FileChoice {

    private @Nullable Path file;

    @Override
    public @Nullable Path toSave(String title, String name, List<Kind> kinds) {
      throw new AssertionError("nothing is saved");
    }

    @Override
    public @Nullable Path toOpen(String title, Kind kind) {
      return file;
    }
  }

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
        () ->
            new SwarmDialog(
                    owner,
                    SETTINGS,
                    canJoin,
                    new Random(1),
                    new SwarmDialog.FileAsking(_ -> files, background, Platform::runLater),
                    asked)
                .show());
  }

  private void choose(String form) {
    ComboBox<TopologyForm> wiring = robot.lookup("#swarm-wiring").query();
    TopologyForm chosen =
        wiring.getItems().stream().filter(it -> it.name().equals(form)).findFirst().orElseThrow();
    robot.interact(() -> wiring.setValue(chosen));
  }

  private void set(String selector, int number) {
    Spinner<Integer> spinner = robot.lookup(selector).query();
    robot.interact(() -> spinner.getValueFactory().setValue(number));
  }

  private SwarmRequest begin() {
    Button begin = robot.lookup("#swarm-begin").query();
    robot.interact(begin::fire);
    return asked.last();
  }

  /// The colours of the preview, one number each.
  private int[] drawn() {
    Node preview = robot.lookup(".topology-preview").query();
    WritableImage image = Screen.see(() -> preview.snapshot(null, null));
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
                new SmallWorld(4, 0.1),
                request.seed(),
                true,
                SETTINGS.withPaused(false).withSentences(false).withPeriod(Duration.ofSeconds(1))));
    assertThat(robot.lookup("#swarm-begin").tryQuery()).isEmpty();
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

  private Path network(String name, int peers) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, IntStream.range(1, peers).mapToObj(peer -> peer - 1 + " " + peer).toList());
    return file;
  }

  /// Presses the button, and does what is then to be done in the background.
  private void openFile(Path file) {
    files.file = file;
    Button button = robot.lookup("#swarm-file").query();
    robot.interact(button::fire);
    read();
  }

  private void read() {
    Runnable waiting = background.take();
    waiting.run();
    robot.interact(() -> {});
  }

  private String shown(String text) {
    return robot.lookup(text).tryQuery().isPresent() ? "shown" : "not shown";
  }

  @Test
  void aNetworkInAFileSaysHowManyPeersThereAre() throws IOException {
    open(true);
    set("#swarm-peers", 9);
    choose("file");
    boolean withoutFile = canBegin();
    int[] empty = drawn();
    openFile(network("line.txt", 7));
    boolean withFile = canBegin();
    String sentence = shown("line.txt: 7 peers, 6 links.");
    boolean asksForPeers = !robot.lookup("#swarm-peers").query().isDisabled();
    int[] line = drawn();
    choose("ring");
    Spinner<Integer> peers = robot.lookup("#swarm-peers").query();
    int before = peers.getValue();
    choose("file");
    openFile(network("line.txt", 8));
    SwarmRequest request = begin();

    assertThat(withoutFile).isFalse();
    assertThat(withFile).isTrue();
    assertThat(sentence).isEqualTo("shown");
    assertThat(asksForPeers).isFalse();
    assertThat(line).isNotEqualTo(empty);
    assertThat(before).isEqualTo(9);
    assertThat(request.peers()).isEqualTo(8);
    assertThat(request.topology().label()).isEqualTo("file:line.txt");
  }

  @Test
  void aFileThatCannotBeReadOrHasTooManyPeersIsSaidBesideTheField() throws IOException {
    open(true);
    choose("file");
    Path damaged = Files.writeString(folder.resolve("a.dot"), "graph {\n a -- }");
    openFile(damaged);
    String damage = error("#swarm-file-error");
    boolean withDamage = canBegin();
    openFile(network("long.txt", 501));
    String tooMany = error("#swarm-wiring-error");
    boolean withTooMany = canBegin();
    openFile(network("good.txt", 500));
    boolean withGood = canBegin();

    assertThat(damage).isEqualTo(damaged + ": line 2 is no DOT: mismatched input '}'.");
    assertThat(tooMany).isEqualTo("It has 501 peers; 500 are allowed.");
    assertThat(List.of(withDamage, withTooMany)).containsOnly(false);
    assertThat(withGood).isTrue();
  }

  @Test
  void ofTwoFilesTheOneThatWasChosenLastCountsWhicheverIsReadFirst() throws IOException {
    open(true);
    choose("file");
    Button button = robot.lookup("#swarm-file").query();
    files.file = network("first.txt", 5);
    robot.interact(button::fire);
    files.file = network("second.txt", 6);
    robot.interact(button::fire);
    Runnable slow = background.take();
    read();
    slow.run();
    robot.interact(() -> {});
    SwarmRequest request = begin();

    assertThat(request.topology().label()).isEqualTo("file:second.txt");
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
  void wiresByOtherChancesWhenAskedTo() {
    open(true);
    choose("random");
    int[] before = drawn();
    robot.clickOn("Wire anew");
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

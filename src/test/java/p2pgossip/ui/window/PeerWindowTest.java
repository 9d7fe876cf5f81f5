package p2pgossip.ui.window;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.gossip.Neighbor;
import p2pgossip.gossip.Neighbor.MessageCounts;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Standing;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineKind;
import p2pgossip.network.Passing;
import p2pgossip.peer.PeerConfig;
import p2pgossip.peer.RunningPeer;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.log.LogModel;
import p2pgossip.ui.model.ConnectAttempt.Outcome;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.ui.model.Tally;

/// Through the real scene, with real peers behind it.
@ExtendWith(OnScreen.class)
class PeerWindowTest {

  private static final PeerSettings QUIET =
      PeerSettings.DEFAULT.withPeriod(Duration.ofHours(1)).withText("Have you heard?");

  @TempDir static Path folder;

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

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

  private RunningPeer otherPeer(PeerAddress... targets) throws IOException {
    return RunningPeer.start(
        new PeerConfig(0, null, QUIET, List.of(targets)), work.runtime(), event -> {});
  }

  private static boolean isConnected(PeerViewModel model, PeerAddress peer) {
    return model
        .neighbor(peer)
        .filter(neighbor -> neighbor.standing() == Standing.CONNECTED)
        .isPresent();
  }

  /// Whether its only period has begun, and all that was sent to `peer` is counted and answered.
  private static boolean isQuiet(PeerViewModel model, PeerAddress peer) {
    Tally tally = model.tallyProperty().get();
    MessageCounts counts = model.neighbor(peer).map(Neighbor::messages).orElse(MessageCounts.NONE);
    return tally.periods() == 1
        && tally.sent() == counts.sent()
        && counts.sent() == counts.delivered();
  }

  private boolean isFocused(String selector) {
    return work.see(() -> work.<Node>find(selector).isFocused());
  }

  private void keys(KeyCode... codes) {
    robot.press(codes).release(codes);
  }

  @Test
  void startsThePeerWithWhatIsTyped() {
    work.type("#port", "0");
    work.type("#host-alias", "localhost");
    work.press("#start");
    work.untilModel(PeerViewModel::isRunning);
    PeerAddress address = work.see(() -> work.model().addressProperty().get());

    assertThat(work.textOf("#port")).isEqualTo("" + address.port());
    assertThat(work.textOf("#host-alias")).isEqualTo("localhost");
    assertThat(work.see(() -> work.find("#restart").isVisible())).isFalse();
    assertThat(work.see(() -> work.first().stage().getTitle())).startsWith(address.toString());
  }

  @Test
  void saysBesideTheFieldWhatIsWrongWithIt() {
    work.type("#port", "80x");
    work.type("#host-alias", "1.2.3");
    work.type("#period", "0");
    work.type("#targets", "localhost");

    assertThat(work.textOf("#port-error"))
        .isEqualTo("A port is a number from 1 to 65535, or 0 for any.");
    assertThat(work.textOf("#host-alias-error"))
        .isEqualTo("The alias is neither the IP address of one machine nor a name.");
    assertThat(work.textOf("#period-error"))
        .isEqualTo("A period is 0.1 to 86400 seconds (one day).");
    assertThat(work.textOf("#targets-error"))
        .isEqualTo("\"localhost\" has no port; write host:port, such as 127.0.0.1:8081.");
    assertThat(work.see(() -> work.find("#start").isDisabled())).isTrue();
    assertThat(work.see(() -> work.find("#connect").isDisabled())).isTrue();
  }

  @Test
  void leadsToTheFieldThatIsWrongWhenItCannotStart() {
    work.type("#host-alias", "1.2.3");
    work.type("#port", "8080");
    keys(KeyCode.F5);

    assertThat(isFocused("#host-alias")).isTrue();
    assertThat(work.see(() -> work.model().stateProperty().get())).isEqualTo(PeerState.STOPPED);
  }

  @Test
  void saysBesideThePortThatItIsTakenUntilAnotherIsTyped() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      work.type("#port", "" + taken.getLocalPort());
      robot.type(KeyCode.ENTER);
      work.until(() -> !work.textOf("#port-error").isEmpty());
      String error = work.textOf("#port-error");
      work.type("#port", "0");

      assertThat(error).contains("" + taken.getLocalPort()).contains("taken");
      assertThat(work.textOf("#port-error")).isEmpty();
    }
  }

  @Test
  void saysNoLongerThatAPortIsTakenOncePeerRuns() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      work.type("#port", "" + taken.getLocalPort());
      robot.type(KeyCode.ENTER);
      work.until(() -> work.find("#notice").isVisible());
      String complaint = work.textOf("#notice");
      RunningPeer other = otherPeer();
      robot.interact(() -> work.model().attach(other, work.first().swarm()));
      work.untilModel(PeerViewModel::isRunning);

      assertThat(complaint).contains("could not be started").contains("taken");
      assertThat(work.textOf("#notice")).doesNotContain("taken");
      assertThat(work.see(() -> work.model().startFailureProperty().get())).isNull();
      other.close();
    }
  }

  @Test
  void saysNoLongerThatAPortIsTakenAtItsFoot() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      work.type("#port", "" + taken.getLocalPort());
      robot.type(KeyCode.ENTER);
      work.until(() -> work.find("#notice").isVisible());
      work.type("#port", "0");
      robot.type(KeyCode.ENTER);
      work.untilModel(PeerViewModel::isRunning);

      assertThat(work.see(() -> work.find("#notice").isVisible())).isFalse();
    }
  }

  @Test
  void offersNoStartInTheHeaderWhileTheFormIsWrong() {
    work.type("#port", "80x");
    boolean disabled = work.see(() -> work.find("#start-or-stop").isDisabled());
    work.type("#port", "0");

    assertThat(disabled).isTrue();
    assertThat(work.see(() -> work.find("#start-or-stop").isDisabled())).isFalse();
  }

  @Test
  void showsTheFormWhereTargetsAreToBeTyped() {
    robot.interact(() -> work.first().showForm(false));
    keys(KeyCode.CONTROL, KeyCode.L);

    assertThat(work.see(() -> work.first().isFormShown())).isTrue();
    assertThat(isFocused("#targets")).isTrue();
  }

  @Test
  void showsTheLogWhereItIsToBeSearched() {
    keys(KeyCode.CONTROL, KeyCode.DIGIT4);
    keys(KeyCode.CONTROL, KeyCode.F);

    assertThat(isFocused(".search")).isTrue();
  }

  @Test
  void saysWhatIsMissingWhereAKeyNeedsASelectedPeer() {
    work.start();
    keys(KeyCode.CONTROL, KeyCode.K);

    assertThat(work.textOf("#notice")).isEqualTo("Select a peer first: click it in the graph.");
  }

  @Test
  void keepsATargetInTheFieldUntilItIsConnectedAndListsFewOfThoseThatFailed() throws IOException {
    work.start();
    try (RunningPeer other = otherPeer()) {
      String wrong =
          IntStream.rangeClosed(1, 12)
              .mapToObj(number -> "no-such-machine-" + number + ".invalid:9000")
              .collect(Collectors.joining(" "));
      work.type("#targets", wrong + " " + other.address().port());
      robot.type(KeyCode.ENTER);
      work.until(() -> robot.lookup(".attempt-failed").queryAll().size() == 12);
      work.until(() -> work.textOf("#targets").equals(wrong));
      robot.interact(work::layOut);
      robot.interact(work::layOut);
      double height = work.see(() -> work.<Region>find("#attempts").getHeight());
      work.press(".attempt-failed .attempt-dismiss");

      work.until(() -> robot.lookup(".attempt-failed").queryAll().size() == 11);
      assertThat(height).isBetween(100.0, 170.0);
      assertThat(work.textOf("#targets")).isEqualTo(wrong);
    }
  }

  @Test
  void connectsToTwoTargetsAtOnce() throws IOException {
    PeerAddress here = work.start();
    try (RunningPeer one = otherPeer();
        RunningPeer two = otherPeer()) {
      keys(KeyCode.CONTROL, KeyCode.L);
      robot.write(one.address().port() + " localhost:" + two.address().port(), 0);
      work.press("#connect");
      work.untilModel(it -> isConnected(it, one.address()) && isConnected(it, two.address()));
      work.untilModel(it -> it.picture().links().size() == 4);

      assertThat(work.see(() -> work.model().picture().nodes()))
          .containsOnlyKeys(here, one.address(), two.address());
      assertThat(work.see(() -> List.copyOf(work.model().journal().log().shown())))
          .extracting(JournalLine::text)
          .contains(
              one.address() + " and this peer know each other now.",
              two.address() + " and this peer know each other now.");
      assertThat(work.textOf("#targets")).isEmpty();
      work.until(() -> work.textOf("#caption").equals("gossiping, 2 neighbours"));
    }
  }

  @Test
  void saysBelowTheFieldThatATargetIsNoPeer() throws IOException {
    HttpServer web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    web.createContext(
        "/",
        exchange -> {
          byte[] page = "<h1>Welcome</h1>".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    web.start();
    try {
      work.start();
      work.type("#targets", "" + web.getAddress().getPort());
      robot.type(KeyCode.ENTER);
      work.until(() -> !robot.lookup(".attempt-failed .attempt-words").queryAll().isEmpty());

      assertThat(work.textOf(".attempt-failed .attempt-words")).contains("not").contains("peer");
    } finally {
      web.stop(0);
    }
  }

  @Test
  void pausesAndSendsAtOnceWhenToldTo() throws IOException {
    try (RunningPeer other = otherPeer()) {
      work.start(other.address());
      work.untilModel(it -> isConnected(it, other.address()));
      work.untilModel(it -> isQuiet(it, other.address()));
      work.until(() -> !work.find("#send-now").isDisabled());
      long before = work.see(() -> work.model().tallyProperty().get().sent());
      work.press("#pause");
      work.press("#send-now");
      work.untilModel(it -> it.tallyProperty().get().sent() == before + 1);

      assertThat(work.see(() -> work.model().settingsProperty().get()))
          .isEqualTo(QUIET.withPaused(true));
      assertThat(work.textOf("#caption")).isEqualTo("paused, 1 neighbour");
    }
  }

  @Test
  void saysAtItsFootWhatCameOfWhatWasAskedForWhicheverViewIsShown() {
    keys(KeyCode.CONTROL, KeyCode.DIGIT4);
    robot.interact(
        () -> work.model().journal().tell(LineKind.ERROR, null, "out.png could not be saved."));

    assertThat(work.textOf("#notice")).isEqualTo("out.png could not be saved.");
    assertThat(work.see(() -> work.find("#notice").isVisible())).isTrue();
  }

  @Test
  void keepsWhatIsHalfTypedWhenSomethingElseChanges() {
    work.type("#text", "Not yet fin");
    keys(KeyCode.CONTROL, KeyCode.P);
    work.untilModel(it -> it.settingsProperty().get().paused());

    assertThat(work.textOf("#text")).isEqualTo("Not yet fin");
    assertThat(work.see(() -> work.model().settingsProperty().get()))
        .isEqualTo(QUIET.withPaused(true));
  }

  @Test
  void changesTheSettingsByTheForm() {
    work.type("#period", "2,5");
    work.type("#text", "Hush");
    work.press("#update");

    assertThat(work.see(() -> work.model().settingsProperty().get()))
        .isEqualTo(QUIET.withPeriod(Duration.ofMillis(2_500)).withText("Hush").withUpdate(true));
  }

  @Test
  void changesTheSettingsByKeysWhereverTheCursorIs() {
    work.type("#targets", "8081");
    keys(KeyCode.CONTROL, KeyCode.P);
    keys(KeyCode.CONTROL, KeyCode.U);
    keys(KeyCode.CONTROL, KeyCode.E);
    PeerSettings on = work.see(() -> work.model().settingsProperty().get());
    keys(KeyCode.CONTROL, KeyCode.P);
    keys(KeyCode.CONTROL, KeyCode.U);
    keys(KeyCode.CONTROL, KeyCode.E);

    assertThat(on).isEqualTo(QUIET.withPaused(true).withUpdate(true).withWholeNetwork(true));
    assertThat(work.see(() -> work.model().settingsProperty().get())).isEqualTo(QUIET);
    assertThat(work.textOf("#targets")).isEqualTo("8081");
  }

  @Test
  void actsOnTheSelectedPeerByKeys() throws IOException {
    try (RunningPeer other = otherPeer()) {
      work.start(other.address());
      work.untilModel(it -> isConnected(it, other.address()));
      work.untilModel(it -> isQuiet(it, other.address()));
      long before = work.see(() -> work.model().tallyProperty().get().sent());
      keys(KeyCode.CONTROL, KeyCode.P);
      work.untilModel(it -> it.settingsProperty().get().paused());

      keys(KeyCode.CONTROL, KeyCode.ENTER);
      work.untilModel(it -> it.tallyProperty().get().sent() == before + 1);
      work.untilModel(it -> isQuiet(it, other.address()));
      select(other.address());
      keys(KeyCode.CONTROL, KeyCode.M);
      work.untilModel(it -> it.tallyProperty().get().sent() == before + 2);
      keys(KeyCode.CONTROL, KeyCode.D);
      work.untilModel(it -> it.neighbor(other.address()).isEmpty());
      select(other.address());
      keys(KeyCode.CONTROL, KeyCode.K);
      work.untilModel(
          it ->
              it.attempts().all().stream()
                  .limit(1)
                  .anyMatch(attempt -> attempt.outcome() != Outcome.CONNECTING));

      assertThat(work.see(() -> work.model().attempts().all().getFirst().words()))
          .isEqualTo("connected");
      assertThat(work.see(() -> isConnected(work.model(), other.address()))).isTrue();
    }
  }

  @Test
  void holdsTheLogStillAndEmptiesItByKeys() {
    work.start();
    LogModel log = work.model().journal().log();
    work.until(() -> log.totalProperty().get() > 0);

    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    work.until(() -> log.pausedProperty().get());
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    work.until(() -> !log.pausedProperty().get());
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);

    work.until(() -> log.totalProperty().get() == 0);
  }

  private void select(PeerAddress peer) {
    robot.interact(() -> work.model().selectedProperty().set(peer));
  }

  @Test
  void turnsLogGraphAndInspectorToTheSamePeer() throws IOException {
    try (RunningPeer other = otherPeer()) {
      PeerAddress here = work.start(other.address());
      work.untilModel(it -> it.picture().links().size() == 2);
      // the log: into the search, and from there into the lines
      keys(KeyCode.CONTROL, KeyCode.F);
      robot.write("is connected", 0);
      robot.type(KeyCode.ENTER, KeyCode.HOME);
      work.untilModel(it -> other.address().equals(it.selectedProperty().get()));
      String inInspector = work.textOf("#inspector-title");
      String inGraph = work.see(() -> work.find(".graph-pane").getAccessibleText());
      // the graph
      keys(KeyCode.CONTROL, KeyCode.G);
      robot.type(KeyCode.ESCAPE);
      boolean cleared = work.see(() -> work.model().selectedProperty().get() == null);
      robot.type(KeyCode.TAB);
      PeerAddress one = work.see(() -> work.model().selectedProperty().get());
      robot.type(KeyCode.TAB);
      PeerAddress next = work.see(() -> work.model().selectedProperty().get());

      assertThat(inInspector).isEqualTo(other.address().toString());
      assertThat(inGraph).contains(other.address().toString());
      assertThat(cleared).isTrue();
      assertThat(List.of(one, next)).containsExactlyInAnyOrder(here, other.address());
      assertThat(work.textOf("#inspector-title")).isEqualTo(next.toString());
    }
  }

  @Test
  void letsNoMessageSetOffInTheGraphWhileItIsMinimized() throws IOException {
    try (RunningPeer other = otherPeer()) {
      PeerAddress here = work.start(other.address());
      work.untilModel(it -> isConnected(it, other.address()));
      GraphPane graph = work.find(".graph-pane");
      work.until(() -> work.model().picture().nodes().size() == 2 && !graph.isMoving());
      robot.interact(() -> work.first().stage().setIconified(true));
      boolean minimized = movesAfterAMessage(graph, other.address(), here);
      robot.interact(() -> work.first().stage().setIconified(false));
      boolean restored = movesAfterAMessage(graph, other.address(), here);

      assertThat(minimized).isFalse();
      assertThat(restored).isTrue();
    }
  }

  /// Read in the same turn of the FX thread: what sets off is gone again within a second.
  private boolean movesAfterAMessage(GraphPane graph, PeerAddress from, PeerAddress to) {
    return work.see(
        () -> {
          graph.showPassed(List.of(Passing.messageReceived(from, to)), Set.of());
          return graph.isMoving();
        });
  }

  @Test
  void disconnectsThePeerInTheInspector() throws IOException {
    try (RunningPeer other = otherPeer()) {
      work.start(other.address());
      work.untilModel(it -> it.picture().nodes().size() == 2);
      robot.interact(() -> work.model().selectedProperty().set(other.address()));
      work.press("#inspector-disconnect");
      work.untilModel(it -> it.picture().nodes().size() == 1);

      assertThat(work.see(() -> work.model().neighbor(other.address()))).isEmpty();
    }
  }

  @Test
  void restartsElsewhereInOneClickAndKeepsItsNeighbors() throws IOException {
    try (RunningPeer other = otherPeer()) {
      PeerAddress before = work.start(other.address());
      work.untilModel(it -> isConnected(it, other.address()));
      work.type("#port", "0");
      work.press("#restart");
      work.untilModel(it -> it.isRunning() && !before.equals(it.addressProperty().get()));
      work.untilModel(it -> isConnected(it, other.address()));

      assertThat(work.see(() -> work.find("#restart").isVisible())).isFalse();
    }
  }

  @Test
  void turnsDarkAndLightAgain() {
    keys(KeyCode.CONTROL, KeyCode.T);
    boolean dark = work.see(() -> work.theming().darkProperty().get());
    String darkSheet = work.see(Application::getUserAgentStylesheet);
    keys(KeyCode.CONTROL, KeyCode.T);

    assertThat(dark).isTrue();
    assertThat(darkSheet).contains("dark");
    assertThat(work.see(() -> work.theming().darkProperty().get())).isFalse();
    assertThat(work.see(Application::getUserAgentStylesheet)).contains("light");
  }

  @Test
  void opensAnotherWindowConnectedToThisOneAndEndsWithTheLast() {
    PeerAddress here = work.start();
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
    work.until(() -> work.windows().all().size() == 2);
    PeerViewModel second = work.see(() -> work.windows().all().getLast().model());
    work.until(() -> isConnected(second, here));
    keys(KeyCode.CONTROL, KeyCode.W);
    work.until(() -> work.windows().all().size() == 1);
    int endsBefore = work.ends();
    robot.interact(() -> work.first().stage().requestFocus());
    PeerViewModel first = work.model();
    keys(KeyCode.CONTROL, KeyCode.W);
    work.until(() -> first.stateProperty().get() == PeerState.STOPPED);
    work.until(() -> second.stateProperty().get() == PeerState.STOPPED);

    assertThat(endsBefore).isZero();
    assertThat(work.ends()).isEqualTo(1);
  }

  @Test
  void showsTheKeysUntilEscape() {
    keys(KeyCode.F1);
    Node help = robot.lookup(".help").query();
    boolean shown = work.see(() -> help.getScene().getWindow().isShowing());
    robot.type(KeyCode.ESCAPE);

    assertThat(shown).isTrue();
    assertThat(work.see(() -> help.getScene().getWindow().isShowing())).isFalse();
  }
}

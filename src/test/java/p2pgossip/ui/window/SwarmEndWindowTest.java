package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Run;
import p2pgossip.scenario.Scenario;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.Ring;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.wire.ScenarioJson;

/// How a swarm and its peers end, begin again, and are asked about in their window.
class SwarmEndWindowTest extends SwarmInWindow {

  /// As the window manager does when its button is pressed.
  private void requestClose() {
    robot.interact(this::requestCloseNow);
  }

  private void requestCloseNow() {
    Stage stage = work.first().stage();
    Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  @Test
  void forgetsAllRumorsAndEndsTheSwarm() {
    List<PeerAddress> all = ring(LIVELY);
    fire("#swarm-spread");
    work.until(() -> reached() == PEERS);
    fire("#swarm-pause");
    work.until(() -> settingsOfAll().stream().allMatch(PeerSettings::paused));
    fire("#swarm-reset");
    work.until(
        () ->
            all.stream()
                .allMatch(
                    it -> Objects.requireNonNull(swarm().peer(it)).snapshot().rumors().isEmpty()));
    work.until(() -> network().view().spread() == null);
    assertThat(work.see(() -> network().view().rumors())).hasSize(1);
    assertThat(work.textOf("#notice")).startsWith("All peers forget all rumours.");
    fire("#swarm-stop");
    assertThat(questionLines())
        .contains("4 peers end, the one of this window (" + all.getFirst() + ") among them.");
    fireAnswer("#end-swarm");
    work.until(() -> all.stream().allMatch(it -> swarm().peer(it) == null));
    work.untilModel(it -> it.stateProperty().get() == PeerState.STOPPED);

    assertThat(work.see(() -> swarm().stateProperty().get())).isNull();
    assertThat(work.see(() -> robot.lookup(".swarm-bar").tryQuery())).isEmpty();
  }

  @Test
  void startsAPeerOfTheSwarmAgainInItsPlace() {
    List<PeerAddress> all = ring(SILENT);
    PeerAddress own = all.getFirst();
    PeerSettings set = SILENT.withUpdate(true);
    robot.interact(() -> work.model().change(_ -> set));
    fire("#start-or-stop");
    work.untilModel(it -> it.stateProperty().get() == PeerState.STOPPED);

    assertThat(work.textOf(".peer-address")).isEqualTo(own.toString());
    assertThat(work.textOf("#caption")).isEqualTo("stopped, can rejoin");

    fire("#start-or-stop");
    work.untilModel(it -> it.isRunning() && it.picture().addressees() == 2);
    work.until(() -> network().view().picture().links().size() == 2 * PEERS);
    work.until(() -> running() == PEERS);

    assertThat(work.see(() -> work.model().addressProperty().get())).isEqualTo(own);
    assertThat(work.see(() -> Objects.requireNonNull(swarm().peer(own)).settings())).isEqualTo(set);
  }

  @Test
  void looksAgainAtItsPeerThatOthersHaveStartedAgain() {
    List<PeerAddress> all = ring(SILENT);
    robot.interact(() -> swarm().steering().kill(List.of(all.getFirst())));
    work.untilModel(it -> it.stateProperty().get() == PeerState.STOPPED);
    robot.interact(() -> swarm().steering().restart(List.of(all.getFirst())));

    work.untilModel(it -> it.isRunning() && it.picture().addressees() == 2);
  }

  @Test
  void startsAPeerOfItsOwnOnceTheSwarmHasEnded() {
    List<PeerAddress> all = ring(SILENT);
    fire("#start-or-stop");
    work.untilModel(it -> it.stateProperty().get() == PeerState.STOPPED);
    work.until(() -> running() == PEERS - 1);
    fire("#swarm-stop");
    assertThat(questionLines()).contains("3 peers end.");
    fireAnswer("#end-swarm");
    work.until(() -> all.stream().allMatch(it -> swarm().peer(it) == null));

    work.until(() -> work.textOf(".peer-address").equals("New peer"));
    robot.interact(() -> work.first().form().portProperty().set("0"));
    fire("#start-or-stop");
    work.untilModel(PeerViewModel::isRunning);
  }

  @Test
  void asksBeforeAWindowIsClosedWithASwarmAndWithWhatWasSeenOfItsRumors() {
    List<PeerAddress> all = ring(LIVELY);
    fire("#swarm-spread");
    work.until(() -> reached() == PEERS);
    requestClose();
    assertThat(questionLines())
        .contains("4 peers end, the one of this window (" + all.getFirst() + ") among them.")
        .anyMatch(line -> line.contains("1 rumour") && line.contains("lost"));
    robot.type(KeyCode.ESCAPE);

    assertThat(work.see(this::running)).isEqualTo(PEERS);
    assertThat(work.ends()).isZero();

    fire("#swarm-stop");
    fireAnswer("#end-swarm");
    work.until(() -> all.stream().allMatch(it -> swarm().peer(it) == null));
    work.untilModel(it -> it.stateProperty().get() == PeerState.STOPPED);
    requestClose();
    assertThat(questionLines())
        .anyMatch(line -> line.contains("1 rumour") && line.contains("lost"))
        .noneMatch(line -> line.contains("peers end"));
    fireAnswer("#close-window");

    assertThat(work.ends()).isOne();
  }

  @Test
  void asksAboutUnsavedRumorsEvenBeforeTheEndOfItsPeerIsReported() {
    ring(LIVELY);
    fire("#swarm-spread");
    work.until(() -> reached() == PEERS);
    robot.interact(
        () -> {
          swarm().stop();
          requestCloseNow();
        });

    assertThat(questionLines()).anyMatch(line -> line.contains("1 rumour"));
    assertThat(work.ends()).isZero();
  }

  @Test
  void asksNothingWhereAWindowWithAPeerOfItsOwnIsClosed() {
    work.start();
    requestClose();

    assertThat(robot.lookup("#question").tryQuery()).isEmpty();
    assertThat(work.ends()).isOne();
  }

  @Test
  void namesTheScenarioThatIsBrokenOff() throws Exception {
    Scenario scenario =
        ScenarioJson.read(
            """
            {"name": "Near and far", "peers": 3, "topology": "line", "lasts": "1 h",
             "variants": [{"name": "near"}, {"name": "far"}], "actions": []}
            """
                .getBytes(StandardCharsets.UTF_8));
    robot.interact(() -> SwarmStarts.play(work.first(), scenario, 0, Run.Time.VIRTUAL));
    work.until(() -> running() > 0);
    fire("#swarm-stop");

    assertThat(questionLines())
        .anyMatch(line -> line.contains("“Near and far”") && line.contains("broken off"));
    robot.type(KeyCode.ESCAPE);
  }

  @Test
  void goesOnWithTheSwarmWhereTheQuestionIsCancelled() {
    ring(SILENT);
    fire("#swarm-stop");
    robot.type(KeyCode.ESCAPE);

    assertThat(robot.lookup("#question").tryQuery()).isEmpty();
    assertThat(work.see(this::running)).isEqualTo(PEERS);
  }

  @Test
  void letsAPeerThatIsJoinedToTheSwarmComeBackToIt() {
    PeerAddress own = work.start();
    SwarmPlan plan = new SwarmPlan(PEERS, 0, new Ring(), SILENT, 1, 0, null, List.of(own));
    robot.interact(() -> swarm().start(plan, _ -> {}));
    work.until(() -> running() == PEERS && work.model().picture().addressees() > 0);
    fire("#start-or-stop");
    work.untilModel(it -> it.stateProperty().get() == PeerState.STOPPED);
    robot.interact(() -> work.model().start(own.port(), "", List.of()));

    work.untilModel(it -> it.isRunning() && it.picture().addressees() > 0);
  }
}

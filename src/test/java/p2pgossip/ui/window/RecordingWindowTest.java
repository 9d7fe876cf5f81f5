package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import p2pgossip.export.RecordingFile;
import p2pgossip.export.SampleSession;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Observation;
import p2pgossip.network.Recorded;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.ui.model.Moment;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.model.PeerViewModel;
import p2pgossip.wire.RecordingHeader;

/// A window that shows a recording in place of a peer of its own.
@ExtendWith(OnScreen.class)
class RecordingWindowTest {

  @TempDir static Path folder;

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private WindowsAtWork work;

  @Start
  void open(Stage unused) {
    work = new WindowsAtWork(PeerSettings.DEFAULT.withPeriod(Duration.ofHours(1)), folder);
  }

  @BeforeEach
  void showARecording() {
    work.untilFurnished();
    Recorded recorded = SampleSession.ofThree();
    RecordingHeader header =
        new RecordingHeader(
            "1.0.0",
            Instant.EPOCH,
            SampleSession.ANN,
            recorded.opening().size(),
            recorded.observations().size());
    robot.interact(
        () ->
            work.first()
                .showRecording(
                    Path.of("lesson.gossip"), new RecordingFile.Opened(header, recorded, 0)));
    work.until(() -> moment().mode() == Moment.Mode.HELD);
  }

  @AfterEach
  void close() {
    work.close();

    assertThat(work.uncaught()).isEmpty();
  }

  private Moment moment() {
    return work.model().network().view().moment();
  }

  private String title() {
    return work.see(() -> work.first().stage().getTitle());
  }

  @Test
  void isHeadedByWhoseTheRecordingIsAndOfWhen() {
    assertThat(work.textOf(".peer-address")).isEqualTo("Recording");
    assertThat(work.textOf("#caption")).startsWith(SampleSession.ANN + ", ").endsWith(" Nov 2026");
    assertThat(work.textOf("#inspector-title")).isEqualTo(SampleSession.ANN.toString());
    assertThat(work.textOf(".status-address")).isEqualTo("recording");
    assertThat(title()).isEqualTo("lesson.gossip – recording – p2pgossip");
  }

  @Test
  void sendsNobodyToAStartButtonWhereTheRecordingBeginsWithNobody() {
    Instant before = SampleSession.START.minusSeconds(1);
    Recorded nobodyAtFirst =
        new Recorded(
            List.of(),
            Stream.concat(
                    Stream.of(new Observation.FaultsChanged(before, List.of())),
                    SampleSession.ofThree().observations().stream())
                .toList());
    robot.interact(() -> work.model().network().open(nobodyAtFirst, null));
    work.until(() -> work.model().picture().nodes().isEmpty());
    work.until(() -> texts(".empty-graph").contains("Nobody is there yet"));

    assertThat(texts(".empty-graph")).noneMatch(text -> text.contains("Start"));
  }

  @Test
  void hasNoLiveToGoBackTo() {
    assertThat(work.<Node>find("#replay-live").isVisible()).isFalse();

    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    robot.release(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    work.until(() -> moment().at().equals(moment().end()));

    assertThat(work.see(() -> work.model().picture().nodes())).containsKey(SampleSession.ANN);
    assertThat(work.textOf(".peer-address")).isEqualTo("Recording");
  }

  @Test
  void isThePeersOnceOneIsStartedAndTurnsToIt() {
    assertThat(work.see(() -> work.first().isFormShown())).isFalse();
    PeerAddress started = work.start();
    work.until(() -> moment().mode() == Moment.Mode.LIVE);

    assertThat(work.see(() -> work.find("#replay-live").isVisible())).isTrue();
    assertThat(work.see(() -> work.first().isFormShown())).isTrue();
    assertThat(work.textOf(".peer-address")).isEqualTo(started.toString());
    assertThat(title()).isEqualTo(started + " – 0 neighbours – p2pgossip");
    work.untilModel(it -> it.picture().nodes().keySet().equals(Set.of(started)));
  }

  private List<String> texts(String selector) {
    return work.see(
        () ->
            robot.lookup(selector + " .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
  }

  private void fire(String selector) {
    robot.interact(() -> work.<ButtonBase>find(selector).fire());
  }

  private void answer(String selector) {
    robot.interact(() -> robot.lookup(selector).<ButtonBase>query().fire());
  }

  @Test
  void asksBeforeStartLeavesTheRecordingAndChangesNothingWhereThatIsCancelled() {
    fire("#start-or-stop");
    assertThat(robot.lookup("#question").tryQuery()).isPresent();
    answer("#question-cancel");

    assertThat(work.see(() -> work.model().stateProperty().get())).isEqualTo(PeerState.STOPPED);
    assertThat(title()).isEqualTo("lesson.gossip – recording – p2pgossip");
    assertThat(work.see(() -> work.windows().all())).hasSize(1);
  }

  @Test
  void leavesTheRecordingWholeWhereThePeerIsToStartHere() {
    Instant opened = work.runtime().clock().instant();
    robot.interact(() -> work.model().network().goLive());
    work.until(
        () ->
            work.model().journal().log().shown().stream()
                .anyMatch(line -> line.at().isBefore(opened)));
    fire("#start-or-stop");
    answer("#leave-recording");
    work.untilModel(PeerViewModel::isRunning);
    work.until(() -> moment().mode() == Moment.Mode.LIVE);

    assertThat(work.see(() -> work.model().network().view().opened())).isNull();
    work.untilModel(it -> it.picture().nodes().size() == 1);
    assertThat(work.see(() -> work.model().network().view().rumors())).isEmpty();
    assertThat(work.see(() -> work.model().journal().log().shown()))
        .noneMatch(line -> line.at().isBefore(opened));
  }

  @Test
  void startsInANewWindowBesideTheRecording() {
    fire("#start-or-stop");
    answer("#in-new-window");
    work.until(
        () ->
            work.windows().all().size() == 2 && work.windows().all().getLast().model().isRunning());

    assertThat(title()).isEqualTo("lesson.gossip – recording – p2pgossip");
    assertThat(work.see(() -> work.model().stateProperty().get())).isEqualTo(PeerState.STOPPED);
    assertThat(work.see(this::moment).mode()).isEqualTo(Moment.Mode.HELD);
  }
}

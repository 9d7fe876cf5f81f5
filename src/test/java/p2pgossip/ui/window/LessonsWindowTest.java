package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.lesson.Answer;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.ui.lesson.LessonPane;
import p2pgossip.ui.model.SwarmState;
import p2pgossip.ui.model.SwarmSteering;

/// The lessons beside the graph. What is remembered lies in a folder that these tests share, so
/// each has a lesson of its own.
class LessonsWindowTest extends InOneWindow {

  private void openList() {
    robot.type(KeyCode.F2);
    work.until(() -> robot.lookup("#lesson-06-distance").tryQuery().isPresent());
  }

  private @Nullable LessonProgress progress() {
    return work.see(() -> work.<LessonPane>find("#lesson-pane").open());
  }

  private LessonProgress opened() {
    work.until(() -> progress() != null);
    LessonProgress open = progress();
    if (open == null) {
      throw new AssertionError("no lesson is open");
    }
    return open;
  }

  /// By Enter, where the keyboard has been led.
  private void enter() {
    robot.type(KeyCode.ENTER);
  }

  private boolean hasFocus(String selector) {
    return work.see(
        () ->
            work.first().stage().getScene().getFocusOwner() instanceof Node owner
                && owner.equals(robot.lookup(selector).tryQuery().orElse(null)));
  }

  @Test
  void aLessonIsPlayedByTheKeyboardAlone() {
    openList();
    Button row = work.find("#lesson-06-distance");
    robot.interact(row::requestFocus);
    robot.type(KeyCode.SPACE);
    work.until(() -> hasFocus("#lesson-next"));
    robot.type(KeyCode.SPACE);
    work.until(() -> hasFocus("#lesson-field-ring"));
    robot.write("200", 0);
    enter();
    work.until(() -> hasFocus("#lesson-run-ring"));
    robot.type(KeyCode.SPACE);
    work.until(() -> hasFocus("#lesson-next"));
    String verdict = work.textOf(".lesson-verdict");
    boolean stays = work.see(() -> work.<Node>find("#lesson-field-ring").isDisabled());
    robot.type(KeyCode.SPACE);
    work.until(() -> hasFocus("#lesson-run-four"));
    robot.type(KeyCode.SPACE);
    work.until(() -> hasFocus("#lesson-field-small"));
    robot.write("14", 0);
    enter();
    work.until(() -> hasFocus("#lesson-curve-small-shape"));
    robot.type(KeyCode.RIGHT, 5).type(KeyCode.UP, 4).type(KeyCode.RIGHT, 9).type(KeyCode.UP, 16);
    robot.interact(() -> work.<Button>find("#lesson-predict-small-shape").fire());
    work.until(() -> hasFocus("#lesson-run-small"));
    Answer.Curve drawn = (Answer.Curve) opened().answer("small-shape").orElseThrow();

    assertThat(verdict)
        .isEqualTo("You said 200 rounds; it is 128. You are off by 72 rounds (56.3 % too much).");
    assertThat(stays).as("a prediction stays once the run is made").isTrue();
    assertThat(drawn.shares()).hasSize(21);
    assertThat(drawn.shares().get(4)).isZero();
    assertThat(drawn.shares().get(5)).isEqualTo(0.2);
    assertThat(drawn.shares().get(20)).isEqualTo(1);
  }

  @Test
  void whereOneWasIsRemembered() {
    openList();
    robot.interact(() -> work.<Button>find("#lesson-03-fanout").fire());
    opened();
    robot.interact(() -> work.<Button>find("#lesson-next").fire());
    robot.interact(() -> work.<Button>find("#lesson-all").fire());
    work.until(
        () ->
            robot.lookup(".label").queryAllAs(Labeled.class).stream()
                .anyMatch(it -> it.getText().contains("at step 2 of 4")));
    robot.interact(() -> work.<Button>find("#lesson-03-fanout").fire());

    assertThat(opened().step()).isEqualTo(1);
  }

  @Test
  void aTaskTicksItself() {
    openList();
    robot.interact(() -> work.<Button>find("#lesson-02-log-n").fire());
    opened();
    robot.interact(() -> work.<Button>find("#lesson-next").fire());
    robot.interact(() -> work.<Button>find("#lesson-set-up").fire());
    work.until(() -> running() == 24 && work.model().isRunning());
    boolean open = opened().done().isEmpty();
    robot.interact(() -> work.model().spread("Have you heard?"));
    work.until(() -> opened().done().contains("tell"));

    assertThat(open).isTrue();
    assertThat(work.see(() -> work.<Node>find("#first-page").isVisible())).isFalse();
  }

  /// Exactly half hear it, once the rumour has come to its end there.
  @Test
  void aCutAndItsHealingAreNoticed() {
    openList();
    robot.interact(() -> work.<Button>find("#lesson-08-partition").fire());
    opened();
    robot.interact(() -> work.<Button>find("#lesson-next").fire());
    robot.interact(() -> work.<Button>find("#lesson-set-up").fire());
    work.until(() -> running() == 20 && work.model().isRunning());
    SwarmSteering steering = work.see(() -> work.first().swarm().steering());
    List<PeerAddress> all =
        work.see(() -> work.first().swarm().addresses()).stream().sorted().toList();
    robot.interact(
        () ->
            steering.begin(
                new Fault.Partition<>(
                    List.of(Set.copyOf(all.subList(0, 10)), Set.copyOf(all.subList(10, 20))))));
    work.until(() -> !work.model().network().view().faults().isEmpty());
    robot.interact(() -> steering.spread("Have you heard?", all.getFirst()));
    work.until(() -> opened().done().contains("half"));
    boolean whole = opened().done().contains("heal");
    robot.interact(steering::endAllFaults);
    work.until(() -> opened().done().contains("heal"));

    assertThat(whole).isFalse();
    assertThat(work.see(() -> work.model().network().view().measured()).figures().reached())
        .isEqualTo(10);
  }

  private int running() {
    return work.see(
        () -> {
          SwarmState state = work.first().swarm().stateProperty().get();
          return state == null ? 0 : state.running();
        });
  }

  @Test
  void theyStandUnderTheGraphInANarrowWindow() {
    openList();
    SplitPane split = work.find("#content-and-lessons");
    var wide = work.see(split::getOrientation);
    robot.interact(
        () -> {
          work.first().stage().setMinWidth(600);
          work.first().stage().setWidth(800);
        });
    work.until(() -> split.getOrientation() != wide);
    robot.type(KeyCode.F2);

    assertThat(wide).isEqualTo(Orientation.HORIZONTAL);
    work.until(() -> split.getItems().size() == 1);
  }

  @Test
  void aLabPackIsSavedFromTheMenu() {
    openList();
    robot.interact(() -> work.<Button>find("#lesson-06-distance").fire());
    opened();
    MenuButton menu = work.find("#swarm");
    robot.interact(
        () ->
            menu.getItems().stream()
                .filter(it -> "save-lab-pack".equals(it.getId()))
                .findFirst()
                .orElseThrow()
                .fire());
    work.until(() -> robot.lookup("#pack-student").tryQuery().isPresent());
    robot.type(KeyCode.ESCAPE);

    work.until(() -> robot.lookup("#pack-student").tryQuery().isEmpty());
    assertThat(work.see(() -> work.<Node>find("#lesson-pack").isDisabled())).isFalse();
  }
}

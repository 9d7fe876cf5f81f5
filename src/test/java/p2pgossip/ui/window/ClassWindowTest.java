package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import p2pgossip.classroom.ClassName;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.Standing;
import p2pgossip.ui.classroom.JoinRequest;
import p2pgossip.ui.classroom.StartRequest;
import p2pgossip.ui.model.PeerViewModel;

/// A class between the windows of one machine: started from the first page, and joined by what
/// stands on its board.
class ClassWindowTest extends InOneWindow {

  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

  private PeerWindow last() {
    return work.see(() -> work.windows().all().getLast());
  }

  @Test
  void aClassTakesThePlaceOfTheFirstPageAndIsJoinedOverTls() {
    PeerWindow before = work.first();
    robot.interact(
        () ->
            work.windows()
                .classes()
                .start(before, new StartRequest(new ClassName("Year 9"), null, HERE)));
    work.until(() -> last() != before && last().model().isRunning());
    PeerWindow teacher = last();
    assertThat(work.see(() -> work.windows().all())).containsExactly(teacher);
    assertThat(work.see(() -> teacher.model().security().isEncrypted())).isTrue();
    work.until(() -> robot.lookup("#board-address").tryQuery().isPresent());
    String typed =
        robot.lookup("#board-address").<Label>query().getText()
            + " "
            + robot.lookup("#board-code").<Label>query().getText();

    robot.interact(
        () ->
            work.windows()
                .classes()
                .join(
                    teacher,
                    new JoinRequest(ClassTarget.parse(typed), new PeerName("Ana"), null, true)));
    work.until(() -> last() != teacher && last().model().isRunning());
    PeerViewModel student = last().model();
    work.until(
        () ->
            student
                .neighbor(teacher.model().addressProperty().get())
                .filter(neighbor -> neighbor.standing() == Standing.CONNECTED)
                .isPresent());
    assertThat(work.see(() -> student.settingsProperty().get().tunable())).isTrue();
    work.until(
        () -> {
          work.windows().refresh();
          return robot.lookup("#board-roll").<TableView<?>>query().getItems().stream()
              .anyMatch(member -> member.toString().contains("Ana"));
        });
    assertThat(work.see(() -> work.windows().all())).hasSize(2);

    assertThat(work.network().announced.first().typed()).isEqualTo(typed);
    assertThat(work.network().takenBack).isEmpty();
    robot.interact(() -> teacher.model().security().give("four unrelated words"));
    work.until(() -> work.network().announced.size() == 2);
    assertThat(work.network().announced.last().locked()).isTrue();
    assertThat(work.network().takenBack).containsExactly(work.network().announced.first());

    robot.interact(() -> work.windows().close(teacher));
    work.until(() -> work.network().takenBack.size() == 2);
    work.until(() -> robot.lookup("#board-address").tryQuery().isEmpty());
    assertThat(work.uncaught()).isEmpty();
  }

  @Test
  void theKeysAskWhichClassToStartAndWhichToJoin() {
    robot.push(KeyCode.F4);
    work.until(() -> robot.lookup("#class-first-name").tryQuery().isPresent());
    robot.push(KeyCode.ESCAPE);
    work.until(() -> robot.lookup("#class-first-name").tryQuery().isEmpty());
    robot.push(KeyCode.F3);
    work.until(() -> robot.lookup("#class-name").tryQuery().isPresent());
    assertThat(work.network().announced).isEmpty();
  }
}

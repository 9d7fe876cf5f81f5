package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path.Around;
import p2pgossip.fault.Path.Everywhere;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Role;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.model.PeerAction;

/// What goes wrong in a swarm, seen and caused from its window.
class SwarmFaultsWindowTest extends SwarmInWindow {

  @Test
  void killsListsAndStartsAgain() {
    List<PeerAddress> all = ring(SILENT);
    keys(KeyCode.CONTROL, KeyCode.DIGIT4);
    select(all.get(1));
    work.until(() -> !work.find("#faults-kill").isDisabled());
    fire("#faults-kill");
    work.until(() -> swarm().ended().equals(List.of(all.get(1))));
    select(all.get(3));
    fire("#faults-leave");
    work.until(() -> swarm().ended().size() == 2);
    work.until(() -> robot.lookup(".fault-row").queryAll().size() == 2);
    fire("#faults-start-all");
    work.until(() -> running() == PEERS);

    assertThat(work.see(() -> swarm().ended())).isEmpty();
    assertThat(all).allMatch(member -> peer(member) != null);
  }

  @Test
  void laysFaultsOnWhatIsSelectedAndEndsThemOneByOneAndAllAtOnce() {
    List<PeerAddress> all = ring(SILENT);
    keys(KeyCode.CONTROL, KeyCode.DIGIT4);
    robot.interact(work.<GraphPane>find(".graph-pane")::selectAll);
    work.until(() -> !work.find("#faults-kill").isDisabled());
    Slider loss = work.find("#faults-loss");
    robot.interact(() -> loss.setValue(40));
    fire("#faults-loss-begin");
    Fault<PeerAddress> lost = new Fault.Loss<>(new Around<>(Set.copyOf(all)), 0.4);
    work.until(() -> network().view().faults().equals(List.of(lost)));
    select(null);
    select(all.get(2));
    fire("#faults-freeze");
    fire("#faults-cut-off");
    Fault<PeerAddress> frozen = new Fault.Freeze<>(all.get(2));
    Fault<PeerAddress> parted =
        new Fault.Partition<>(
            List.of(Set.of(all.get(2)), Set.of(all.get(0), all.get(1), all.get(3))));
    work.until(() -> robot.lookup(".fault-row").queryAll().size() == 3);
    List<Fault<PeerAddress>> before = work.see(() -> List.copyOf(network().view().faults()));
    Button first = robot.lookup(".fault-row").lookup(".button").query();
    robot.interact(first::fire);
    work.until(() -> network().view().faults().size() == 2);
    List<Fault<PeerAddress>> afterOne = work.see(() -> List.copyOf(network().view().faults()));
    fire("#faults-end-all");
    work.until(() -> network().view().faults().isEmpty());

    assertThat(before).containsExactly(lost, frozen, parted);
    assertThat(afterOne).containsExactly(frozen, parted);
    assertThat(robot.lookup(".fault-row").queryAll()).isEmpty();
  }

  @Test
  void makesAllGoWrongEverywhereWhereNobodyIsSelected() {
    ring(SILENT);
    keys(KeyCode.CONTROL, KeyCode.DIGIT4);
    work.until(() -> robot.lookup("#faults-block").tryQuery().isPresent());
    select(null);
    fire("#faults-block");
    work.until(() -> !network().view().faults().isEmpty());

    assertThat(work.see(() -> network().view().faults()))
        .containsExactly(new Fault.Block<>(new Everywhere<>()));
  }

  @Test
  void killsFreezesAndThawsFromTheMenuOfThePeer() {
    List<PeerAddress> all = ring(SILENT);
    select(all.get(1));
    choose("Freeze");
    work.until(() -> network().view().faults().equals(List.of(new Fault.Freeze<>(all.get(1)))));
    choose("Thaw");
    work.until(() -> network().view().faults().isEmpty());
    choose("Kill");
    work.until(() -> swarm().ended().equals(List.of(all.get(1))));

    assertThat(peer(all.get(1))).isNull();
    assertThat(work.runtime().runs(all.get(1))).isFalse();
  }

  @Test
  void keepsTheMenuOfAPeerLowAndItsFaultsInReachOfTheKeyboard() {
    PeerAddress chosen = ring(SILENT).get(1);
    select(chosen);
    openMenu();
    double height = work.see(() -> menus().findFirst().orElseThrow().getHeight());
    // From the top, round to the last, which is the menu of the faults; in it, to the fourth.
    robot.type(KeyCode.UP, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
    work.until(() -> network().view().faults().equals(List.of(new Fault.Freeze<>(chosen))));
    openMenu();
    List<String> texts =
        work.see(
            () ->
                menus()
                    .flatMap(menu -> menu.getItems().stream())
                    .map(MenuItem::getText)
                    .filter(Objects::nonNull)
                    .toList());
    robot.type(KeyCode.ESCAPE);

    assertThat(height).isLessThan(400);
    assertThat(texts)
        .containsExactly(
            "Connect",
            "Disconnect",
            PeerAction.SEND.text(Role.CONNECTED, true),
            "Copy address",
            "Spread a rumour from here",
            "Open a window on it",
            "Faults",
            "End all faults");
  }

  @Test
  void endsWhatIsMadeToGoWrongWithTheSwarm() {
    List<PeerAddress> all = ring(SILENT);
    robot.interact(
        () -> {
          swarm().steering().begin(new Fault.Freeze<>(all.get(1)));
          swarm().steering().begin(new Fault.Loss<>(new Everywhere<>(), 0.5));
        });
    work.until(() -> network().view().faults().size() == 2);
    fire("#swarm-stop");
    assertThat(questionLines()).contains("What is made to go wrong for them ends, too.");
    fireAnswer("#end-swarm");

    work.until(() -> network().view().faults().isEmpty());
    assertThat(work.runtime().faults().inForce().faults()).isEmpty();
  }
}

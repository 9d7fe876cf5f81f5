package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Role;
import p2pgossip.ui.model.Moment;
import p2pgossip.ui.model.PeerState;
import p2pgossip.ui.theme.RolePalette;

/// The past of a swarm in its window.
class SwarmPastWindowTest extends SwarmInWindow {

  @Test
  void countsAtTheFootWhatTheGraphShowsAlsoWhileThePeerIsStoppedAndInThePast() {
    List<PeerAddress> all = ring(SILENT);
    work.until(() -> standings().contains("2 Connected"));
    Instant then = work.see(() -> network().view().now());
    robot.interact(() -> swarm().steering().kill(Set.of(all.get(1))));
    robot.interact(() -> work.model().stop());
    work.untilModel(it -> it.stateProperty().get() == PeerState.STOPPED);
    work.until(() -> network().view().picture().self() != null);
    work.until(() -> !all.getFirst().equals(network().view().picture().self()));
    PeerAddress seenFrom = work.see(() -> network().view().picture().self());

    assertThat(work.textOf(".status-address")).isEqualTo("seen from " + seenFrom);
    assertThat(work.see(this::countsOfTheGraph)).isSubsetOf(standings());

    robot.interact(() -> network().seek(then));
    work.until(() -> !network().view().isLive());

    assertThat(work.textOf(".status-address")).isEqualTo("seen from " + all.getFirst());
    assertThat(standings()).contains("2 Connected", "0 Unreachable");
    assertThat(work.see(() -> work.find("#traffic").isVisible())).isFalse();
  }

  @Test
  void saysInTheHeaderThatThePastIsShownInPlaceOfHowManyNeighborsThereAreNow() {
    ring(SILENT);
    work.until(() -> work.textOf("#caption").equals("gossiping, 2 neighbours"));
    robot.interact(() -> network().hold());
    work.until(() -> !network().view().isLive());

    assertThat(work.textOf("#caption")).isEqualTo("gossiping, looking back");
  }

  private List<String> countsOfTheGraph() {
    return Stream.of(Role.CONNECTED, Role.LEARNED, Role.PENDING, Role.UNREACHABLE)
        .map(role -> network().view().picture().count(role) + " " + RolePalette.name(role))
        .toList();
  }

  @Test
  void holdsSeeksStepsPlaysAndComesBackToNow() {
    ring(LIVELY);
    fire("#swarm-spread");
    work.until(() -> reached() == PEERS);
    fire("#swarm-pause");
    keys(KeyCode.CONTROL, KeyCode.SPACE);
    work.until(() -> moment().mode() == Moment.Mode.HELD);
    int lines = work.see(() -> work.model().journal().log().shown().size());
    Slider slider = work.find("#replay-moment");
    robot.interact(() -> slider.setValue(0));
    work.until(() -> moment().at().equals(moment().start()));
    int atStart = work.see(this::reached);
    int linesAtStart = work.see(() -> work.model().journal().log().shown().size());
    keys(KeyCode.CONTROL, KeyCode.RIGHT);
    work.until(() -> moment().at().isAfter(moment().start()));
    Instant first = work.see(() -> moment().at());
    int later = 0;
    // What happens in one step of a peer has one time.
    do {
      keys(KeyCode.CONTROL, KeyCode.RIGHT);
      later++;
    } while (!work.see(() -> moment().at().isAfter(first)));
    // Each comes to stand just before the step that it takes back.
    for (int back = 0; back <= later; back++) {
      fire("#replay-back");
    }
    work.until(() -> moment().at().equals(first));
    fire("#replay-play");
    work.until(() -> reached() == PEERS);
    keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    work.until(() -> moment().mode() == Moment.Mode.LIVE);

    assertThat(atStart).isZero();
    assertThat(linesAtStart).isLessThan(lines);
    assertThat(work.see(() -> work.model().journal().log().shown().size()))
        .isGreaterThanOrEqualTo(lines);
  }

  @Test
  void offersInThePastNothingThatWouldActOnNow() {
    List<PeerAddress> all = ring(SILENT);
    fire("#view-spread");
    fire("#swarm-spread");
    work.until(() -> reached() > 0);
    select(all.getLast());
    List<String> acting =
        List.of("#swarm-spread", "#swarm-step", "#swarm-reset", "#spread-rumor", "#send-now");
    work.until(() -> acting.stream().noneMatch(it -> work.find(it).isDisabled()));
    keys(KeyCode.CONTROL, KeyCode.SPACE);
    work.until(() -> moment().mode() == Moment.Mode.HELD);
    List<String> on =
        work.see(() -> acting.stream().filter(it -> !work.find(it).isDisabled()).toList());
    boolean canDisconnect = work.see(() -> work.find("#inspector-disconnect").isVisible());
    keys(KeyCode.CONTROL, KeyCode.R);
    String said = work.textOf("#notice");
    Moment.Mode mode = work.see(() -> moment().mode());
    openMenu();
    List<String> entries =
        work.see(
            () ->
                menus()
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(item -> item.getText() != null && !item.isDisable())
                    .map(MenuItem::getText)
                    .toList());
    robot.interact(() -> item("Go back to Live").fire());
    work.until(() -> moment().mode() == Moment.Mode.LIVE);

    assertThat(on).isEmpty();
    assertThat(canDisconnect).isFalse();
    assertThat(said).startsWith("Go back to Live to ");
    assertThat(mode).isEqualTo(Moment.Mode.HELD);
    assertThat(entries).containsExactly("Copy address", "Go back to Live");
    assertThat(work.see(() -> network().view().rumors())).hasSize(1);
    work.until(() -> acting.stream().noneMatch(it -> work.find(it).isDisabled()));
  }

  private Moment moment() {
    return network().view().moment();
  }
}

package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.graph.GraphPane;
import p2pgossip.ui.overview.OverviewPane;
import p2pgossip.ui.window.deck.Deck;
import p2pgossip.ui.window.deck.OverviewDeckView;

/// The overview of the peers beside the graph, through the real scene with real peers behind it.
class OverviewWindowTest extends SwarmInWindow {

  private String figure() {
    return work.textOf("#overview-figure");
  }

  private boolean isEmpty() {
    return work.see(() -> work.find(".overview-pane .empty-state").isVisible());
  }

  @Test
  void followsTheRumorAndTheTimeAndSharesTheSelection() {
    List<PeerAddress> all = ring(LIVELY);
    keys(KeyCode.CONTROL, KeyCode.DIGIT6);
    work.until(() -> work.<Deck>find("#deck").current() == OverviewDeckView.TAB);
    robot.interact(work::layOut);
    assertThat(isEmpty()).isTrue();

    fire("#swarm-spread");
    work.until(() -> figure().equals("4 of 4 have heard “Rumour 1”"));
    robot.interact(work::layOut);
    assertThat(isEmpty()).isFalse();
    robot.interact(() -> work.<OverviewPane>find(".overview-pane").requestFocus());
    robot.type(KeyCode.HOME, KeyCode.RIGHT, KeyCode.ENTER);
    PeerAddress second = all.stream().sorted().toList().get(1);
    work.until(() -> second.equals(work.model().selectedProperty().get()));
    assertThat(work.see(() -> work.<GraphPane>find(".graph-pane").selectedPeers()))
        .containsExactly(second);
    assertThat(work.see(() -> robot.lookup(".cell-card .title").<Labeled>query().getText()))
        .isEqualTo(second.toString());

    robot.interact(() -> network().seek(network().view().moment().start()));
    work.until(() -> !network().view().isLive() && network().view().spread() == null);
    robot.interact(work::layOut);
    assertThat(isEmpty()).isTrue();

    robot.interact(() -> network().goLive());
    work.until(() -> network().view().isLive());
    robot.interact(work::layOut);
    assertThat(isEmpty()).isFalse();
  }
}

package p2pgossip.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.ui.window.deck.Deck;
import p2pgossip.ui.window.deck.SpreadDeckView;

/// A swarm, or one of its rumours, as a run of the laboratory, and theory beside it.
class SwarmInLaboratoryTest extends SwarmInWindow {

  private static final PeerSettings PUSHING =
      LIVELY.withSpreading(new Spreading(Strategy.PUSH, 2, Interest.NEVER_LOST, 33));

  private MenuItem entry() {
    return work.see(
        () ->
            work.<SplitMenuButton>find("#swarm").getItems().stream()
                .filter(item -> "swarm-in-laboratory".equals(item.getId()))
                .findFirst()
                .orElseThrow());
  }

  private String inLaboratory(String selector) {
    return work.see(
        () ->
            ((TextInputControl) work.windows().laboratory().orElseThrow().scene().lookup(selector))
                .getText());
  }

  @Test
  void aSwarmOpensWithItsSettings() {
    assertThat(entry().isDisable()).isTrue();
    ring(PUSHING);
    robot.interact(() -> swarm().steering().begin(new Fault.Loss<>(new Path.Everywhere<>(), 0.2)));
    work.until(() -> swarm().steering().faults().size() == 1);

    robot.interact(() -> entry().fire());

    assertThat(work.see(() -> work.windows().laboratory())).isPresent();
    assertThat(inLaboratory("#lab-peers")).isEqualTo("4");
    assertThat(inLaboratory("#lab-hops")).isEqualTo("33");
    assertThat(inLaboratory("#lab-loss")).isEqualTo("20");
    assertThat(inLaboratory("#lab-seed")).isEqualTo("1");
    assertThat(whatIsLeftOut())
        .startsWith("Filled in from peers on screen: a round stands for their period of ")
        .contains("It leaves out that peers begin their periods at moments of their own");
  }

  private String whatIsLeftOut() {
    return work.see(
        () ->
            ((Label) work.windows().laboratory().orElseThrow().scene().lookup("#lab-whence"))
                .getText());
  }

  @Test
  void aRumorOpensWithItsSettingsAndHasTheoryBesideIt() {
    ring(PUSHING);
    robot.interact(() -> work.<Deck>find("#deck").show(SpreadDeckView.TAB));
    fire("#swarm-spread");
    work.until(() -> reached() == PEERS);
    work.until(() -> !work.<Button>find("#spread-laboratory").isDisabled());

    fire("#with-theory");
    work.until(() -> work.<Label>find("#spread-theory").getText().startsWith("Theory: exact mean"));
    assertThat(work.see(() -> work.find("#coverage .plot").getAccessibleText()))
        .endsWith("; with what theory says");

    fire("#spread-laboratory");
    assertThat(inLaboratory("#lab-peers")).isEqualTo("4");
    assertThat(inLaboratory("#lab-hops")).isEqualTo("33");
    assertThat(whatIsLeftOut()).contains("It leaves out that peers begin their periods");
  }
}

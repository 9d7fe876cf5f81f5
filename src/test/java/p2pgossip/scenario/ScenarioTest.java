package p2pgossip.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Strategy;
import p2pgossip.topology.Ring;

class ScenarioTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void actionsStandInTheOrderOfTheirTimes() {
    TimedAction late = at(9, new Action.Heal());
    TimedAction early = at(2, new Action.Kill(new Selection.These(3)));
    TimedAction later = at(2, new Action.Restart(new Selection.These(3)));

    assertThat(scenario(List.of(late, early, later)).actions()).containsExactly(early, later, late);
  }

  @Test
  void withoutVariantsThereIsOneRunOfItAsItStands() {
    assertThat(scenario(List.of()).runs())
        .containsExactly(new Variant("a trial", SettingsChange.NONE, null));
  }

  @Test
  void anActionMustNameItsPeersRightly() {
    refused(
        at(2, new Action.Kill(new Selection.These(11))),
        "the action at 2.0 s names peer 11, but the peers are 1 to 10");
  }

  @Test
  void anActionMustComeBeforeTheEnd() {
    refused(at(61, new Action.Heal()), "the action at 61.0 s comes after the end, at 60.0 s");
  }

  @Test
  void aFaultMustHaveBegunBeforeItEnds() {
    refused(
        at(1, new Action.End("rain")),
        "the action at 1.0 s ends the fault \"rain\", which has not begun");
  }

  @Test
  void anOriginalPeerCanBeginNoRumor() {
    refused(
        at(1, new Action.Spread(new Selection.These(10), "a rumour")),
        "the action at 1.0 s has an original peer spread a rumour, but original peers know no"
            + " rumours; the last 2 are original");
  }

  @Test
  void moreOriginalPeersThanPeersAreRefused() {
    assertThatThrownBy(() -> scenario(11, List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the number of original peers must be from 0 to 10, not 11");
  }

  @Test
  void theRunsHaveNamesOfTheirOwn() {
    Variant push = new Variant("push", SettingsChange.NONE, null);

    assertThatThrownBy(() -> scenario(2, List.of(), List.of(push, push)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two runs are named \"push\"");
  }

  @Test
  void settingsThatChangeLeaveTheOthersAlone() {
    SettingsChange change =
        new SettingsChange(
            null, null, false, null, null, null, Strategy.FLOOD, null, null, null, null);
    PeerSettings before = PeerSettings.DEFAULT.withUpdate(true).withText("gossip");

    PeerSettings after = change.applyTo(before);

    assertThat(after)
        .isEqualTo(
            before
                .withSentences(false)
                .withSpreading(before.spreading().withStrategy(Strategy.FLOOD)));
    assertThat(SettingsChange.of(after).applyTo(PeerSettings.DEFAULT)).isEqualTo(after);
  }

  private static void refused(TimedAction action, String words) {
    assertThatThrownBy(() -> scenario(List.of(action)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(words);
  }

  private static TimedAction at(int seconds, Action action) {
    return new TimedAction(Duration.ofSeconds(seconds), action);
  }

  private static Scenario scenario(List<TimedAction> actions) {
    return scenario(2, actions, List.of());
  }

  private static Scenario scenario(
      int originals, List<TimedAction> actions, List<Variant> variants) {
    return new Scenario(
        "a trial",
        "",
        1,
        10,
        originals,
        new Ring(),
        PeerSettings.DEFAULT,
        MINUTE,
        null,
        actions,
        variants);
  }
}

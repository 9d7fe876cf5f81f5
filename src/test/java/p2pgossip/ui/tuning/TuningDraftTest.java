package p2pgossip.ui.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.gossip.Tuning;
import p2pgossip.gossip.Tuning.Speech;

class TuningDraftTest {

  private final TuningDraft draft = new TuningDraft();

  @Test
  void wantsNothingOfSettingsAsTheyAre() {
    draft.begin(PeerSettings.DEFAULT.withText("Hark").withUpdate(true));

    assertThat(draft.difference()).contains(Tuning.NONE);
  }

  @Test
  void wantsWhatDiffersAlone() {
    draft.begin(PeerSettings.DEFAULT.withText("Hark"));
    draft.periodProperty().set("0,5");
    draft.textProperty().set(" ");
    draft.spreadingProperty().set(draft.spreadingProperty().get().withStrategy(Strategy.FLOOD));

    assertThat(draft.difference())
        .contains(
            new Tuning(
                Duration.ofMillis(500), null, null, new Speech(null), Strategy.FLOOD, null, null));
  }

  @Test
  void tellsHowLikelyARumorIsPassedOnOnlyWhereTheStrategyHasAUseForIt() {
    Spreading gossip1 =
        Spreading.DEFAULT.withStrategy(Strategy.GOSSIP1).withForwarding(new Forwarding(0.65, 4));
    draft.begin(PeerSettings.DEFAULT);
    draft.spreadingProperty().set(gossip1);

    assertThat(draft.difference())
        .contains(new Tuning(null, null, null, null, Strategy.GOSSIP1, null, gossip1.forwarding()));
    assertThat(draft.only(Set.of(TuningPart.SPREADING)))
        .contains(new Tuning(null, null, null, null, Strategy.GOSSIP1, 3, gossip1.forwarding()));

    draft.spreadingProperty().set(gossip1.withStrategy(Strategy.FLOOD));
    assertThat(draft.only(Set.of(TuningPart.SPREADING)))
        .contains(new Tuning(null, null, null, null, Strategy.FLOOD, 3, null));
  }

  @Test
  void wantsNothingWhileWhatIsTypedIsNoGood() {
    draft.begin(PeerSettings.DEFAULT);
    draft.periodProperty().set("0");

    assertThat(draft.difference()).isEmpty();
    assertThat(draft.only(Set.of(TuningPart.PERIOD))).isEmpty();
    assertThat(draft.only(Set.of(TuningPart.PAUSED)))
        .contains(new Tuning(null, null, false, null, null, null, null));
  }

  @Test
  void followsWhatChangesThereAndKeepsWhatIsTyped() {
    draft.begin(PeerSettings.DEFAULT);
    draft.textProperty().set("Half a wo");
    draft.show(PeerSettings.DEFAULT.withPeriod(Duration.ofSeconds(9)).withPaused(true));

    assertThat(draft.periodProperty().get()).isEqualTo("9");
    assertThat(draft.pausedProperty().get()).isTrue();
    assertThat(draft.difference())
        .contains(new Tuning(null, null, null, new Speech("Half a wo"), null, null, null));
  }

  @Test
  void givesAllThePartsThatAreChosenAlsoWhereTheyAreAsBefore() {
    draft.begin(PeerSettings.DEFAULT);

    assertThat(draft.only(Set.of())).isEmpty();
    assertThat(draft.only(Set.of(TuningPart.PERIOD, TuningPart.SPREADING)))
        .contains(
            new Tuning(
                Duration.ofSeconds(5),
                null,
                null,
                null,
                PeerSettings.DEFAULT.spreading().strategy(),
                PeerSettings.DEFAULT.spreading().fanout(),
                null));
  }
}

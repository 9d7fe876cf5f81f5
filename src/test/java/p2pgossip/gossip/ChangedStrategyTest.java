package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.SampleRumors.PAUSED;
import static p2pgossip.gossip.SampleRumors.TRAM;
import static p2pgossip.gossip.SampleRumors.paused;
import static p2pgossip.gossip.TestedEngine.begun;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A change of strategy applies to later rumours only.
class ChangedStrategyTest {

  private static PeerSettings losing(Strategy strategy) {
    Interest sixTimes = new Interest(Interest.End.COUNTER, Interest.Contacts.ALL, 6);
    return PAUSED.withSpreading(new Spreading(strategy, 2, sixTimes, 256));
  }

  /// Whichever strategy is chosen after a rumour came, the rumour is spread as before.
  @ParameterizedTest
  @EnumSource
  void anotherStrategyAppliesToLaterRumorsOnly(Strategy strategy) {
    TestedEngine tested = begun(paused(Strategy.DIRECT));
    tested.befriend(8081);
    tested.befriend(8082);
    tested.hear(8081, new Copy(TRAM, 1, 1));
    tested.step();
    assertThat(tested.told()).isEmpty();

    tested.drive(now -> tested.engine.change(paused(strategy), now));
    tested.step();
    tested.step();
    assertThat(tested.told()).as("what came before").isEmpty();
    for (Digest.Purpose purpose : Digest.Purpose.values()) {
      assertThat(tested.ask(8082, new Digest(Set.of(), purpose)).copies())
          .as("what came before, and is asked for")
          .hasSize(strategy == Strategy.DIRECT ? 1 : 0);
    }

    tested.spread("what comes after");
    tested.step();
    assertThat(tested.tells())
        .allMatch(tell -> tell.message().text().equals("what comes after"))
        .hasSize(strategy == Strategy.PULL || strategy == Strategy.ANTI_ENTROPY ? 0 : 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"PUSH", "PUSH_PULL"})
  void aRumorOfInterestIsPushedUntilInterestIsLost(Strategy strategy) {
    TestedEngine tested = begun(losing(strategy));
    tested.befriend(8081);
    RumorId told = tested.spread("told under push");

    tested.drive(now -> tested.engine.change(paused(Strategy.ANTI_ENTROPY), now));
    int copies = 0;
    for (int i = 0; i < 10; i++) {
      tested.step();
      copies += tested.told().size();
      tested.hearAll(Hearing.KNOWN);
    }

    assertThat(copies).as("until interest is lost, blind, after 6").isEqualTo(6);
    assertThat(tested.events(GossipEvent.InterestLost.class))
        .extracting(GossipEvent.InterestLost::rumor)
        .containsExactly(told);
    assertThat(tested.ask(8082, new Digest(Set.of(), Digest.Purpose.RECONCILE)).copies()).isEmpty();
  }

  @Test
  void aRumorWithoutInterestIsNotToldAgainByAnotherStrategy() {
    TestedEngine tested = begun(losing(Strategy.PUSH_PULL));
    tested.befriend(8081);
    tested.spread("over");
    for (int i = 0; i < 8; i++) {
      tested.step();
      tested.hearAll(Hearing.KNOWN);
    }
    assertThat(tested.kept().getFirst().spreading()).isFalse();

    tested.drive(now -> tested.engine.change(paused(Strategy.FLOOD), now));
    tested.step();

    assertThat(tested.told()).isEmpty();
    assertThat(tested.kept().getFirst().spreading()).isFalse();
  }
}

package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// When a period begins, and what is sent in it.
class PeriodsTest {

  private static final PeerSettings SETTINGS = PeerSettings.DEFAULT;
  private static final Duration PERIOD = SETTINGS.period();

  @Test
  void theFirstPeriodBeginsAtOnceWithoutTargets() {
    TestedEngine tested = begun(SETTINGS);

    tested.pass(Duration.ZERO);

    assertThat(tested.events()).contains(new GossipEvent.PeriodBegan(START, 1, "So it is.", 0));
  }

  @Test
  void theFirstPeriodWaitsForTheTargetsSoThatTheyHearItToo() {
    TestedEngine tested = begun(SETTINGS, at(8081));
    tested.pass(Duration.ofMillis(200));

    tested.introduce(8081);
    tested.answer(Request.Connect.class, at(8081), new Reply.Accepted());
    tested.pass(Duration.ZERO);

    assertThat(tested.tells())
        .containsExactly(new Request.Tell(at(8081), new Message("So it is.", null)));
  }

  @Test
  void theFirstPeriodDoesNotWaitForATargetThatHangs() {
    TestedEngine tested = begun(SETTINGS, at(8081));

    tested.pass(Duration.ofSeconds(1));

    assertThat(tested.events())
        .contains(new GossipEvent.PeriodBegan(START.plusSeconds(1), 1, "So it is.", 0));
  }

  @Test
  void everyNeighborHearsTheSameMessageAtOnceEachPeriod() {
    TestedEngine tested = begun(SETTINGS);
    tested.connectTo(8081);
    tested.connectTo(8082);

    tested.pass(PERIOD);

    Message message = new Message("So it is.", null);
    assertThat(tested.tells())
        .containsExactly(new Request.Tell(at(8081), message), new Request.Tell(at(8082), message));
  }

  @Test
  void aNeighborThatHangsIsNotSentAnotherMessage() {
    TestedEngine tested = begun(SETTINGS);
    tested.connectTo(8081);

    tested.pass(PERIOD.multipliedBy(3));

    assertThat(tested.tells()).hasSize(1);
    assertThat(tested.events()).filteredOn(GossipEvent.MessageSkipped.class::isInstance).hasSize(3);
  }

  @Test
  void aMissedPeriodIsSkippedNotMadeUp() {
    TestedEngine tested = begun(SETTINGS);
    tested.pass(Duration.ZERO);
    tested.events();

    tested.drive(now -> tested.engine.tick(START.plusMillis(17_300)));
    tested.drive(now -> tested.engine.tick(START.plusMillis(19_900)));
    tested.drive(now -> tested.engine.tick(START.plusMillis(20_000)));

    assertThat(tested.events())
        .containsExactly(
            new GossipEvent.PeriodBegan(START.plusMillis(17_300), 2, "So it is.", 0),
            new GossipEvent.PeriodBegan(START.plusMillis(20_000), 3, "So it is.", 0));
  }

  @Test
  void aShorterPeriodActsAtOnce() {
    TestedEngine tested = begun(SETTINGS.withPeriod(Duration.ofMinutes(10)));
    tested.pass(Duration.ofSeconds(3));
    tested.events();

    tested.drive(now -> tested.engine.change(SETTINGS.withPeriod(Duration.ofSeconds(1)), now));
    tested.pass(Duration.ZERO);

    assertThat(tested.events())
        .contains(new GossipEvent.PeriodBegan(START.plusSeconds(3), 2, "So it is.", 0));
    assertThat(tested.engine.self().period()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whilePausedNothingIsSentUntilItIsAskedFor() {
    TestedEngine tested = begun(SETTINGS.withPaused(true));
    tested.connectTo(8081);
    tested.pass(PERIOD.multipliedBy(4));
    assertThat(tested.tells()).isEmpty();

    tested.drive(tested.engine::sendNow);

    assertThat(tested.tells()).hasSize(1);
  }

  @Test
  void theUsersTextIsSentInPlaceOfASentence() {
    TestedEngine tested = begun(SETTINGS.withText("the tram is late"));
    tested.connectTo(8081);

    tested.pass(PERIOD);

    assertThat(tested.tells())
        .containsExactly(new Request.Tell(at(8081), new Message("the tram is late", null)));
  }
}

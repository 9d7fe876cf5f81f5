package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.SampleRumors.PAUSED;
import static p2pgossip.gossip.SampleRumors.TRAM;
import static p2pgossip.gossip.SampleRumors.paused;
import static p2pgossip.gossip.SampleRumors.running;
import static p2pgossip.gossip.TestedEngine.SELF;
import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How each strategy passes rumours on.
class SpreadingTest {

  private static final Duration PERIOD = PAUSED.period();

  @Test
  void directTellsEachNeighborOnceAndLaterOnesAtTheNextPeriod() {
    TestedEngine tested = begun(running(Strategy.DIRECT));
    tested.pass(Duration.ZERO);
    tested.befriend(8081);
    tested.befriend(8082);

    tested.spread("the tram is late");
    assertThat(tested.told()).containsExactly(at(8081), at(8082));
    tested.hearAll(Hearing.NEWS);
    tested.befriend(8083);
    tested.pass(PERIOD);
    assertThat(tested.told()).containsExactly(at(8083));

    tested.hearAll(Hearing.NEWS);
    tested.pass(PERIOD);
    assertThat(tested.told()).isEmpty();
  }

  @Test
  void peersThatHearADirectRumorDoNotPassItOn() {
    TestedEngine tested = begun(running(Strategy.DIRECT));
    tested.befriend(8081);
    tested.befriend(8082);

    tested.hear(8081, new Copy(TRAM, 1, 1));
    tested.pass(PERIOD.multipliedBy(2));

    assertThat(tested.told()).isEmpty();
  }

  @Test
  void floodPassesOnAtOnceToAllButTheSender() {
    TestedEngine tested = begun(running(Strategy.FLOOD));
    tested.befriend(8081);
    tested.befriend(8082);
    tested.befriend(8083);

    tested.hear(8082, new Copy(TRAM, 3, 7));

    assertThat(tested.tells())
        .containsExactly(
            new Request.Tell(at(8081), Message.passing(new Copy(TRAM, 4, 1), SELF)),
            new Request.Tell(at(8083), Message.passing(new Copy(TRAM, 4, 2), SELF)));
    tested.hearAll(Hearing.NEWS);
    tested.pass(PERIOD.multipliedBy(2));
    assertThat(tested.told()).isEmpty();
  }

  @Test
  void floodGoesOneHopAStepWhilePaused() {
    TestedEngine tested = begun(paused(Strategy.FLOOD));
    tested.befriend(8081);
    tested.befriend(8082);

    tested.hear(8082, new Copy(TRAM, 1, 1));
    assertThat(tested.told()).isEmpty();

    tested.step();
    assertThat(tested.told()).containsExactly(at(8081));
  }

  @Test
  void aRumorThatBeginsHereWaitsWhilePausedToo() {
    TestedEngine tested = begun(paused(Strategy.DIRECT));
    tested.befriend(8081);

    tested.spread("the tram is late");
    assertThat(tested.told()).isEmpty();

    tested.step();
    assertThat(tested.told()).containsExactly(at(8081));
  }

  @Test
  void floodWaitsForTheFirstNeighbor() {
    TestedEngine tested = begun(running(Strategy.FLOOD));
    tested.pass(Duration.ZERO);
    tested.spread("the tram is late");
    tested.befriend(8081);

    tested.pass(PERIOD);

    assertThat(tested.told()).containsExactly(at(8081));
  }

  @Test
  void pushTellsAllRumorsToFanoutNeighborsEachPeriod() {
    TestedEngine tested = begun(paused(Strategy.PUSH));
    for (int port = 8081; port <= 8086; port++) {
      tested.befriend(port);
    }
    tested.spread("one");
    tested.spread("two");
    Set<Set<PeerAddress>> chosen = new HashSet<>();

    for (int period = 0; period < 20; period++) {
      tested.step();
      Set<PeerAddress> partners = new HashSet<>(tested.told());
      assertThat(partners).hasSize(2);
      assertThat(tested.told()).hasSize(4);
      tested.hearAll(Hearing.KNOWN);
      chosen.add(partners);
    }

    assertThat(chosen).hasSizeGreaterThan(5);
  }

  @Test
  void pushSendsNothingWithoutRumorsOfInterest() {
    TestedEngine tested = begun(paused(Strategy.PUSH));
    tested.befriend(8081);

    tested.step();

    assertThat(tested.open()).isEmpty();
  }

  @Test
  void pullAsksOnlyThoseThatOfferRumors() {
    TestedEngine tested = begun(paused(Strategy.PULL));
    tested.befriend(8081);
    tested.connectTo(8082);
    tested.spread("the tram is late");

    tested.step();

    Digest digest = new Digest(Set.of(tested.kept().getFirst().rumor().id()), Digest.Purpose.PULL);
    assertThat(tested.open()).containsExactly(new Request.Exchange(at(8081), SELF, digest));
  }

  @Test
  void pushPullTellsAndAsksTheSameNeighbors() {
    TestedEngine tested = begun(paused(Strategy.PUSH_PULL));
    for (int port = 8081; port <= 8086; port++) {
      tested.befriend(port);
    }
    tested.spread("the tram is late");

    tested.step();

    assertThat(tested.told()).hasSize(2);
    assertThat(tested.asked()).isEqualTo(tested.told());
  }

  @Test
  void antiEntropySendsWhatTheOtherWantsAndNothingElse() {
    TestedEngine tested = begun(paused(Strategy.ANTI_ENTROPY));
    tested.befriend(8081);
    RumorId wanted = tested.spread("one");
    tested.spread("two");
    tested.step();

    tested.answer(
        Request.Exchange.class,
        at(8081),
        new Reply.Exchanged(List.of(), Set.of(wanted, new RumorId("never-heard"))));

    assertThat(tested.tells()).extracting(tell -> tell.message().text()).containsExactly("one");
  }

  @Test
  void aPeerThatReconcilesGetsWhatItLacksAndIsAskedForWhatIsLackingHere() {
    TestedEngine tested = begun(paused(Strategy.ANTI_ENTROPY));
    RumorId known = tested.spread("one");
    tested.hear(8081, new Copy(TRAM, 4, 1));
    RumorId unheard = new RumorId("unheard");

    Reply.Exchanged answer =
        tested.ask(8082, new Digest(Set.of(known, unheard), Digest.Purpose.RECONCILE));

    assertThat(answer)
        .isEqualTo(new Reply.Exchanged(List.of(new Copy(TRAM, 5, 1)), Set.of(unheard)));
    assertThat(tested.events(GossipEvent.CopySent.class))
        .containsExactly(new GossipEvent.CopySent(START, at(8082), new Copy(TRAM, 5, 1), true));
  }

  @Test
  void antiEntropyTellsAnOriginalPeerEachRumorOnce() {
    TestedEngine tested = begun(paused(Strategy.ANTI_ENTROPY));
    tested.connectTo(8081);
    tested.spread("one");
    tested.step();
    assertThat(tested.told()).containsExactly(at(8081));
    tested.hearAll();

    tested.step();

    assertThat(tested.told()).isEmpty();
  }

  @Test
  void withoutSentencesAPeriodSendsNothing() {
    TestedEngine tested = begun(running(Strategy.DIRECT));
    tested.befriend(8081);
    tested.events();

    tested.pass(Duration.ZERO);

    assertThat(tested.open()).isEmpty();
    assertThat(tested.events()).containsExactly(new GossipEvent.PeriodBegan(START, 1, null, 1));
  }

  @Test
  void aStepWhileRunningPutsTheNextPeriodAWholePeriodLater() {
    TestedEngine tested = begun(running(Strategy.DIRECT));
    tested.pass(Duration.ofSeconds(2));

    tested.step();

    assertThat(tested.wakeAt()).isEqualTo(START.plusSeconds(2).plus(PERIOD));
  }
}

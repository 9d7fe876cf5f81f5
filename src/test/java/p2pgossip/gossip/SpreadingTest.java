package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.TestedEngine.NOBODY;
import static p2pgossip.gossip.TestedEngine.ROUND_TRIP;
import static p2pgossip.gossip.TestedEngine.SELF;
import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How each strategy passes rumours on.
class SpreadingTest {

  private static final PeerSettings SETTINGS =
      PeerSettings.DEFAULT.withSentences(false).withPaused(true);
  private static final Duration PERIOD = SETTINGS.period();
  private static final Rumor TRAM = rumor("tram");

  private static Rumor rumor(String id) {
    return new Rumor(new RumorId(id), at(8090), START, "the tram is late");
  }

  private static PeerSettings settings(Strategy strategy) {
    return SETTINGS.withSpreading(new Spreading(strategy, 2, Interest.NEVER_LOST, 256));
  }

  private static PeerSettings losing(Strategy strategy) {
    Interest sixTimes = new Interest(Interest.End.COUNTER, Interest.Contacts.ALL, 6);
    return SETTINGS.withSpreading(new Spreading(strategy, 2, sixTimes, 256));
  }

  private static PeerSettings running(Strategy strategy) {
    return settings(strategy).withPaused(false);
  }

  @Test
  void directTellsEachNeighborOnceAndThoseThatJoinLaterAtTheNextPeriod() {
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
  void directIsNotPassedOnByThoseWhoHearIt() {
    TestedEngine tested = begun(running(Strategy.DIRECT));
    tested.befriend(8081);
    tested.befriend(8082);

    tested.hear(8081, new Copy(TRAM, 1, 1));
    tested.pass(PERIOD.multipliedBy(2));

    assertThat(tested.told()).isEmpty();
  }

  @Test
  void floodPassesOnAtOnceToAllButTheOneThatItCameFrom() {
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
    TestedEngine tested = begun(settings(Strategy.FLOOD));
    tested.befriend(8081);
    tested.befriend(8082);

    tested.hear(8082, new Copy(TRAM, 1, 1));
    assertThat(tested.told()).isEmpty();

    tested.step();
    assertThat(tested.told()).containsExactly(at(8081));
  }

  @Test
  void whatIsToldHereWaitsToo() {
    TestedEngine tested = begun(settings(Strategy.DIRECT));
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
  void pushTellsAsManyNeighborsAsTheFanoutAllRumorsEachPeriod() {
    TestedEngine tested = begun(settings(Strategy.PUSH));
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
  void pushIsSilentWhileThereIsNothingOfInterest() {
    TestedEngine tested = begun(settings(Strategy.PUSH));
    tested.befriend(8081);

    tested.step();

    assertThat(tested.open()).isEmpty();
  }

  @Test
  void pullAsksOnlyThoseThatOfferRumors() {
    TestedEngine tested = begun(settings(Strategy.PULL));
    tested.befriend(8081);
    tested.connectTo(8082);
    tested.spread("the tram is late");

    tested.step();

    Digest digest = new Digest(Set.of(tested.kept().getFirst().rumor().id()), Digest.Purpose.PULL);
    assertThat(tested.open()).containsExactly(new Request.Exchange(at(8081), SELF, digest));
  }

  @Test
  void pushPullTellsAndAsksTheSameNeighbors() {
    TestedEngine tested = begun(settings(Strategy.PUSH_PULL));
    for (int port = 8081; port <= 8086; port++) {
      tested.befriend(port);
    }
    tested.spread("the tram is late");

    tested.step();

    assertThat(tested.told()).hasSize(2);
    assertThat(tested.asked()).isEqualTo(tested.told());
  }

  @Test
  void whatIsPulledIsNewsOnceAndSaysThatItWasPulled() {
    TestedEngine tested = begun(settings(Strategy.PULL));
    tested.befriend(8081);
    tested.step();
    tested.events();
    Copy copy = new Copy(TRAM, 2, 9);

    tested.answer(
        Request.Exchange.class, at(8081), new Reply.Exchanged(List.of(copy, copy), Set.of()));

    Sender sender = new Sender.Named(at(8081));
    assertThat(tested.events())
        .satisfiesExactly(
            answered -> assertThat(answered).isInstanceOf(GossipEvent.RumorsAnswered.class),
            heard ->
                assertThat(heard)
                    .isEqualTo(new GossipEvent.RumorHeard(tested.now(), copy, sender, true)),
            repeated ->
                assertThat(repeated)
                    .isEqualTo(new GossipEvent.RumorRepeated(tested.now(), copy, sender, true)));
  }

  @Test
  void antiEntropySendsWhatTheOtherWantsAndNothingElse() {
    TestedEngine tested = begun(settings(Strategy.ANTI_ENTROPY));
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
  void whoReconcilesIsGivenWhatItLacksAndAskedForWhatIsLackingHere() {
    TestedEngine tested = begun(settings(Strategy.ANTI_ENTROPY));
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
    TestedEngine tested = begun(settings(Strategy.ANTI_ENTROPY));
    tested.connectTo(8081);
    tested.spread("one");
    tested.step();
    assertThat(tested.told()).containsExactly(at(8081));
    tested.hearAll();

    tested.step();

    assertThat(tested.told()).isEmpty();
  }

  @Test
  void questionsAreAnsweredWhilePaused() {
    TestedEngine tested = begun(settings(Strategy.PULL));
    tested.spread("one");

    Reply.Exchanged answer = tested.ask(8081, new Digest(Set.of(), Digest.Purpose.PULL));

    assertThat(answer.copies()).extracting(copy -> copy.rumor().text()).containsExactly("one");
  }

  @Test
  void anOriginalPeerIsToldInPlainWordsAndCountedAllTheSame() {
    TestedEngine tested = begun(running(Strategy.DIRECT));
    tested.pass(Duration.ZERO);
    tested.connectTo(8081);
    tested.events();

    RumorId id = tested.spread("the tram is late");
    assertThat(tested.tells())
        .containsExactly(new Request.Tell(at(8081), new Message("the tram is late", null)));
    tested.hearAll();

    Copy copy = new Copy(new Rumor(id, SELF, START, "the tram is late"), 1, 1);
    assertThat(tested.events())
        .containsExactly(
            new GossipEvent.RumorHeard(START, new Copy(copy.rumor(), 0, 0), null, false),
            new GossipEvent.CopySent(START, at(8081), copy, false),
            new GossipEvent.CopyDelivered(START, at(8081), copy, Hearing.UNSAID, ROUND_TRIP));
    assertThat(tested.engine.knownPeers().get(at(8081)).traffic())
        .isEqualTo(new Neighbor.Traffic(1, 1, 0, 0));
  }

  @Test
  void aCopyThatFailsCountsAgainstTheNeighborAsAMessageDoes() {
    TestedEngine tested = begun(running(Strategy.FLOOD));
    tested.befriend(8081);
    tested.spread("one");
    tested.events();

    tested.fail(Request.Tell.class, at(8081), NOBODY);

    assertThat(tested.standing(8081)).isEqualTo(Standing.UNREACHABLE);
    assertThat(tested.engine.knownPeers().get(at(8081)).traffic())
        .isEqualTo(new Neighbor.Traffic(1, 0, 1, 0));
    assertThat(tested.events(GossipEvent.CopyFailed.class))
        .extracting(GossipEvent.CopyFailed::to, GossipEvent.CopyFailed::failure)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(at(8081), NOBODY));
  }

  @Test
  void aQuestionThatFailsCountsAgainstTheNeighborToo() {
    TestedEngine tested = begun(settings(Strategy.PULL));
    tested.befriend(8081);
    tested.step();
    tested.events();

    tested.fail(Request.Exchange.class, at(8081), NOBODY);

    assertThat(tested.standing(8081)).isEqualTo(Standing.UNREACHABLE);
    assertThat(tested.events(GossipEvent.RumorsUnanswered.class)).hasSize(1);
  }

  @Test
  void oneCopyOfEachRumorIsUnderWayToANeighborAtATime() {
    TestedEngine tested = begun(settings(Strategy.PUSH));
    tested.befriend(8081);
    tested.spread("one");
    tested.step();
    tested.step();
    tested.spread("two");
    tested.step();

    assertThat(tested.tells())
        .extracting(tell -> tell.message().text())
        .containsExactly("one", "two");
  }

  @Test
  void aCopyThatHasMadeAllItsHopsIsKeptButNeitherPassedOnNorGiven() {
    Spreading short2 = new Spreading(Strategy.FLOOD, 2, Interest.NEVER_LOST, 2);
    TestedEngine tested = begun(SETTINGS.withPaused(false).withSpreading(short2));
    tested.befriend(8081);
    tested.befriend(8082);

    assertThat(tested.hear(8081, new Copy(TRAM, 2, 1))).isEqualTo(Hearing.NEWS);

    assertThat(tested.told()).isEmpty();
    assertThat(tested.ask(8082, new Digest(Set.of(), Digest.Purpose.RECONCILE)).copies()).isEmpty();
    assertThat(tested.kept()).extracting(PeerSnapshot.HeardRumor::spreading).containsExactly(false);
  }

  @Test
  void aCopyFromElsewhereHasMadeAHopWhateverItSays() {
    TestedEngine tested = begun(running(Strategy.DIRECT));
    tested.befriend(8081);
    tested.befriend(8082);

    tested.hear(8081, new Copy(TRAM, 0, 1));

    assertThat(tested.kept()).extracting(PeerSnapshot.HeardRumor::hops).containsExactly(1);
    assertThat(tested.told()).isEmpty();
  }

  /// Whatever is chosen after a rumour came, it is spread as before.
  @ParameterizedTest
  @EnumSource
  void anotherStrategyIsForWhatComesAfterIt(Strategy strategy) {
    TestedEngine tested = begun(settings(Strategy.DIRECT));
    tested.befriend(8081);
    tested.befriend(8082);
    tested.hear(8081, new Copy(TRAM, 1, 1));
    tested.step();
    assertThat(tested.told()).isEmpty();

    tested.drive(now -> tested.engine.change(settings(strategy), now));
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
  void whatIsStillOfInterestIsPushedOnUntilInterestIsLost(Strategy strategy) {
    TestedEngine tested = begun(losing(strategy));
    tested.befriend(8081);
    RumorId told = tested.spread("told under push");

    tested.drive(now -> tested.engine.change(settings(Strategy.ANTI_ENTROPY), now));
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
  void whatIsNotOfInterestAnyMoreIsNotToldAgainByAnotherStrategy() {
    TestedEngine tested = begun(losing(Strategy.PUSH_PULL));
    tested.befriend(8081);
    tested.spread("over");
    for (int i = 0; i < 8; i++) {
      tested.step();
      tested.hearAll(Hearing.KNOWN);
    }
    assertThat(tested.kept().getFirst().spreading()).isFalse();

    tested.drive(now -> tested.engine.change(settings(Strategy.FLOOD), now));
    tested.step();

    assertThat(tested.told()).isEmpty();
    assertThat(tested.kept().getFirst().spreading()).isFalse();
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

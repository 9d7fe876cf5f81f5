package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Interest.Contacts;
import p2pgossip.gossip.Interest.End;

/// When a peer stops passing a rumour on.
class InterestTest {

  private static TestedEngine spreading(Strategy strategy, Interest interest) {
    TestedEngine tested =
        begun(
            PeerSettings.DEFAULT
                .withSentences(false)
                .withPaused(true)
                .withSpreading(new Spreading(strategy, 1, interest, 256)));
    tested.befriend(8081);
    return tested;
  }

  private static void push(TestedEngine tested, Hearing... hearings) {
    for (Hearing hearing : hearings) {
      tested.step();
      tested.hearAll(hearing);
    }
  }

  private static boolean isSpreading(TestedEngine tested) {
    return tested.kept().getFirst().spreading();
  }

  @Test
  void withFeedbackAUsefulContactResetsTheCounter() {
    TestedEngine tested =
        spreading(Strategy.PUSH, new Interest(End.COUNTER, Contacts.UNNECESSARY, 2));
    RumorId rumor = tested.spread("one");

    push(tested, Hearing.KNOWN, Hearing.NEWS, Hearing.KNOWN);
    assertThat(isSpreading(tested)).isTrue();
    push(tested, Hearing.KNOWN);

    assertThat(isSpreading(tested)).isFalse();
    assertThat(tested.events(GossipEvent.InterestLost.class))
        .containsExactly(new GossipEvent.InterestLost(START, rumor));
    tested.step();
    assertThat(tested.told()).isEmpty();
  }

  @Test
  void inBlindVariantsEveryContactCounts() {
    TestedEngine tested = spreading(Strategy.PUSH, new Interest(End.COUNTER, Contacts.ALL, 2));
    tested.spread("one");

    push(tested, Hearing.NEWS, Hearing.NEWS, Hearing.NEWS);

    assertThat(isSpreading(tested)).isFalse();
    assertThat(tested.events(GossipEvent.CopySent.class)).hasSize(2);
  }

  @Test
  void aPeerThatNeverSaysWhetherItIsNewsIsNotToldForever() {
    TestedEngine tested =
        spreading(Strategy.PUSH, new Interest(End.COUNTER, Contacts.UNNECESSARY, 1));
    tested.spread("one");

    push(tested, Hearing.UNSAID);

    assertThat(isSpreading(tested)).isFalse();
  }

  @Test
  void interestIsKeptIfItIsNeverLost() {
    TestedEngine tested = spreading(Strategy.PUSH, Interest.NEVER_LOST);
    tested.spread("one");

    push(tested, Hearing.KNOWN, Hearing.KNOWN, Hearing.KNOWN, Hearing.KNOWN);

    assertThat(isSpreading(tested)).isTrue();
  }

  @Test
  void theCoinEndsInterestAfterKContactsOnAverage() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    InterestLoss loss = new InterestLoss(random);
    Interest coin = new Interest(End.COIN, Contacts.ALL, 4);
    Rumor rumor = new Rumor(new RumorId("tram"), at(8090), START, "the tram is late");
    StepBuilder draft =
        new StepBuilder(START, Duration.ZERO, TestedEngine.peer(8080), new PendingRequests());
    int rumors = 10_000;
    int contacts = 0;

    for (int i = 0; i < rumors; i++) {
      KeptRumor kept = new KeptRumor(rumor, 0, START, START, null, 0, Spreading.DEFAULT);
      while (kept.isInteresting()) {
        loss.sent(kept, coin, draft);
        contacts++;
      }
    }

    // Geometric with p = 1/4: mean 4, variance (1 - p)/p^2 = 12.
    assertThat((double) contacts / rumors).isCloseTo(4, within(3 * Math.sqrt(12.0 / rumors)));
  }

  @Test
  void theQuestionsOfOnePeriodCountAsOneContact() {
    TestedEngine tested =
        spreading(Strategy.PULL, new Interest(End.COUNTER, Contacts.UNNECESSARY, 2));
    Digest has = new Digest(Set.of(tested.spread("one")), Digest.Purpose.PULL);

    tested.ask(8081, has);
    tested.ask(8082, has);
    tested.ask(8083, has);
    tested.step();
    assertThat(isSpreading(tested)).isTrue();
    tested.ask(8081, has);
    tested.step();

    assertThat(isSpreading(tested)).isFalse();
  }

  @Test
  void oneUsefulQuestionMakesAllQuestionsOfItsPeriodUseful() {
    TestedEngine tested =
        spreading(Strategy.PULL, new Interest(End.COUNTER, Contacts.UNNECESSARY, 1));
    Digest has = new Digest(Set.of(tested.spread("one")), Digest.Purpose.PULL);

    tested.ask(8081, has);
    tested.ask(8082, new Digest(Set.of(), Digest.Purpose.PULL));
    tested.step();

    assertThat(isSpreading(tested)).isTrue();
  }

  @Test
  void aQuestionOfThePeerThatHasJustToldItIsNoFurtherContact() {
    TestedEngine tested =
        spreading(Strategy.PUSH_PULL, new Interest(End.COUNTER, Contacts.UNNECESSARY, 1));
    Rumor rumor = new Rumor(new RumorId("tram"), at(8081), START, "the tram is late");
    tested.hear(8081, new Copy(rumor, 1, 1));

    tested.ask(8081, new Digest(Set.of(rumor.id()), Digest.Purpose.PULL));
    tested.step();

    assertThat(isSpreading(tested)).isTrue();
  }

  @Test
  void aRumorWithoutInterestIsGivenToReconcileButNotToPull() {
    TestedEngine tested = spreading(Strategy.PUSH, new Interest(End.COUNTER, Contacts.ALL, 1));
    tested.spread("one");
    push(tested, Hearing.NEWS);

    assertThat(tested.ask(8081, new Digest(Set.of(), Digest.Purpose.PULL)).copies()).isEmpty();
    assertThat(tested.ask(8081, new Digest(Set.of(), Digest.Purpose.RECONCILE)).copies())
        .extracting(copy -> copy.rumor().text())
        .isEqualTo(List.of("one"));
  }
}

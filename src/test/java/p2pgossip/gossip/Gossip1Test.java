package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.SampleRumors.PAUSED;
import static p2pgossip.gossip.TestedEngine.SELF;
import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a peer passes rumours on by probabilistic flooding.
class Gossip1Test {

  private static final Duration PERIOD = PAUSED.period();

  private static PeerSettings paused(double probability, int floodHops) {
    return PAUSED.withSpreading(
        Spreading.DEFAULT
            .withStrategy(Strategy.GOSSIP1)
            .withForwarding(new Forwarding(probability, floodHops)));
  }

  private static PeerSettings running(double probability, int floodHops) {
    return paused(probability, floodHops).withPaused(false);
  }

  private static Copy copy(int number, int hops) {
    RumorId id = new RumorId("tram" + number);
    return new Copy(new Rumor(id, at(8090), START, "the tram is late"), hops, 1);
  }

  private static TestedEngine among(PeerSettings settings, int neighbors) {
    TestedEngine tested = begun(settings);
    for (int i = 1; i <= neighbors; i++) {
      tested.befriend(8080 + i);
    }
    tested.events();
    return tested;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, false",
    "0, 1, true",
    "1, 0, true",
  })
  void theOriginIsSureToPassOnOnlyIfTheFirstHopIsFlooded(
      double probability, int floodHops, boolean passedOn) {
    TestedEngine tested = among(running(probability, floodHops), 3);

    tested.spread("the tram is late");

    assertThat(tested.told()).hasSize(passedOn ? 3 : 0);
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "3, 3", "4, 0", "9, 0"})
  void theFirstHopsAreFlooded(int hops, int copies) {
    TestedEngine tested = among(running(0, 4), 4);

    tested.hear(8082, copy(1, hops));

    assertThat(tested.told()).hasSize(copies).doesNotContain(at(8082));
  }

  @Test
  void oneTossWithTheGivenProbabilityDecidesForAllNeighbors() {
    TestedEngine tested = among(running(0.7, 1), 4);
    int rumors = 200;
    int passedOn = 0;
    for (int i = 0; i < rumors; i++) {
      tested.hear(8082, copy(i, 5));
      int told = tested.told().size();
      assertThat(told).as("all but the sender, or nobody").isIn(0, 3);
      passedOn += told == 0 ? 0 : 1;
      tested.hearAll(Hearing.NEWS);
    }

    double standardError = Math.sqrt(0.7 * 0.3 / rumors);
    assertThat((double) passedOn / rumors)
        .isBetween(0.7 - 3 * standardError, 0.7 + 3 * standardError);
  }

  @Test
  void aPeerPassesARumorOnOnce() {
    TestedEngine tested = among(running(1, 1), 3);
    tested.hear(8082, copy(1, 5));
    assertThat(tested.tells())
        .extracting(Request.Tell::message)
        .extracting(Message::copy)
        .extracting(Copy::hops)
        .containsExactly(6, 6);
    tested.hearAll(Hearing.KNOWN);

    tested.hear(8083, copy(1, 7));
    tested.pass(PERIOD.multipliedBy(3));

    assertThat(tested.told()).isEmpty();
    assertThat(tested.events(GossipEvent.InterestLost.class)).isEmpty();
    assertThat(tested.kept()).extracting(PeerSnapshot.HeardRumor::spreading).containsExactly(false);
  }

  @Test
  void aPeerThatDoesNotPassItOnReportsThatAndDoesNotTossAgain() {
    TestedEngine tested = among(running(0, 1), 3);
    tested.hear(8082, copy(1, 5));

    assertThat(tested.events(GossipEvent.InterestLost.class))
        .containsExactly(new GossipEvent.InterestLost(tested.now(), copy(1, 5).rumor().id()));
    assertThat(tested.kept()).extracting(PeerSnapshot.HeardRumor::spreading).containsExactly(false);

    tested.drive(now -> tested.engine.change(running(1, 1), now));
    tested.hear(8083, copy(1, 7));
    tested.pass(PERIOD.multipliedBy(3));
    tested.step();

    assertThat(tested.told()).isEmpty();
    assertThat(tested.events(GossipEvent.InterestLost.class)).isEmpty();
  }

  @Test
  void aPausedPeerTossesAtItsNextStep() {
    TestedEngine tested = among(paused(0, 1), 3);
    tested.hear(8082, copy(1, 5));
    assertThat(tested.kept()).extracting(PeerSnapshot.HeardRumor::spreading).containsExactly(true);

    tested.step();

    assertThat(tested.told()).isEmpty();
    assertThat(tested.events(GossipEvent.InterestLost.class)).hasSize(1);
  }

  @Test
  void aPeerWithoutNeighborsTossesOnceItHasOne() {
    TestedEngine tested = begun(running(1, 0));
    tested.pass(Duration.ZERO);
    tested.spread("the tram is late");
    tested.pass(PERIOD);
    assertThat(tested.kept()).extracting(PeerSnapshot.HeardRumor::spreading).containsExactly(true);
    tested.befriend(8081);

    tested.pass(PERIOD);

    assertThat(tested.told()).containsExactly(at(8081));
  }

  @Test
  void aPeerThatAsksDoesNotGetItOnceTheCoinIsTossed() {
    for (double probability : new double[] {0, 1}) {
      TestedEngine tested = among(running(probability, 1), 3);
      tested.hear(8082, copy(1, 5));
      tested.drive(now -> tested.engine.change(PAUSED, now));

      assertThat(tested.ask(8083, new Digest(Set.of(), Digest.Purpose.RECONCILE)).copies())
          .isEmpty();
      assertThat(tested.ask(8083, new Digest(Set.of(), Digest.Purpose.PULL)).copies()).isEmpty();
    }
  }

  @Test
  void itsHopsCountFromTheOrigin() {
    TestedEngine tested = among(running(0, 1), 1);

    RumorId id = tested.spread("the tram is late");

    assertThat(tested.tells())
        .containsExactly(
            new Request.Tell(
                at(8081),
                Message.passing(
                    new Copy(new Rumor(id, SELF, tested.now(), "the tram is late"), 1, 1), SELF)));
  }
}

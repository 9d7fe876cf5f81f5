package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;
import static p2pgossip.gossip.TestedEngine.peer;

import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// How much of what others say is used, however much they say.
class OthersListsTest {

  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final PeerSettings SETTINGS = PeerSettings.DEFAULT.withPeriod(PERIOD);
  private static final int[] MANY = IntStream.range(10_000, 11_500).toArray();

  private static long handshakes(TestedEngine tested) {
    return tested.open().stream().filter(Request.Handshake.class::isInstance).count();
  }

  private static LearningGate gate() {
    return new LearningGate(peer(8080), TestedEngine.SELF, Set.of());
  }

  @Test
  void thirtyTwoPeersOfOneLongListAreLearnedInAPeriod() {
    TestedEngine tested = begun(SETTINGS.withUpdate(true).withMaxPeers(1_000));
    tested.connectTo(8081);
    tested.pass(PERIOD);

    tested.list(8081, MANY);

    assertThat(handshakes(tested)).isEqualTo(32);
    assertThat(tested.engine.knownPeers().size()).isEqualTo(1 + 32);
  }

  /// The list of an original is read for whether this peer stands in it, and for nothing else.
  @Test
  void withoutUpdateNobodyIsLearnedFromAList() {
    TestedEngine tested = begun(SETTINGS);
    tested.connectTo(8081);
    tested.pass(PERIOD.multipliedBy(2));
    tested.introduce(8081);

    tested.list(8081, MANY);

    assertThat(handshakes(tested)).isZero();
    assertThat(tested.engine.knownPeers().size()).isOne();
  }

  @Test
  void aThousandPeersOfALongListAreShownAndThirtyTwoAskedInAPeriod() {
    TestedEngine tested = begun(SETTINGS.withWholeNetwork(true));
    tested.connectTo(8081);
    tested.pass(PERIOD);

    tested.list(8081, MANY);
    assertThat(tested.events(GossipEvent.PeersReported.class))
        .extracting(reported -> reported.peers().size())
        .containsExactly(Survey.MOST_REPORTED);

    tested.step();
    assertThat(handshakes(tested)).isEqualTo(Survey.HANDSHAKES_PER_PERIOD);
  }

  @Test
  void theOldestOfManyAddressesThatDidNotAnswerGiveWay() {
    LearningGate gate = gate();
    PeerAddress first = at(1);
    for (int port = 1; port <= LearningGate.MOST_KEPT; port++) {
      gate.silence(at(port), TestedEngine.START);
    }
    assertThat(gate.isSilent(first, TestedEngine.START)).isTrue();

    gate.silence(at(LearningGate.MOST_KEPT + 1), TestedEngine.START);

    assertThat(gate.isSilent(first, TestedEngine.START)).isFalse();
  }

  @Test
  void theOldestOfManyDroppedPeersGiveWay() {
    LearningGate gate = gate();
    for (int port = 1; port <= LearningGate.MOST_KEPT; port++) {
      gate.drop(at(port));
    }
    assertThat(gate.admits(at(1), peer(1), TestedEngine.START)).isFalse();

    gate.drop(at(LearningGate.MOST_KEPT + 1));

    assertThat(gate.admits(at(1), peer(1), TestedEngine.START)).isTrue();
  }

  @Test
  void theFirstOfManyAddressesOfItsOwnStay() {
    LearningGate gate = gate();
    for (int i = 0; i < LearningGate.MOST_KEPT; i++) {
      gate.addOwn(at(10_000 + i));
    }

    assertThat(gate.isOwn(TestedEngine.SELF)).isTrue();
    assertThat(gate.isOwn(at(10_000 + LearningGate.MOST_KEPT - 1))).isFalse();
  }

  @Test
  void eachOfManyRefusedCallersIsReportedOnceUntilTheOldestGivesWay() {
    TestedEngine tested = begun(SETTINGS);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < RefusedCallers.MOST_KEPT; i++) {
        turnAway(tested, i);
      }
    }
    assertThat(tested.events(GossipEvent.CallerTurnedAway.class)).hasSize(RefusedCallers.MOST_KEPT);

    turnAway(tested, RefusedCallers.MOST_KEPT);
    turnAway(tested, 0);

    assertThat(tested.events(GossipEvent.CallerTurnedAway.class)).hasSize(2);
  }

  @Test
  void aCallerWithManyAddressesOfOneMachineIsReportedOnce() {
    TestedEngine tested = begun(SETTINGS);
    for (int i = 1; i < 100; i++) {
      turnAway(tested, InetAddress.ofLiteral("127.0.0." + i));
      turnAway(tested, InetAddress.ofLiteral("2001:db8::" + i));
    }

    assertThat(tested.events(GossipEvent.CallerTurnedAway.class)).hasSize(2);
  }

  private static void turnAway(TestedEngine tested, int caller) {
    turnAway(tested, InetAddress.ofLiteral("10.7." + caller / 250 + "." + (1 + caller % 250)));
  }

  private static void turnAway(TestedEngine tested, InetAddress source) {
    tested.drive(now -> tested.engine.turnedAway(source, "it whispers", now));
  }

  @Test
  void theMachineAskedLongestAgoIsForgottenButTheWholeStaysBounded() {
    HandshakeBudget budget = new HandshakeBudget(true);
    Map<Boolean, Integer> asked = new HashMap<>();
    PeerAddress first = new PeerAddress(InetAddress.ofLiteral("10.0.0.9"), 80);
    for (int i = 0; i < HandshakeBudget.TO_ONE; i++) {
      asked.merge(budget.take(first, Source.of(first.ip()), TestedEngine.START), 1, Integer::sum);
    }
    assertThat(budget.take(first, Source.of(first.ip()), TestedEngine.START)).isFalse();

    for (int i = 0; i < HandshakeBudget.MACHINES; i++) {
      InetAddress machine = InetAddress.ofLiteral("10.1." + i / 250 + "." + (1 + i % 250));
      asked.merge(
          budget.take(new PeerAddress(machine, 80), Source.of(machine), TestedEngine.START),
          1,
          Integer::sum);
    }

    assertThat(asked.get(true)).isEqualTo(HandshakeBudget.TO_ALL);
    assertThat(budget.take(first, Source.of(first.ip()), TestedEngine.START.plusMillis(101)))
        .isTrue();
  }

  private static Survey survey() {
    return new Survey(
        new KnownPeers(),
        gate(),
        new Machine(TestedEngine.SELF, Set.of()),
        new HandshakeBudget(true));
  }

  private static StepBuilder draft() {
    return new StepBuilder(TestedEngine.START, Duration.ZERO, peer(8080), new PendingRequests());
  }

  @Test
  void ofTooManyListsTheFirstAreKept() {
    Survey survey = survey();
    StepBuilder draft = draft();

    for (int by = 10_000; by < 11_500; by++) {
      survey.reported(at(by), Set.of(at(9_000)), draft);
    }

    assertThat(draft.step(null).events()).hasSize(Survey.MOST_REPORTED);
  }

  @Test
  void ofTooManyStrangersThatAnswerTheFirstAreAskedForTheirLists() {
    Survey survey = survey();
    StepBuilder draft = draft();

    for (int port = 10_000; port < 11_500; port++) {
      survey.introduced(at(port), peer(port), draft);
    }

    assertThat(draft.step(null).requests()).hasSize(Survey.MOST_REPORTED);
  }
}

package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.TestedEngine.NOBODY;
import static p2pgossip.gossip.TestedEngine.SELF;
import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.WEB_SERVER;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;
import static p2pgossip.gossip.TestedEngine.loopback;
import static p2pgossip.gossip.TestedEngine.peer;
import static p2pgossip.gossip.TestedEngine.restarted;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GossipEngineTest {

  private static final PeerSettings SETTINGS = PeerSettings.DEFAULT;
  private static final Duration PERIOD = SETTINGS.period();
  private static final Message HELLO = new Message("hello", null);

  @Test
  void theFirstPeriodBeginsAtOnceWhereNobodyIsToBeConnected() {
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
  void aTargetIsAskedWhoItIsThenToConnectAndOnlyThenIsItANeighbor() {
    TestedEngine tested = begun(SETTINGS, at(8081));
    assertThat(tested.open()).containsExactly(new Request.Handshake(at(8081)));
    assertThat(tested.standing(8081)).isEqualTo(Standing.PENDING);

    tested.introduce(8081);
    assertThat(tested.open()).containsExactly(new Request.Connect(at(8081), tested.engine.self()));
    assertThat(tested.standing(8081)).isEqualTo(Standing.PENDING);

    tested.answer(Request.Connect.class, at(8081), new Reply.Accepted());
    assertThat(tested.standing(8081)).isEqualTo(Standing.CONNECTED);
  }

  @Test
  void allTargetsAreAskedAtOnce() {
    TestedEngine tested = begun(SETTINGS, at(8081), at(8082), at(8083));

    assertThat(tested.open())
        .containsExactly(
            new Request.Handshake(at(8081)),
            new Request.Handshake(at(8082)),
            new Request.Handshake(at(8083)));
  }

  @Test
  void aTargetThatIsNoPeerIsDroppedAndSaidSo() {
    TestedEngine tested = begun(SETTINGS, at(8081));

    tested.fail(Request.Handshake.class, at(8081), WEB_SERVER);

    assertThat(tested.standing(8081)).isNull();
    assertThat(tested.events())
        .contains(new GossipEvent.ConnectFailed(START, at(8081), WEB_SERVER, false));
  }

  @Test
  void aTargetThatDoesNotAnswerIsTriedAsOftenAsTheLimitSays() {
    TestedEngine tested = begun(SETTINGS.withKeep(false), at(8081));

    tested.fail(Request.Handshake.class, at(8081), NOBODY);
    tested.pass(Duration.ofSeconds(5));
    tested.fail(Request.Handshake.class, at(8081), NOBODY);
    tested.pass(Duration.ofSeconds(10));
    tested.fail(Request.Handshake.class, at(8081), NOBODY);

    assertThat(tested.standing(8081)).isNull();
    assertThat(tested.events())
        .filteredOn(GossipEvent.ConnectFailed.class::isInstance)
        .containsExactly(
            new GossipEvent.ConnectFailed(START, at(8081), NOBODY, true),
            new GossipEvent.ConnectFailed(START.plusSeconds(5), at(8081), NOBODY, true),
            new GossipEvent.ConnectFailed(START.plusSeconds(15), at(8081), NOBODY, false));
  }

  @Test
  void aTargetThatShakesHandsButNeverAcceptsIsNotTriedForEver() {
    TestedEngine tested = begun(SETTINGS.withKeep(false).withFailureLimit(2), at(8081));
    for (int attempt = 0; attempt < 2; attempt++) {
      tested.introduce(8081);
      tested.fail(Request.Connect.class, at(8081), NOBODY);
      tested.pass(Duration.ofSeconds(5));
    }

    assertThat(tested.standing(8081)).isNull();
  }

  @Test
  void aCallerIsSentNothingBeforeItHasAnsweredTheCheck() {
    TestedEngine tested = begun(SETTINGS);
    tested.call(new Caller(loopback()), peer(8081));
    tested.pass(PERIOD.multipliedBy(2));

    assertThat(tested.tells()).isEmpty();

    tested.introduce(8081);
    tested.pass(PERIOD);
    assertThat(tested.standing(8081)).isEqualTo(Standing.CONNECTED);
    assertThat(tested.tells())
        .containsExactly(new Request.Tell(at(8081), new Message("So it is.", null)));
  }

  @Test
  void aCallerThatDoesNotListenYetIsCheckedAFewTimesOverSomeSeconds() {
    TestedEngine tested = begun(SETTINGS);
    tested.call(new Caller(loopback()), peer(8081));
    for (long pause : new long[] {250, 500, 1_000, 2_000}) {
      tested.fail(Request.Handshake.class, at(8081), NOBODY);
      tested.pass(Duration.ofMillis(pause));
    }

    tested.introduce(8081);

    assertThat(tested.standing(8081)).isEqualTo(Standing.CONNECTED);
  }

  @Test
  void aCallerThatNeverListensIsForgotten() {
    TestedEngine tested = begun(SETTINGS);
    tested.call(new Caller(loopback()), peer(8081));
    for (int check = 0; check < 6; check++) {
      tested.fail(Request.Handshake.class, at(8081), NOBODY);
      tested.pass(Duration.ofSeconds(4));
    }

    assertThat(tested.standing(8081)).isNull();
    assertThat(tested.open()).isEmpty();
  }

  @Test
  void aCallerIsReachedAtItsAliasElseWhereItCalledFrom() throws Exception {
    InetAddress elsewhere = InetAddress.getByName("192.0.2.7");
    Peer aliased = new Peer(START, PERIOD, 8081, InetAddress.getByName("192.0.2.9"), Set.of());
    TestedEngine tested = begun(SETTINGS);

    assertThat(tested.call(new Caller(elsewhere), aliased))
        .isEqualTo(new Answer.Given(new Reply.Accepted()));
    assertThat(tested.call(new Caller(elsewhere), peer(8082)))
        .isEqualTo(new Answer.Given(new Reply.Accepted()));
  }

  @Test
  void aCallerWithoutAPortIsRefused() {
    TestedEngine tested = begun(SETTINGS);
    Peer nowhere = new Peer(START, PERIOD, 0, null, Set.of());

    assertThat(tested.call(new Caller(loopback()), nowhere))
        .isEqualTo(
            new Answer.Refused(
                "nobody can be reached there: port 0 is not between 1 and 65535", false));
  }

  @Test
  void itNeverConnectsToItselfByItsOwnAddress() {
    TestedEngine tested = begun(SETTINGS, SELF);

    assertThat(tested.open()).isEmpty();
    assertThat(tested.standing(8080)).isNull();
  }

  @Test
  void itRecognizesItselfBehindAnotherAddress() {
    PeerAddress alias = PeerAddress.parse("127.0.0.2:8080");
    TestedEngine tested = begun(SETTINGS, alias);

    tested.answer(Request.Handshake.class, alias, new Reply.Introduced(tested.engine.self()));

    assertThat(tested.engine.knownPeers().all()).isEmpty();
    assertThat(tested.open()).isEmpty();
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
  void onlyAPeerThatOffersToReadItIsToldTheSender() {
    TestedEngine tested = begun(SETTINGS, at(8081));
    Peer ours = new Peer(START, PERIOD, 8081, null, Set.of(Offer.SENDER));
    tested.answer(Request.Handshake.class, at(8081), new Reply.Introduced(ours));
    tested.answer(Request.Connect.class, at(8081), new Reply.Accepted());

    tested.pass(Duration.ZERO);

    assertThat(tested.tells())
        .containsExactly(new Request.Tell(at(8081), new Message("So it is.", SELF)));
  }

  @Test
  void aNeighborThatHangsIsNotSentAnotherMessageMeanwhile() {
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
  void aFailedMessageMakesAPeerUnreachableAndItIsTriedAfterGrowingPauses() {
    TestedEngine tested = begun(SETTINGS.withKeep(false).withFailureLimit(4));
    tested.connectTo(8081);
    tested.pass(PERIOD);
    tested.events();

    tested.fail(Request.Tell.class, at(8081), NOBODY);
    tested.pass(Duration.ofSeconds(5));
    tested.fail(Request.Handshake.class, at(8081), NOBODY);
    tested.pass(Duration.ofSeconds(10));
    tested.fail(Request.Handshake.class, at(8081), NOBODY);

    assertThat(tested.tells()).isEmpty();
    assertThat(tested.standing(8081)).isEqualTo(Standing.UNREACHABLE);
    assertThat(tested.events())
        .filteredOn(GossipEvent.PeerUnreachable.class::isInstance)
        .containsExactly(
            new GossipEvent.PeerUnreachable(
                START.plusSeconds(5), at(8081), 1, START.plusSeconds(10), NOBODY),
            new GossipEvent.PeerUnreachable(
                START.plusSeconds(10), at(8081), 2, START.plusSeconds(20), NOBODY),
            new GossipEvent.PeerUnreachable(
                START.plusSeconds(20), at(8081), 3, START.plusSeconds(40), NOBODY));
  }

  @Test
  void aPeerIsForgottenAtTheLimitAndWithLimitOneAtTheFirstFailure() {
    TestedEngine tested = begun(SETTINGS.withKeep(false).withFailureLimit(1));
    tested.connectTo(8081);
    tested.pass(PERIOD);

    tested.fail(Request.Tell.class, at(8081), NOBODY);

    assertThat(tested.standing(8081)).isNull();
    assertThat(tested.events())
        .contains(new GossipEvent.PeerForgotten(START.plusSeconds(5), at(8081), NOBODY));
  }

  @Test
  void aMessageAndACheckThatFailTogetherCountOnce() {
    TestedEngine tested = begun(SETTINGS);
    tested.connectTo(8081);
    for (int period = 0; period < 5; period++) {
      tested.hearAll();
      tested.pass(PERIOD);
    }
    assertThat(tested.open()).contains(new Request.Handshake(at(8081)));

    tested.fail(Request.Tell.class, at(8081), NOBODY);
    tested.fail(Request.Handshake.class, at(8081), NOBODY);

    assertThat(tested.engine.knownPeers().get(at(8081)).health().failures()).isEqualTo(1);
  }

  @Test
  void aPeerThatAnswersAgainIsSentMessagesAgain() {
    TestedEngine tested = begun(SETTINGS);
    tested.connectTo(8081);
    tested.pass(PERIOD);
    tested.fail(Request.Tell.class, at(8081), NOBODY);
    tested.pass(PERIOD);

    tested.introduce(8081);
    tested.pass(PERIOD);

    assertThat(tested.standing(8081)).isEqualTo(Standing.CONNECTED);
    assertThat(tested.tells()).hasSize(1);
    assertThat(tested.events())
        .contains(
            new GossipEvent.PeerRecovered(START.plusSeconds(10), at(8081), Mutuality.UNKNOWN));
  }

  @Test
  void aPeerThatAnswersEveryCheckButNoMessageIsForgottenInTheEnd() {
    TestedEngine tested = begun(SETTINGS.withKeep(false));
    tested.connectTo(8081);
    for (int failure = 0; failure < 3; failure++) {
      tested.pass(Duration.ofSeconds(30));
      tested.fail(Request.Tell.class, at(8081), NOBODY);
      tested.pass(Duration.ofSeconds(30));
      if (failure < 2) {
        tested.introduce(8081);
      }
    }

    assertThat(tested.standing(8081)).isNull();
  }

  @Test
  void aRestartedPeerThatWasAskedForIsConnectedAgain() {
    TestedEngine tested = begun(SETTINGS);
    tested.connectTo(8081);
    tested.pass(PERIOD);
    tested.fail(Request.Tell.class, at(8081), NOBODY);
    tested.pass(PERIOD);

    tested.answer(Request.Handshake.class, at(8081), new Reply.Introduced(restarted(8081)));

    assertThat(tested.open()).contains(new Request.Connect(at(8081), tested.engine.self()));
    assertThat(tested.events())
        .contains(new GossipEvent.PeerRestarted(START.plusSeconds(10), at(8081), true));
  }

  @Test
  void aRestartBetweenTwoMessagesIsNoticedByACheck() {
    TestedEngine tested = begun(SETTINGS);
    tested.connectTo(8081);
    for (int period = 0; period < 5; period++) {
      tested.pass(PERIOD);
      tested.hearAll();
    }

    tested.answer(Request.Handshake.class, at(8081), new Reply.Introduced(restarted(8081)));

    assertThat(tested.events())
        .contains(new GossipEvent.PeerRestarted(tested.now(), at(8081), true));
  }

  @Test
  void aRestartedPeerThatOnlyCalledIsNotCalledInTurn() {
    TestedEngine tested = begun(SETTINGS);
    tested.call(new Caller(loopback()), peer(8081));
    tested.introduce(8081);
    tested.pass(PERIOD);
    tested.fail(Request.Tell.class, at(8081), NOBODY);
    tested.pass(PERIOD);

    tested.answer(Request.Handshake.class, at(8081), new Reply.Introduced(restarted(8081)));

    assertThat(tested.open()).noneMatch(Request.Connect.class::isInstance);
    assertThat(tested.standing(8081)).isEqualTo(Standing.LEARNED);
  }

  @Test
  void withUpdateThePeersOfANeighborAreCheckedAndThenMessagedOneWay() {
    TestedEngine tested = begun(SETTINGS.withUpdate(true));
    tested.connectTo(8081);
    tested.pass(PERIOD);
    tested.hearAll();

    tested.list(8081, 8082);
    assertThat(tested.standing(8082)).isEqualTo(Standing.PENDING);

    tested.introduce(8082);
    assertThat(tested.standing(8082)).isEqualTo(Standing.LEARNED);
    assertThat(tested.open()).noneMatch(Request.Connect.class::isInstance);
    assertThat(tested.events())
        .contains(new GossipEvent.PeerLearned(tested.now(), at(8082), at(8081)));

    tested.pass(PERIOD);
    assertThat(tested.tells()).hasSize(2);
  }

  @Test
  void withoutUpdateNobodyIsAskedWhomHeKnows() {
    TestedEngine tested = begun(SETTINGS);
    tested.connectTo(8081);

    tested.pass(PERIOD);

    assertThat(tested.open()).noneMatch(Request.AskKnownPeers.class::isInstance);
  }

  @Test
  void aListedPeerThatDoesNotAnswerIsNotTriedAgainEachPeriod() {
    TestedEngine tested = begun(SETTINGS.withUpdate(true));
    tested.connectTo(8081);
    tested.pass(PERIOD);
    tested.list(8081, 8082);
    tested.fail(Request.Handshake.class, at(8082), NOBODY);

    tested.pass(PERIOD);
    tested.list(8081, 8082);

    assertThat(tested.standing(8082)).isNull();
    assertThat(tested.open()).doesNotContain(new Request.Handshake(at(8082)));
  }

  @Test
  void itDoesNotLearnItselfNorAnybodyTwiceUnderTwoAddresses() {
    TestedEngine tested = begun(SETTINGS.withUpdate(true));
    tested.connectTo(8081);
    tested.pass(PERIOD);
    PeerAddress otherAddress = PeerAddress.parse("127.0.0.3:8081");

    tested.answer(
        Request.AskKnownPeers.class,
        at(8081),
        new Reply.Known(java.util.Map.of(SELF, tested.engine.self(), otherAddress, peer(8081)), 0));

    assertThat(tested.engine.knownPeers().all())
        .extracting(Neighbor::address)
        .containsExactly(at(8081));
  }

  @Test
  void aDroppedPeerIsNotLearnedAgainUntilItIsAskedFor() {
    TestedEngine tested = begun(SETTINGS.withUpdate(true));
    tested.connectTo(8081);
    tested.connectTo(8082);
    tested.drive(now -> tested.engine.disconnect(at(8082), now));
    tested.pass(PERIOD);
    tested.list(8081, 8082);
    assertThat(tested.standing(8082)).isNull();

    tested.connectTo(8082);

    assertThat(tested.standing(8082)).isEqualTo(Standing.CONNECTED);
  }

  @Test
  void moreThanTheGreatestNumberAreTurnedAwayAndItIsSaidOnce() {
    TestedEngine tested = begun(SETTINGS.withMaxPeers(1));
    tested.connectTo(8081);

    for (int port = 9_000; port < 9_010; port++) {
      Peer caller = peer(port);
      tested.call(new Caller(loopback()), caller);
    }

    assertThat(tested.engine.knownPeers().size()).isEqualTo(1);
    assertThat(tested.events())
        .filteredOn(GossipEvent.Full.class::isInstance)
        .containsExactly(new GossipEvent.Full(START, 1));
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

  @Test
  void aSenderIsBelievedWhereItCalledFromPresumedWhereOnlyOneCanBeMeantElseUnnamed()
      throws Exception {
    InetAddress elsewhere = InetAddress.getByName("192.0.2.7");
    TestedEngine tested = begun(SETTINGS);
    tested.connectTo(8081);

    tested.hear(loopback(), new Message("hello", at(8085)));
    tested.hear(elsewhere, new Message("hello", at(8085)));
    tested.hear(loopback(), HELLO);
    tested.connectTo(8082);
    tested.hear(loopback(), HELLO);

    assertThat(tested.events())
        .filteredOn(GossipEvent.MessageReceived.class::isInstance)
        .containsExactly(
            new GossipEvent.MessageReceived(START, new Sender.Named(at(8085)), "hello"),
            new GossipEvent.MessageReceived(START, new Sender.Unnamed(elsewhere), "hello"),
            new GossipEvent.MessageReceived(START, new Sender.Presumed(at(8081)), "hello"),
            new GossipEvent.MessageReceived(START, new Sender.Unnamed(loopback()), "hello"));
    assertThat(tested.engine.knownPeers().get(at(8081)).traffic().received()).isEqualTo(1);
  }

  @Test
  void theWholeNetworkIsAskedBeyondTheNeighborsButNobodyIsMessagedForIt() {
    TestedEngine tested = begun(SETTINGS.withWholeNetwork(true));
    tested.connectTo(8081);
    tested.pass(PERIOD);
    tested.hearAll();
    tested.list(8081, 8082);
    tested.pass(PERIOD);
    tested.hearAll();
    tested.introduce(8082);

    tested.list(8082, 8083);

    assertThat(tested.standing(8082)).isNull();
    assertThat(tested.events())
        .contains(new GossipEvent.PeersReported(tested.now(), at(8082), Set.of(at(8083))));
  }

  @Test
  void itTellsOthersOnlyOfHealthyPeers() {
    TestedEngine tested = begun(SETTINGS);
    tested.connectTo(8081);
    tested.connectTo(8082);
    tested.pass(PERIOD);
    tested.fail(Request.Tell.class, at(8082), NOBODY);
    tested.drive(now -> tested.engine.connect(at(8083), now));

    assertThat(tested.engine.knownPeers().announced())
        .isEqualTo(java.util.Map.of(at(8081), peer(8081)));
  }

  @Test
  void aRunIsTheSameForTheSameSeed() {
    assertThat(sentences(7)).isEqualTo(sentences(7)).isNotEqualTo(sentences(8));
  }

  private static List<String> sentences(long seed) {
    var random = java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Sentences source =
        new Sentences(List.of(List.of("a", "b", "c", "d"), List.of("e", "f", "g", "h")));
    return java.util.stream.Stream.generate(() -> source.next(random)).limit(20).toList();
  }
}

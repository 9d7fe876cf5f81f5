package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.TestedEngine.NOBODY;
import static p2pgossip.gossip.TestedEngine.SELF;
import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;
import static p2pgossip.gossip.TestedEngine.loopback;
import static p2pgossip.gossip.TestedEngine.peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Whether each of two peers knows the other at the moment, and which peers are never given up.
class MutualityTest {

  private static final PeerSettings SETTINGS = PeerSettings.DEFAULT.withSentences(false);

  private static Reply says(@Nullable Boolean knows) {
    Peer ours =
        new Peer(START.plusNanos(8081), Duration.ofSeconds(5), 8081, null, Set.of(Offer.SENDER));
    return new Reply.Introduced(ours, null, knows, false);
  }

  private static void asked(TestedEngine tested, @Nullable Boolean knows) {
    tested.answer(Request.Handshake.class, at(8081), says(knows));
  }

  private static Mutuality link(TestedEngine tested) {
    return tested.engine.snapshot(tested.now()).neighbors().getFirst().link();
  }

  /// An engine that has asked for the peer on port 8081, which says that it knows it.
  private static TestedEngine knownBothWays() {
    TestedEngine tested = begun(SETTINGS, at(8081));
    asked(tested, false);
    tested.answer(Request.Connect.class, at(8081), new Reply.Accepted());
    assertThat(link(tested)).isEqualTo(Mutuality.UNKNOWN);
    tested.pass(Duration.ofMillis(250));
    asked(tested, true);
    return tested;
  }

  @Test
  void aPeerThatHasAcceptedIsMutualOnceItSaysSo() {
    TestedEngine tested = knownBothWays();

    assertThat(link(tested)).isEqualTo(Mutuality.MUTUAL);
    assertThat(tested.events())
        .contains(
            new GossipEvent.PeerConnected(START, at(8081), new Origin.Asked(), Mutuality.UNKNOWN),
            new GossipEvent.LinkChanged(START.plusMillis(250), at(8081), Mutuality.MUTUAL));
  }

  @Test
  void aPeerThatHasForgottenThisOneIsIntroducedToItAgainAtOnce() {
    TestedEngine tested = knownBothWays();
    tested.events();
    tested.pass(Duration.ofSeconds(20));

    asked(tested, false);

    assertThat(link(tested)).isEqualTo(Mutuality.ONE_WAY);
    assertThat(tested.events(GossipEvent.LinkChanged.class))
        .extracting(GossipEvent.LinkChanged::link)
        .containsExactly(Mutuality.ONE_WAY);
    assertThat(tested.open()).containsExactly(new Request.Connect(at(8081), tested.engine.self()));
  }

  /// The peer answers, but has no way to call this one back, as one without an alias on another
  /// machine.
  @Test
  void aPeerThatCanNotReachThisOneIsNeverMutual() {
    TestedEngine tested = begun(SETTINGS, at(8081));
    List<Mutuality> seen = new ArrayList<>();
    int introductions = 0;
    for (int second = 0; second < 120; second++) {
      for (Request request : tested.open()) {
        if (request instanceof Request.Handshake) {
          asked(tested, false);
        } else if (request instanceof Request.Connect) {
          introductions++;
          tested.answer(Request.Connect.class, at(8081), new Reply.Accepted());
        }
      }
      seen.add(link(tested));
      tested.pass(Duration.ofSeconds(1));
    }

    assertThat(seen).doesNotContain(Mutuality.MUTUAL).contains(Mutuality.ONE_WAY);
    assertThat(introductions).isBetween(2, 12);
  }

  @Test
  void anOriginalIsMutualOnlyWhileItListsThisPeer() {
    TestedEngine tested = begun(SETTINGS);
    tested.connectTo(8081);
    assertThat(link(tested)).isEqualTo(Mutuality.UNKNOWN);
    tested.pass(Duration.ofSeconds(20));
    tested.introduce(8081);

    // It gives 127.0.0.1 for every peer, and lists when each started.
    tested.answer(
        Request.AskKnownPeers.class,
        at(8081),
        new Reply.Known(Map.of(at(9999), tested.engine.self()), 0));
    assertThat(link(tested)).isEqualTo(Mutuality.MUTUAL);

    for (int check = 0; check < 4; check++) {
      tested.pass(Duration.ofSeconds(20));
      tested.introduce(8081);
      tested.list(8081, 8085);
    }
    assertThat(link(tested)).isEqualTo(Mutuality.UNKNOWN);
    assertThat(tested.standing(8081)).isEqualTo(Standing.CONNECTED);
  }

  @Test
  void aMessageWithItsNameShowsThatAPeerKnowsThisOne() {
    TestedEngine tested = begun(SETTINGS);
    tested.connectTo(8081);

    tested.hear(loopback(), new Message("hello", at(8081)));

    assertThat(link(tested)).isEqualTo(Mutuality.MUTUAL);
  }

  @Test
  void aPeerThatDoesNotAnswerIsNotChosenAsAPartner() {
    TestedEngine tested = knownBothWays();
    tested.pass(Duration.ofSeconds(20));
    tested.fail(Request.Handshake.class, at(8081), NOBODY);

    assertThat(tested.standing(8081)).isEqualTo(Standing.UNREACHABLE);
    assertThat(link(tested)).isEqualTo(Mutuality.UNKNOWN);
    tested.spread("the tram is late");
    tested.step();
    assertThat(tested.told()).isEmpty();
    assertThat(tested.asked()).isEmpty();
  }

  @Test
  void aTargetThatIsNotUpYetIsTriedWithPausesThatGrowToTenSecondsAndThenAMinute() {
    TestedEngine tested = begun(SETTINGS, at(8081));
    List<Duration> pauses = new ArrayList<>();
    while (tested.now().isBefore(START.plus(Duration.ofHours(1)))) {
      tested.fail(Request.Handshake.class, at(8081), NOBODY);
      Duration pause = Duration.ZERO;
      while (tested.open().isEmpty()) {
        tested.pass(Duration.ofMillis(500));
        pause = pause.plusMillis(500);
      }
      pauses.add(pause);
    }

    assertThat(pauses.subList(0, 50))
        .startsWith(Duration.ofSeconds(5))
        .allMatch(pause -> pause.compareTo(Duration.ofSeconds(10)) <= 0);
    assertThat(pauses.getLast()).isEqualTo(Duration.ofMinutes(1));
    assertThat(tested.standing(8081)).isEqualTo(Standing.UNREACHABLE);
    assertThat(tested.events())
        .filteredOn(event -> !(event instanceof GossipEvent.PeriodBegan))
        .hasSizeLessThan(12);

    tested.introduce(8081);
    tested.answer(Request.Connect.class, at(8081), new Reply.Accepted());
    assertThat(tested.standing(8081)).isEqualTo(Standing.CONNECTED);
  }

  @Test
  void whenTheAddressOfTheMachineChangesPeersThatDoNotAnswerAreAsked() {
    TestedEngine tested = begun(SETTINGS, at(8081));
    tested.fail(Request.Handshake.class, at(8081), NOBODY);
    assertThat(tested.open()).isEmpty();

    tested.drive(now -> tested.engine.moved(new OwnAddresses(Set.of(SELF.ip())), now));

    assertThat(tested.open()).containsExactly(new Request.Handshake(at(8081)));
  }

  @Test
  void aPeerThatDoesNotAnswerIsAskedWhenItSendsAHandshake() {
    TestedEngine tested = begun(SETTINGS, at(8081));
    tested.fail(Request.Handshake.class, at(8081), NOBODY);

    tested.given(new Caller(loopback()), new Request.Handshake(TestedEngine.SELF, at(8081)));

    assertThat(tested.open()).containsExactly(new Request.Handshake(at(8081)));
  }

  @Test
  void aForgottenPeerThatSendsAMessageIsAskedAndTakenInAgain() {
    TestedEngine tested = begun(SETTINGS);
    tested.call(new Caller(loopback()), peer(8081));
    asked(tested, true);
    for (int failure = 0; failure < 3; failure++) {
      tested.pass(Duration.ofSeconds(20));
      tested.fail(Request.Handshake.class, at(8081), NOBODY);
    }
    assertThat(tested.standing(8081)).isNull();

    tested.hear(loopback(), new Message("hello", at(8081)));
    asked(tested, true);

    assertThat(tested.standing(8081)).isEqualTo(Standing.CONNECTED);
    assertThat(link(tested)).isEqualTo(Mutuality.MUTUAL);
  }

  @Test
  void aPeerThatWasNeverKnownIsNotAskedWhenItSendsAMessage() {
    TestedEngine tested = begun(SETTINGS);

    tested.hear(loopback(), new Message("hello", at(8081)));

    assertThat(tested.open()).isEmpty();
  }

  @Test
  void theOldestOfTheLostPeersGiveWay() {
    LostPeers lost = new LostPeers();
    for (int port = 1; port <= 1_000; port++) {
      lost.add(
          new Neighbor(
              at(port),
              peer(port),
              Standing.UNREACHABLE,
              new Origin.Called(),
              START,
              Neighbor.Bond.NONE,
              Neighbor.MessageCounts.NONE,
              Neighbor.Health.UNKNOWN,
              null),
          START);
    }

    assertThat(lost.contains(at(1_000))).isTrue();
    assertThat(lost.contains(at(1_000 - LostPeers.MOST_KEPT))).isFalse();
    assertThat(lost.takeDue(START.plusSeconds(5))).hasSize(LostPeers.MOST_KEPT);
    assertThat(lost.takeDue(START.plus(LostPeers.KEPT))).isEmpty();
    assertThat(lost.earliest()).isNull();
  }
}

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

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// How a peer becomes a neighbour: because the user asks for it, or because it calls.
class ConnectingTest {

  private static final PeerSettings SETTINGS = PeerSettings.DEFAULT;
  private static final Duration PERIOD = SETTINGS.period();

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
  void itsOwnAddressIsRefusedAsATarget() {
    TestedEngine tested = begun(SETTINGS, SELF);

    assertThat(tested.open()).isEmpty();
    assertThat(tested.events(GossipEvent.ConnectFailed.class))
        .containsExactly(
            new GossipEvent.ConnectFailed(
                START, SELF, new Failure(Failure.Kind.REFUSED, "that is this peer itself"), false));
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
  void aTargetThatIsNoPeerIsDroppedAndReported() {
    TestedEngine tested = begun(SETTINGS, at(8081));

    tested.fail(Request.Handshake.class, at(8081), WEB_SERVER);

    assertThat(tested.standing(8081)).isNull();
    assertThat(tested.events())
        .contains(new GossipEvent.ConnectFailed(START, at(8081), WEB_SERVER, false));
  }

  @Test
  void aTargetThatDoesNotAnswerIsTriedUpToTheLimit() {
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
  void aTargetThatAnswersHandshakesButNeverAcceptsIsGivenUp() {
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
  void aCallerThatDoesNotListenYetIsCheckedSeveralTimes() {
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
  void aCallerIsReachedAtItsAliasOrElseAtItsSource() throws Exception {
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
                "no peer can be reached there: port 0 is not between 1 and 65535", false));
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
  void callersBeyondTheLimitAreRefusedAndThatIsReportedOnce() {
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
}

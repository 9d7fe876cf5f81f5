package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.TestedEngine.NOBODY;
import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;
import static p2pgossip.gossip.TestedEngine.loopback;
import static p2pgossip.gossip.TestedEngine.peer;
import static p2pgossip.gossip.TestedEngine.restarted;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Neighbours that do not answer, answer again, or were restarted.
class FailuresAndRestartsTest {

  private static final PeerSettings SETTINGS = PeerSettings.DEFAULT;
  private static final Duration PERIOD = SETTINGS.period();

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
}

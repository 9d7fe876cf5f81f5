package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.TestedEngine.NOBODY;
import static p2pgossip.gossip.TestedEngine.SELF;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;
import static p2pgossip.gossip.TestedEngine.peer;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which peers are learned from lists, and which are listed for others.
class LearningTest {

  private static final PeerSettings SETTINGS = PeerSettings.DEFAULT;
  private static final Duration PERIOD = SETTINGS.period();

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
  void withoutUpdateNoPeerIsAskedWhichPeersItKnows() {
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
  void itLearnsNeitherItselfNorAPeerUnderTwoAddresses() {
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
  void forTheWholeNetworkOtherPeersAreAskedButNotSentMessages() {
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
}

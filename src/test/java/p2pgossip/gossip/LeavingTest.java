package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.TestedEngine.START;
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

/// Goodbyes, sent and received, and what a peer shows of itself.
class LeavingTest {

  private static final PeerSettings SETTINGS = PeerSettings.DEFAULT;

  /// @return whether the peer that leaves is asked whether it does
  private static boolean hearGoodbye(TestedEngine tested, InetAddress source, Peer leaver) {
    return hearGoodbye(tested, new Caller(source), leaver);
  }

  private static boolean hearGoodbye(TestedEngine tested, Caller caller, Peer leaver) {
    Reply reply = tested.given(caller, new Request.Leave(TestedEngine.SELF, leaver));
    return ((Reply.Released) reply).checking();
  }

  private static Reply leaving(int port) {
    return new Reply.Introduced(peer(port), null, false, true);
  }

  @Test
  void aNeighborIsRemovedOnceItConfirmsThatItLeaves() {
    TestedEngine tested = begun(SETTINGS);
    tested.call(8081);
    tested.events();

    assertThat(hearGoodbye(tested, loopback(), peer(8081))).isTrue();
    assertThat(tested.standing(8081)).isEqualTo(Standing.CONNECTED);

    tested.answer(Request.Handshake.class, at(8081), leaving(8081));
    assertThat(tested.standing(8081)).isNull();
    assertThat(tested.events()).containsExactly(new GossipEvent.PeerLeft(START, at(8081)));
  }

  @Test
  void aForgedGoodbyeOnlyMakesThisPeerAskAndTheNeighborStays() {
    TestedEngine tested = begun(SETTINGS);
    tested.call(8081);
    tested.events();

    for (int forged = 0; forged < 100; forged++) {
      hearGoodbye(tested, loopback(), peer(8081));
    }
    assertThat(tested.open()).containsOnlyOnce(new Request.Handshake(at(8081)));

    tested.introduce(8081);
    assertThat(tested.standing(8081)).isEqualTo(Standing.CONNECTED);
    assertThat(tested.events()).isEmpty();
  }

  @Test
  void aProvenGoodbyeIsBelievedAtOnce() {
    TestedEngine tested = begun(SETTINGS);
    tested.call(8081);
    tested.call(8082);
    tested.events();

    Caller other = new Caller(loopback(), at(8082));
    assertThat(hearGoodbye(tested, other, peer(8081))).isTrue();
    Caller itself = new Caller(loopback(), at(8081));
    assertThat(hearGoodbye(tested, itself, peer(8081))).isFalse();

    assertThat(tested.standing(8081)).isNull();
    assertThat(tested.events()).containsExactly(new GossipEvent.PeerLeft(START, at(8081)));
  }

  @Test
  void aPeerThatClosesItsPortAfterItsGoodbyeIsForgotten() {
    TestedEngine tested = begun(SETTINGS);
    tested.call(8081);
    hearGoodbye(tested, loopback(), peer(8081));

    for (int failure = 0; failure < 3; failure++) {
      tested.fail(Request.Handshake.class, at(8081), TestedEngine.NOBODY);
      tested.pass(Duration.ofSeconds(20));
    }

    assertThat(tested.standing(8081)).isNull();
  }

  @Test
  void aPeerThatTheUserAskedForIsWaitedForAfterItsGoodbye() {
    TestedEngine tested = begun(SETTINGS);
    tested.connectTo(8081);
    hearGoodbye(tested, loopback(), peer(8081));
    tested.answer(Request.Handshake.class, at(8081), leaving(8081));
    assertThat(tested.standing(8081)).isEqualTo(Standing.UNREACHABLE);

    tested.pass(Duration.ofSeconds(2));
    tested.answer(Request.Handshake.class, at(8081), new Reply.Introduced(restarted(8081)));
    tested.answer(Request.Connect.class, at(8081), new Reply.Accepted());

    assertThat(tested.standing(8081)).isEqualTo(Standing.CONNECTED);
  }

  @Test
  void aGoodbyeFromElsewhereOrOfAnotherRunRemovesNoPeer() throws Exception {
    TestedEngine tested = begun(SETTINGS);
    tested.connectTo(8081);
    tested.events();

    hearGoodbye(tested, InetAddress.getByName("192.0.2.7"), peer(8081));
    hearGoodbye(tested, loopback(), restarted(8081));
    hearGoodbye(tested, loopback(), peer(8082));
    hearGoodbye(tested, loopback(), new Peer(START, SETTINGS.period(), 0, null, Set.of()));

    assertThat(tested.standing(8081)).isEqualTo(Standing.CONNECTED);
    assertThat(tested.events()).isEmpty();
  }

  @Test
  void aPeerThatLeftIsNotLearnedAgainFromPeersThatStillListIt() {
    TestedEngine tested = begun(SETTINGS.withUpdate(true));
    tested.connectTo(8081);
    tested.call(8082);
    hearGoodbye(tested, loopback(), peer(8082));
    tested.answer(Request.Handshake.class, at(8082), leaving(8082));
    tested.pass(Duration.ZERO);

    tested.list(8081, 8082);

    assertThat(tested.standing(8082)).isNull();
  }

  @Test
  void aPeerThatLeftIsAcceptedWhenItCallsAgain() {
    TestedEngine tested = begun(SETTINGS);
    tested.call(8081);
    hearGoodbye(tested, loopback(), peer(8081));
    tested.answer(Request.Handshake.class, at(8081), leaving(8081));

    tested.call(new Caller(loopback()), restarted(8081));

    assertThat(tested.standing(8081)).isEqualTo(Standing.PENDING);
  }

  @Test
  void itSaysGoodbyeToPeersThatUnderstandItAndThenNothing() {
    TestedEngine tested = begun(SETTINGS);
    tested.pass(Duration.ZERO);
    tested.befriend(8081);
    tested.connectTo(8082);

    tested.drive(tested.engine::leave);
    assertThat(tested.open()).containsExactly(new Request.Leave(at(8081), tested.engine.self()));
    assertThat(tested.wakeAt()).isNull();

    tested.answer(Request.Leave.class, at(8081), new Reply.Released(false));
    tested.drive(now -> tested.engine.tick(START.plusSeconds(60)));
    tested.step();
    tested.spread("too late");
    tested.drive(now -> tested.engine.connect(at(8083), now));
    tested.drive(tested.engine::sendNow);
    assertThat(tested.open()).isEmpty();
  }

  @Test
  void aSnapshotShowsAllThatAPeerKnows() {
    TestedEngine tested = begun(SETTINGS);
    tested.pass(Duration.ZERO);
    tested.connectTo(8082);
    tested.drive(now -> tested.engine.connect(at(8081), now));
    RumorId first = tested.spread("one");
    RumorId second = tested.spread("two");

    PeerSnapshot snapshot = tested.engine.snapshot(START.plusSeconds(1));

    PeerSnapshot expected =
        new PeerSnapshot(
            START.plusSeconds(1),
            TestedEngine.SELF,
            tested.engine.self(),
            SETTINGS,
            1,
            List.of(
                new PeerSnapshot.Acquaintance(at(8081), Standing.PENDING, Mutuality.UNKNOWN),
                new PeerSnapshot.Acquaintance(at(8082), Standing.CONNECTED, Mutuality.UNKNOWN)),
            List.of(begunHere(second, "two"), begunHere(first, "one")));
    assertThat(snapshot).isEqualTo(expected);
  }

  private static PeerSnapshot.HeardRumor begunHere(RumorId id, String text) {
    Rumor rumor = new Rumor(id, TestedEngine.SELF, START, text);
    return new PeerSnapshot.HeardRumor(rumor, 0, START, null, 1, 0, true);
  }
}

package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.TestedEngine.NOBODY;
import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.WEB_SERVER;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;
import static p2pgossip.gossip.TestedEngine.loopback;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Messages and requests in the name of another peer, field by field: none is attributed to that
/// peer or changes what is known of it.
class ForgedWordsTest {

  private static final PeerSettings SETTINGS = PeerSettings.DEFAULT;
  private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("192.0.2.7");
  private static final InetAddress LAN = InetAddress.ofLiteral("10.0.0.5");
  private static final Caller STRANGER = new Caller(ELSEWHERE);
  private static final Rumor RUMOR =
      new Rumor(new RumorId("r1"), at(8099), START, "the tram is late");

  /// An engine that knows the peer on port 8081, which has called.
  private static TestedEngine knowing() {
    TestedEngine tested = begun(SETTINGS);
    tested.call(8081);
    tested.pass(Duration.ofSeconds(1));
    tested.events();
    return tested;
  }

  private static Neighbor victim(TestedEngine tested) {
    Neighbor neighbor = tested.engine.knownPeers().get(at(8081));
    assertThat(neighbor).isNotNull();
    return neighbor;
  }

  private static Hearing hear(TestedEngine tested, Caller caller, Message message) {
    return tested.hear(caller, message);
  }

  @Test
  void aMessageFromElsewhereIsNotAttributedToThePeerThatItNames() {
    TestedEngine tested = knowing();
    Neighbor before = victim(tested);

    hear(tested, STRANGER, new Message("the exam is cancelled", at(8081)));

    assertThat(victim(tested)).isEqualTo(before);
    assertThat(tested.events())
        .containsExactly(
            new GossipEvent.MessageReceived(
                START.plusSeconds(1), new Sender.Unnamed(ELSEWHERE), "the exam is cancelled"));
  }

  @Test
  void aRumorFromElsewhereIsNotAttributedToThePeerThatItNames() {
    TestedEngine tested = knowing();
    Neighbor before = victim(tested);

    hear(tested, STRANGER, Message.passing(new Copy(RUMOR, 1, 1), at(8081)));

    assertThat(victim(tested)).isEqualTo(before);
    assertThat(tested.kept()).extracting(PeerSnapshot.HeardRumor::from).containsOnlyNulls();
    assertThat(tested.events(GossipEvent.RumorHeard.class))
        .extracting(GossipEvent.RumorHeard::sender)
        .containsExactly(new Sender.Unnamed(ELSEWHERE));
  }

  @Test
  void aQuestionFromElsewhereIsAttributedToItsSource() {
    TestedEngine tested = knowing();
    hear(tested, new Caller(loopback()), Message.passing(new Copy(RUMOR, 1, 1), at(8082)));
    Neighbor before = victim(tested);
    tested.events();

    Digest digest = new Digest(Set.of(), Digest.Purpose.RECONCILE);
    tested.given(STRANGER, new Request.Exchange(TestedEngine.SELF, at(8081), digest));

    assertThat(victim(tested)).isEqualTo(before);
    assertThat(tested.events(GossipEvent.CopySent.class))
        .extracting(GossipEvent.CopySent::to)
        .containsExactly(new PeerAddress(ELSEWHERE, 8081));
  }

  @Test
  void aChangeFromElsewhereIsNotAttributedToThePeerThatItNames() {
    TestedEngine tested = begun(SETTINGS.withTunable(true));
    tested.call(8081);
    tested.events();

    tested.given(
        STRANGER,
        new Request.Tune(
            TestedEngine.SELF, at(8081), new Tuning(null, null, true, null, null, null, null)));

    assertThat(tested.events(GossipEvent.SettingsChanged.class))
        .extracting(GossipEvent.SettingsChanged::by)
        .containsExactly(new Sender.Unnamed(ELSEWHERE));
  }

  @Test
  void aCallInTheNameOfANeighborOnlyMakesThisPeerAskIt() {
    TestedEngine tested = begun(SETTINGS);
    PeerAddress there = new PeerAddress(LAN, 8081);
    Peer victim = new Peer(START, Duration.ofSeconds(5), 8081, LAN, Set.of(Offer.SENDER));
    tested.call(new Caller(LAN), victim);
    tested.answer(Request.Handshake.class, there, new Reply.Introduced(victim, null, true, false));
    Neighbor before = tested.engine.knownPeers().get(there);
    tested.events();

    Peer forged = new Peer(START.plusSeconds(9), Duration.ofSeconds(5), 8081, LAN, Set.of());
    tested.call(STRANGER, forged);
    tested.answer(Request.Handshake.class, there, new Reply.Introduced(victim, null, true, false));

    Neighbor after = tested.engine.knownPeers().get(there);
    assertThat(after.peer()).isEqualTo(before.peer());
    assertThat(after.standing()).isEqualTo(Standing.CONNECTED);
    assertThat(after.bond().isMutual()).isTrue();
    assertThat(tested.events()).isEmpty();
  }

  @Test
  void aProvenPeerSpeaksForItselfFromAnywhereAndForNoOther() {
    TestedEngine tested = knowing();

    hear(tested, new Caller(ELSEWHERE, at(8081)), new Message("one", at(8081)));
    hear(tested, new Caller(loopback(), at(8082)), new Message("two", at(8081)));

    assertThat(victim(tested).messages().received()).isEqualTo(1);
    assertThat(tested.events(GossipEvent.MessageReceived.class))
        .extracting(GossipEvent.MessageReceived::sender)
        .containsExactly(new Sender.Named(at(8081)), new Sender.Unnamed(loopback()));
  }

  @Test
  void thePeersOfOneMachineCallEachOtherFromAnyOfItsAddresses() {
    TestedEngine tested = knowing();

    hear(tested, new Caller(LAN), new Message("before", at(8081)));
    tested.drive(now -> tested.engine.moved(new OwnAddresses(Set.of(LAN)), now));
    hear(tested, new Caller(LAN), new Message("after", at(8081)));

    assertThat(tested.events(GossipEvent.MessageReceived.class))
        .extracting(GossipEvent.MessageReceived::sender)
        .containsExactly(new Sender.Unnamed(LAN), new Sender.Named(at(8081)));
  }

  @Test
  void anotherMachineCanNotMakeItCallAnAddressOfItsOwnMachine() {
    TestedEngine tested = begun(SETTINGS.withUpdate(true));
    tested.drive(now -> tested.engine.moved(new OwnAddresses(Set.of(LAN)), now));
    Peer service = new Peer(START, Duration.ofSeconds(5), 22, LAN, Set.of());

    assertThat(tested.call(STRANGER, service))
        .isEqualTo(
            new Answer.Refused(
                "10.0.0.5:22 is an address of this machine, and the caller is on another", false));
    assertThat(tested.open()).isEmpty();
  }

  @Test
  void theAnswerOfAnAddressThatOnlyOthersNamedIsHidden() {
    TestedEngine tested = begun(SETTINGS);
    Peer printer =
        new Peer(START, Duration.ofSeconds(5), 80, InetAddress.ofLiteral("10.0.0.9"), Set.of());
    PeerAddress there = new PeerAddress(InetAddress.ofLiteral("10.0.0.9"), 80);
    tested.call(STRANGER, printer);
    for (int check = 0; check < 6; check++) {
      tested.fail(
          Request.Handshake.class,
          there,
          new Failure(Failure.Kind.REFUSED, "it refused: admin password is 1234"));
      tested.pass(Duration.ofSeconds(5));
    }

    assertThat(tested.events(GossipEvent.PeerForgotten.class))
        .extracting(GossipEvent.PeerForgotten::failure)
        .containsExactly(new Failure(Failure.Kind.NOT_A_PEER, "it did not answer as a peer"));
  }

  @Test
  void theAnswerOfAnAddressThatTheUserAskedForIsShown() {
    TestedEngine tested = begun(SETTINGS, at(8081));

    tested.fail(Request.Handshake.class, at(8081), WEB_SERVER);

    assertThat(tested.events(GossipEvent.ConnectFailed.class))
        .extracting(GossipEvent.ConnectFailed::failure)
        .containsExactly(WEB_SERVER)
        .doesNotContain(NOBODY);
  }
}

package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.TestedEngine.SELF;
import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;
import static p2pgossip.gossip.TestedEngine.loopback;
import static p2pgossip.gossip.TestedEngine.peer;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What an engine learns of the names of its neighbours, and when.
class NamesTest {

  private static final PeerSettings SETTINGS = PeerSettings.DEFAULT.withSentences(false);
  private static final PeerName ANA = new PeerName("Ana");
  private static final PeerName BEA = new PeerName("Bea");

  private static void answers(TestedEngine tested, @Nullable PeerName name) {
    tested.answer(
        Request.Handshake.class, at(8081), new Reply.Introduced(peer(8081).withName(name)));
  }

  private static List<GossipEvent.PeerNamed> named(TestedEngine tested) {
    return tested.events(GossipEvent.PeerNamed.class);
  }

  private static @Nullable PeerName shown(TestedEngine tested) {
    return tested.engine.snapshot(tested.now()).neighbors().getFirst().name();
  }

  @Test
  void aNameIsKnownBeforeThePeerIsConnected() {
    TestedEngine tested = begun(SETTINGS);
    assertThat(tested.call(new Caller(loopback()), peer(8081)))
        .isEqualTo(new Answer.Given(new Reply.Accepted()));
    answers(tested, ANA);

    assertThat(tested.events())
        .containsSubsequence(
            new GossipEvent.PeerPending(START, at(8081), new Origin.Called()),
            new GossipEvent.PeerNamed(START, at(8081), ANA),
            new GossipEvent.PeerConnected(START, at(8081), new Origin.Called(), Mutuality.UNKNOWN));
    assertThat(shown(tested)).isEqualTo(ANA);
  }

  @Test
  void nothingIsReportedOfAPeerWithoutAName() {
    TestedEngine tested = begun(SETTINGS, at(8081));
    answers(tested, null);

    assertThat(named(tested)).isEmpty();
    assertThat(shown(tested)).isNull();
  }

  @Test
  void anotherNameIsReportedOnceAndSoIsNone() {
    TestedEngine tested = begun(SETTINGS, at(8081));
    answers(tested, ANA);
    tested.answer(Request.Connect.class, at(8081), new Reply.Accepted());
    for (PeerName name : new @Nullable PeerName[] {ANA, BEA, BEA, null, null}) {
      tested.pass(Duration.ofSeconds(20));
      answers(tested, name);
    }

    assertThat(named(tested))
        .extracting(GossipEvent.PeerNamed::name)
        .containsExactly(ANA, BEA, null);
  }

  /// Anybody can introduce another peer, and say what it is called.
  @Test
  void aNameIsBelievedOnlyOnceThePeerItselfHasAnswered() {
    TestedEngine tested = begun(SETTINGS);
    tested.call(new Caller(loopback()), peer(8081).withName(BEA));

    assertThat(named(tested)).isEmpty();
    assertThat(shown(tested)).isNull();

    answers(tested, ANA);

    assertThat(named(tested)).extracting(GossipEvent.PeerNamed::name).containsExactly(ANA);
  }

  @Test
  void whoIsRenamedSaysSoToThoseWhoAskFromThenOn() {
    TestedEngine tested = begun(SETTINGS);
    tested.drive(now -> tested.engine.rename(ANA, now));
    tested.drive(now -> tested.engine.rename(ANA, now));

    assertThat(named(tested)).containsExactly(new GossipEvent.PeerNamed(START, SELF, ANA));
    assertThat(tested.engine.self().name()).isEqualTo(ANA);
    // The period and the offers are set anew with each change of the settings.
    tested.drive(now -> tested.engine.change(SETTINGS.withTunable(true), now));
    assertThat(tested.engine.self().name()).isEqualTo(ANA);
  }
}

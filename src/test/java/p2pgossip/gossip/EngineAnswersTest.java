package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.TestedEngine.SELF;
import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.loopback;
import static p2pgossip.gossip.TestedEngine.peer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineAnswersTest {

  private static final Caller CALLER = new Caller(loopback());

  private final TestedEngine tested = TestedEngine.begun(PeerSettings.DEFAULT.withTunable(true));

  private Answer answer(Request request) {
    GossipEngine.Answered answered = tested.engine.answer(CALLER, request, tested.now());
    tested.drive(_ -> answered.step());
    return answered.answer();
  }

  private static Answer introduced(Peer self, Boolean knowsCaller, boolean leaving) {
    return new Answer.Given(new Reply.Introduced(self, null, knowsCaller, leaving));
  }

  @Test
  void aHandshakeIsAnsweredWithWhetherTheCallerIsKnown() {
    tested.connectTo(8081);

    Peer self = tested.engine.self();
    assertThat(answer(new Request.Handshake(SELF))).isEqualTo(introduced(self, null, false));
    assertThat(answer(new Request.Handshake(SELF, at(8081))))
        .isEqualTo(introduced(self, true, false));
    assertThat(answer(new Request.Handshake(SELF, at(8082))))
        .isEqualTo(introduced(self, false, false));
  }

  @Test
  void aPeerThatLeavesSaysSo() {
    tested.connectTo(8081);
    tested.drive(tested.engine::leave);

    assertThat(answer(new Request.Handshake(SELF, at(8081))))
        .isEqualTo(introduced(tested.engine.self(), false, true));
  }

  @Test
  void onlyRequestsThatNeedAStepAreNotAnsweredAtOnce() {
    tested.connectTo(8081);
    List<Request> atOnce =
        List.of(
            new Request.Handshake(SELF),
            new Request.Handshake(SELF, at(8081)),
            new Request.AskKnownPeers(SELF));

    assertThat(atOnce)
        .allSatisfy(
            request ->
                assertThat(answer(request))
                    .isEqualTo(new Answer.Given(tested.engine.answerAtOnce(request))));
    assertThat(tested.engine.answerAtOnce(new Request.Handshake(SELF, at(8082)))).isNull();
    assertThat(tested.engine.answerAtOnce(new Request.Leave(SELF, peer(8081)))).isNull();
  }

  @Test
  void peersThatAnswerAreListed() {
    tested.connectTo(8081);
    answer(new Request.Connect(SELF, peer(8082)));

    assertThat(answer(new Request.AskKnownPeers(SELF)))
        .isEqualTo(new Answer.Given(new Reply.Known(Map.of(at(8081), peer(8081)), 0)));
  }

  @Test
  void aCallerIsAcceptedAndThePeerItselfRefused() {
    assertThat(answer(new Request.Connect(SELF, peer(8081))))
        .isEqualTo(new Answer.Given(new Reply.Accepted()));
    assertThat(answer(new Request.Connect(SELF, peer(8080))))
        .isEqualTo(new Answer.Refused("127.0.0.1:8080 is this peer itself", false));
    assertThat(tested.open()).containsExactly(new Request.Handshake(at(8081)));
  }

  @Test
  void aRumorIsNewsOnceAndGivenToPeersThatAsk() {
    Rumor rumor =
        new Rumor(
            new RumorId("000102030405060708090a0b0c0d0e0f"), at(8081), START, "the tram is late");
    Request told = new Request.Tell(SELF, Message.passing(new Copy(rumor, 1, 1), at(8081)));
    Digest nothing = new Digest(Set.of(), Digest.Purpose.RECONCILE);

    assertThat(answer(told)).isEqualTo(new Answer.Given(new Reply.Heard(Hearing.NEWS)));
    assertThat(answer(told)).isEqualTo(new Answer.Given(new Reply.Heard(Hearing.KNOWN)));
    assertThat(answer(new Request.Exchange(SELF, at(8082), nothing)))
        .isInstanceOfSatisfying(
            Answer.Given.class,
            given ->
                assertThat(given.reply())
                    .isInstanceOfSatisfying(
                        Reply.Exchanged.class,
                        exchanged ->
                            assertThat(exchanged.copies())
                                .extracting(Copy::rumor)
                                .containsExactly(rumor)));
  }

  @Test
  void aChangeIsMadeWholeOrRefusedInWords() {
    PeerSettings before = tested.engine.settings();
    Tuning wrong = new Tuning(null, null, true, null, null, 0, null);
    Tuning right = new Tuning(null, null, true, null, null, 2, null);

    assertThat(answer(new Request.Tune(SELF, null, wrong)))
        .isInstanceOfSatisfying(
            Answer.Refused.class, refused -> assertThat(refused.reason()).contains("fanout 0"));
    assertThat(tested.engine.settings()).isEqualTo(before);
    PeerSettings after = right.applyTo(before);
    assertThat(answer(new Request.Tune(SELF, at(8081), right)))
        .isEqualTo(new Answer.Given(new Reply.SettingsShown(after)));
    assertThat(answer(new Request.AskSettings(SELF)))
        .isEqualTo(new Answer.Given(new Reply.SettingsShown(after)));
  }

  @Test
  void aGoodbyeIsCheckedUnlessItIsProven() {
    tested.connectTo(8081);
    tested.connectTo(8082);
    Instant later = tested.now();

    assertThat(answer(new Request.Leave(SELF, peer(8081))))
        .isEqualTo(new Answer.Given(new Reply.Released(true)));
    assertThat(tested.engine.knownPeers().get(at(8081)).isHealthy()).isTrue();
    GossipEngine.Answered proven =
        tested.engine.answer(
            new Caller(loopback(), at(8082)), new Request.Leave(SELF, peer(8082)), later);
    assertThat(proven.answer()).isEqualTo(new Answer.Given(new Reply.Released(false)));
    assertThat(tested.standing(8082)).isEqualTo(Standing.UNREACHABLE);
  }
}

package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.gossip.SampleRumors.PAUSED;
import static p2pgossip.gossip.SampleRumors.TRAM;
import static p2pgossip.gossip.SampleRumors.paused;
import static p2pgossip.gossip.SampleRumors.running;
import static p2pgossip.gossip.TestedEngine.NOBODY;
import static p2pgossip.gossip.TestedEngine.ROUND_TRIP;
import static p2pgossip.gossip.TestedEngine.SELF;
import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Copies of rumours and questions for rumours, and what happens to them on their way.
class CopiesTest {

  @Test
  void anOriginalPeerIsSentThePlainTextAndCounts() {
    TestedEngine tested = begun(running(Strategy.DIRECT));
    tested.pass(Duration.ZERO);
    tested.connectTo(8081);
    tested.events();

    RumorId id = tested.spread("the tram is late");
    assertThat(tested.tells())
        .containsExactly(new Request.Tell(at(8081), new Message("the tram is late", null)));
    tested.hearAll();

    Copy copy = new Copy(new Rumor(id, SELF, START, "the tram is late"), 1, 1);
    assertThat(tested.events())
        .containsExactly(
            new GossipEvent.RumorHeard(START, new Copy(copy.rumor(), 0, 0), null, false),
            new GossipEvent.CopySent(START, at(8081), copy, false),
            new GossipEvent.CopyDelivered(START, at(8081), copy, Hearing.UNSAID, ROUND_TRIP));
    assertThat(tested.engine.knownPeers().get(at(8081)).messages())
        .isEqualTo(new Neighbor.MessageCounts(1, 1, 0, 0));
  }

  @Test
  void aCopyThatFailsCountsAgainstTheNeighborAsAMessageDoes() {
    TestedEngine tested = begun(running(Strategy.FLOOD));
    tested.befriend(8081);
    tested.spread("one");
    tested.events();

    tested.fail(Request.Tell.class, at(8081), NOBODY);

    assertThat(tested.standing(8081)).isEqualTo(Standing.UNREACHABLE);
    assertThat(tested.engine.knownPeers().get(at(8081)).messages())
        .isEqualTo(new Neighbor.MessageCounts(1, 0, 1, 0));
    assertThat(tested.events(GossipEvent.CopyFailed.class))
        .extracting(GossipEvent.CopyFailed::to, GossipEvent.CopyFailed::failure)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(at(8081), NOBODY));
  }

  @Test
  void aQuestionThatFailsCountsAgainstTheNeighborToo() {
    TestedEngine tested = begun(paused(Strategy.PULL));
    tested.befriend(8081);
    tested.step();
    tested.events();

    tested.fail(Request.Exchange.class, at(8081), NOBODY);

    assertThat(tested.standing(8081)).isEqualTo(Standing.UNREACHABLE);
    assertThat(tested.events(GossipEvent.RumorsUnanswered.class)).hasSize(1);
  }

  @Test
  void oneCopyOfEachRumorIsPendingToANeighborAtATime() {
    TestedEngine tested = begun(paused(Strategy.PUSH));
    tested.befriend(8081);
    tested.spread("one");
    tested.step();
    tested.step();
    tested.spread("two");
    tested.step();

    assertThat(tested.tells())
        .extracting(tell -> tell.message().text())
        .containsExactly("one", "two");
  }

  @Test
  void aCopyWithoutHopsLeftIsKeptButNeitherPassedOnNorGiven() {
    Spreading short2 = new Spreading(Strategy.FLOOD, 2, Interest.NEVER_LOST, 2);
    TestedEngine tested = begun(PAUSED.withPaused(false).withSpreading(short2));
    tested.befriend(8081);
    tested.befriend(8082);

    assertThat(tested.hear(8081, new Copy(TRAM, 2, 1))).isEqualTo(Hearing.NEWS);

    assertThat(tested.told()).isEmpty();
    assertThat(tested.ask(8082, new Digest(Set.of(), Digest.Purpose.RECONCILE)).copies()).isEmpty();
    assertThat(tested.kept()).extracting(PeerSnapshot.HeardRumor::spreading).containsExactly(false);
  }

  @Test
  void aCopyFromElsewhereHasMadeAHopWhateverItSays() {
    TestedEngine tested = begun(running(Strategy.DIRECT));
    tested.befriend(8081);
    tested.befriend(8082);

    tested.hear(8081, new Copy(TRAM, 0, 1));

    assertThat(tested.kept()).extracting(PeerSnapshot.HeardRumor::hops).containsExactly(1);
    assertThat(tested.told()).isEmpty();
  }

  @Test
  void aPulledRumorIsNewsOnceAndReportedAsPulled() {
    TestedEngine tested = begun(paused(Strategy.PULL));
    tested.befriend(8081);
    tested.step();
    tested.events();
    Copy copy = new Copy(TRAM, 2, 9);

    tested.answer(
        Request.Exchange.class, at(8081), new Reply.Exchanged(List.of(copy, copy), Set.of()));

    Sender sender = new Sender.Named(at(8081));
    assertThat(tested.events())
        .satisfiesExactly(
            answered -> assertThat(answered).isInstanceOf(GossipEvent.RumorsAnswered.class),
            heard ->
                assertThat(heard)
                    .isEqualTo(new GossipEvent.RumorHeard(tested.now(), copy, sender, true)),
            repeated ->
                assertThat(repeated)
                    .isEqualTo(new GossipEvent.RumorRepeated(tested.now(), copy, sender, true)));
  }

  @Test
  void questionsAreAnsweredWhilePaused() {
    TestedEngine tested = begun(paused(Strategy.PULL));
    tested.spread("one");

    Reply.Exchanged answer = tested.ask(8081, new Digest(Set.of(), Digest.Purpose.PULL));

    assertThat(answer.copies()).extracting(copy -> copy.rumor().text()).containsExactly("one");
  }
}

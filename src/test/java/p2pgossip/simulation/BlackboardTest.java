package p2pgossip.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.InterestLabel;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.simulation.Blackboard.Kind;
import p2pgossip.simulation.Blackboard.Move;
import p2pgossip.simulation.Blackboard.Round;

class BlackboardTest {

  private static Blackboard of(Strategy strategy, Interest interest) {
    return Blackboard.of(new Spreading(strategy, 1, interest, Copy.MOST_HOPS));
  }

  @ParameterizedTest
  @EnumSource
  void nobodyKnowsMoreThanHeWasToldAndNobodyTellsWhatHeDoesNotKnow(Strategy strategy) {
    Set<Integer> before = Set.of(0);
    for (Round round : of(strategy, Interest.NEVER_LOST).rounds()) {
      Set<Integer> told = new HashSet<>(before);
      for (Move move : round.moves()) {
        if (move.kind() != Kind.QUESTION) {
          assertThat(before).contains(move.from());
          told.add(move.to());
        }
      }
      assertThat(round.know()).isEqualTo(told);
      before = round.know();
    }
    assertThat(before).hasSizeGreaterThan(1);
  }

  @Test
  void thoseThatPushTellOneAnotherEachRound() {
    Round first = of(Strategy.PUSH, Interest.NEVER_LOST).rounds().getFirst();

    assertThat(first.moves()).hasSize(1);
    assertThat(first.know()).hasSize(2);
    assertThat(first.spread()).hasSize(2);
  }

  @Test
  void thoseThatPullAllAskAndAreAnswered() {
    List<Round> rounds = of(Strategy.PULL, Interest.NEVER_LOST).rounds();

    assertThat(rounds.getFirst().moves()).filteredOn(it -> it.kind() == Kind.QUESTION).hasSize(8);
    assertThat(rounds).anySatisfy(it -> assertThat(it.moves()).anyMatch(BlackboardTest::answers));
  }

  private static boolean answers(Move move) {
    return move.kind() == Kind.ANSWER;
  }

  @Test
  void aFloodReachesAllInTheFirstRoundAndIsOverInTheSecond() {
    List<Round> rounds = of(Strategy.FLOOD, Interest.NEVER_LOST).rounds();

    assertThat(rounds.getFirst().know()).hasSize(8);
    assertThat(rounds).hasSize(2);
  }

  @Test
  void interestIsLostWhereItCanBe() {
    Interest blind = InterestLabel.parse("blind-counter:1");

    assertThat(of(Strategy.PUSH, blind).rounds().getFirst().spread()).doesNotContain(0);
  }

  @Test
  void theSameSettingsGiveTheSameRounds() {
    assertThat(of(Strategy.PUSH_PULL, Interest.NEVER_LOST))
        .isEqualTo(of(Strategy.PUSH_PULL, Interest.NEVER_LOST));
  }

  @Test
  void fewPeersAreShownFewContacts() {
    Spreading wide =
        new Spreading(Strategy.PUSH, 5, InterestLabel.parse("counter:9"), Copy.MOST_HOPS);

    assertThat(Blackboard.simplified(wide).fanout()).isEqualTo(1);
    assertThat(Blackboard.simplified(wide).interest()).isEqualTo(InterestLabel.parse("counter:2"));
  }
}

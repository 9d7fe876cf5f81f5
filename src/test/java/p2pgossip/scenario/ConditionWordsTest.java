package p2pgossip.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.Forwarding;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Conditions;
import p2pgossip.network.Run;
import p2pgossip.network.SpreadTimes;

class ConditionWordsTest {

  private static final Instant BIRTH = Instant.parse("2026-11-22T08:00:00Z");
  private static final SpreadTimes TIMES = new SpreadTimes(BIRTH, List.of(), List.of());
  private static final Spreading PUSH_PULL =
      new Spreading(
          Strategy.PUSH_PULL,
          3,
          new Interest(Interest.End.COUNTER, Interest.Contacts.UNNECESSARY, 2),
          256);

  private static Conditions conditions(boolean mixed) {
    return new Conditions(
        new Run(
            2,
            "Push against pull",
            "pull",
            1,
            "ring",
            7,
            1,
            List.of(PeerAddress.parse("127.0.0.1:8080")),
            Run.Time.REAL,
            false),
        List.of(
            new Conditions.InForce(BIRTH, PUSH_PULL, Duration.ofSeconds(1)),
            new Conditions.InForce(
                BIRTH.plusMillis(3_200),
                PUSH_PULL.withStrategy(Strategy.FLOOD),
                Duration.ofMillis(500))),
        mixed,
        List.of(
            new Conditions.FaultSpan(
                new Fault.Loss<>(new Path.Everywhere<>(), 0.2), BIRTH, BIRTH.plusMillis(1_500))),
        List.of());
  }

  @Test
  void saysAllOfItWithTheTimesOfWhatChanged() {
    assertThat(ConditionWords.full(conditions(false), TIMES).lines())
        .containsExactly(
            "Settings: push-pull, fanout 3, interest counter:2, period 1 s; then flood, period"
                + " 0.5 s from 3.2 s.",
            "Network: run 2 (Push against pull: pull), ring, seed 7, 1 peer, 1 of them original.",
            "Faults: loss of 20 % everywhere from 0 s to 1.5 s.");
  }

  @ParameterizedTest
  @CsvSource({"false, ''", "true, ', in step'"})
  void saysWhereTheNetworkWasSimulatedAndWhetherInStep(boolean inStep, String words) {
    Run run =
        new Run(
            1,
            null,
            null,
            1,
            "ring",
            7,
            0,
            List.of(PeerAddress.parse("10.0.0.1:8080")),
            Run.Time.VIRTUAL,
            inStep);

    assertThat(ConditionWords.network(run))
        .isEqualTo("run 1, ring, seed 7, 1 peer, in virtual time" + words);
  }

  @Test
  void saysInBriefWhatTellsItFromOthers() {
    assertThat(ConditionWords.brief(conditions(false)))
        .isEqualTo("pull · push-pull 3, then flood · faults · ring");
    assertThat(ConditionWords.brief(conditions(true)))
        .isEqualTo("pull · push-pull 3 and flood · faults · ring");
  }

  @Test
  void saysHowLikelyAPeerIsToPassItOnWhereThatIsLeftToChance() {
    Spreading gossip1 =
        PUSH_PULL.withStrategy(Strategy.GOSSIP1).withForwarding(new Forwarding(0.65, 4));
    Conditions conditions =
        new Conditions(
            null,
            List.of(new Conditions.InForce(BIRTH, gossip1, Duration.ofSeconds(1))),
            false,
            List.of(),
            List.of());

    assertThat(ConditionWords.brief(conditions)).isEqualTo("gossip1 0.65:4");
    assertThat(ConditionWords.full(conditions, TIMES))
        .isEqualTo("Settings: gossip1, forwarding 0.65:4, period 1 s.");
    assertThat(ConditionColumns.of(conditions, TIMES))
        .containsSubsequence("gossip1", null, null, 256, "0.65:4");
  }

  @Test
  void saysNothingOfWhatIsNotKnown() {
    assertThat(ConditionWords.brief(Conditions.UNKNOWN)).isEmpty();
    assertThat(ConditionWords.full(Conditions.UNKNOWN, TIMES)).isEmpty();
  }
}

package p2pgossip.ui.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Rumor;
import p2pgossip.gossip.RumorId;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.network.Arrival;
import p2pgossip.network.Conditions;
import p2pgossip.network.Run;
import p2pgossip.network.Spread;
import p2pgossip.ui.graph.model.SampleSpreads;

class ExpectedReachTest {

  private static final int PEERS = 24;
  private static final List<PeerAddress> MEMBERS =
      IntStream.range(0, PEERS).mapToObj(it -> peer(8_080 + it)).toList();

  private static Spreading spreading(Strategy strategy, int fanout) {
    return new Spreading(strategy, fanout, Interest.NEVER_LOST, 256);
  }

  /// The first peer has told it, and others have heard it one after another.
  ///
  /// @param millis when each of them heard it
  private static Spread spread(String topology, Spreading how, long... millis) {
    Map<PeerAddress, Arrival> arrivals = new HashMap<>();
    PeerAddress origin = MEMBERS.getFirst();
    arrivals.put(origin, new Arrival(origin, null, SampleSpreads.BORN, 0, 0, 0, true));
    for (int i = 0; i < millis.length; i++) {
      PeerAddress peer = MEMBERS.get(i + 1);
      arrivals.put(
          peer, new Arrival(peer, origin, SampleSpreads.BORN.plusMillis(millis[i]), 1, 0, 0, true));
    }
    Run run = new Run(1, null, null, 1, topology, 7, 0, MEMBERS, Run.Time.VIRTUAL, false);
    Conditions conditions =
        new Conditions(
            run,
            List.of(new Conditions.InForce(SampleSpreads.BORN, how, Duration.ofSeconds(1))),
            false,
            List.of(),
            List.of());
    return new Spread(
        new Rumor(new RumorId("r"), origin, SampleSpreads.BORN, "Did you hear?"),
        new RumorId("r"),
        arrivals,
        PEERS,
        List.of(),
        0,
        0,
        0,
        conditions,
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "complete, PUSH, 1, 6, 10",
    "complete, PUSH, 3, 4, 10",
    "ring, PUSH, 1, 16, 12",
    "ring, PUSH_PULL, 2, 10, 12",
    "ring, FLOOD, 1, 0, 12",
    "file:another.graphml, PUSH, 1, 6, 10",
  })
  void itDependsOnTheNetworkAndTheStrategy(
      String topology, Strategy strategy, int fanout, int seconds, int hops) {
    assertThat(new ExpectedReach.Finder().of(spread(topology, spreading(strategy, fanout))))
        .isEqualTo(new ExpectedReach(Duration.ofSeconds(seconds), hops));
  }

  @Test
  void nothingIsExpectedWhereTheSettingsAreNotKnown() {
    Spread unknown = new SampleSpreads("r").heard(8081, 8080, 260, 1, 0).spread();

    assertThat(new ExpectedReach.Finder().of(unknown)).isEqualTo(ExpectedReach.UNKNOWN);
  }

  @Test
  void theColorsStayAsTheyAreWhileItSpreads() {
    HearingScale.Maker maker = new HearingScale.Maker();
    Spreading push = spreading(Strategy.PUSH, 1);

    assertThat(maker.of(spread("complete", push), HearingColor.TIME).high()).isEqualTo("7 s");
    assertThat(maker.of(spread("complete", push, 1_000, 6_900), HearingColor.TIME).high())
        .isEqualTo("7 s");
    assertThat(maker.of(spread("complete", push, 1_000, 12_000), HearingColor.TIME).high())
        .isEqualTo("14 s");
    assertThat(maker.of(spread("complete", push, 1_000), HearingColor.HOPS).high())
        .isEqualTo("10 hops");
  }
}

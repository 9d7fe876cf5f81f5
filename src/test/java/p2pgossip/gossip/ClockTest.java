package p2pgossip.gossip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static p2pgossip.gossip.TestedEngine.START;
import static p2pgossip.gossip.TestedEngine.at;
import static p2pgossip.gossip.TestedEngine.begun;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The wall clock is set, or has gone on while the machine slept: times that are told follow it,
/// periods and pauses do not.
class ClockTest {

  @ParameterizedTest
  @ValueSource(longs = {8, -8})
  void timesThatAreToldFollowTheWallClockAndPlansDoNot(long hours) {
    Duration ahead = Duration.ofHours(hours);
    TestedEngine tested = begun(PeerSettings.DEFAULT);
    tested.befriend(8081);
    tested.pass(Duration.ofSeconds(4));
    RumorId before = tested.spread("before");
    tested.events();

    tested.engine.clockAhead(ahead);
    RumorId after = tested.spread("after");
    tested.pass(Duration.ofSeconds(1));

    assertThat(tested.events(GossipEvent.PeriodBegan.class))
        .extracting(GossipEvent.PeriodBegan::at)
        .containsExactly(START.plusSeconds(5).plus(ahead));
    PeerSnapshot snapshot = tested.engine.snapshot(tested.now());
    assertThat(snapshot.at()).isEqualTo(START.plusSeconds(5).plus(ahead));
    assertThat(snapshot.rumors())
        .extracting(heard -> heard.rumor().id(), heard -> heard.rumor().born())
        .containsExactly(
            tuple(after, START.plusSeconds(4).plus(ahead)), tuple(before, START.plusSeconds(4)));
    assertThat(tested.standing(8081)).isEqualTo(Standing.CONNECTED);
    assertThat(tested.engine.knownPeers().get(at(8081))).isNotNull();
  }
}

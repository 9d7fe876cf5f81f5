package p2pgossip.ui.graph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;
import static p2pgossip.ui.graph.model.SampleNetwork.star;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.graph.model.FaultMarks.Course;
import p2pgossip.ui.graph.model.FaultMarks.Trouble;
import p2pgossip.ui.graph.model.FaultMarks.Way;

class FaultMarksTest {

  private static final PeerAddress HUB = peer(8080);
  private static final Course WELL = new Course(0, Duration.ZERO, false, false);

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static FaultMarks on(Fault<PeerAddress>... faults) {
    return FaultMarks.of(List.of(faults), star(3));
  }

  @Test
  void hasNothingToShowWithoutFaults() {
    assertThat(on().troubles()).isEmpty();
    assertThat(on().ways()).isEmpty();
  }

  @Test
  void marksFrozenPeersOfThePictureOnly() {
    FaultMarks marks = on(new Fault.Freeze<>(peer(8081)), new Fault.Freeze<>(peer(9999)));

    assertThat(marks.isFrozen(peer(8081))).isTrue();
    assertThat(marks.isFrozen(peer(9999))).isFalse();
    assertThat(marks.troubles()).containsExactly(Trouble.FROZEN);
  }

  @Test
  void tellsTheDirectionOfAOneWayFault() {
    FaultMarks marks = on(new Fault.Block<>(new Path.OneWay<>(peer(8082), HUB)));

    assertThat(marks.ways())
        .containsExactly(new Way(HUB, peer(8082), WELL, new Course(0, Duration.ZERO, true, false)));
    assertThat(marks.isTroubled(peer(8082), HUB)).isTrue();
    assertThat(marks.isTroubled(peer(8081), HUB)).isFalse();
  }

  @Test
  void marksAWayThatAFaultNamesAlsoWhereThereIsNoLink() {
    FaultMarks marks = on(new Fault.Block<>(new Path.Between<>(peer(8081), peer(8082))));

    assertThat(marks.ways())
        .extracting(Way::one, Way::other)
        .containsExactly(tuple(peer(8081), peer(8082)));
  }

  @Test
  void addsUpWhatActsOnTheSameWay() {
    FaultMarks marks =
        on(
            new Fault.Loss<>(new Path.Everywhere<>(), 0.5),
            new Fault.Loss<>(new Path.Around<>(Set.of(peer(8081))), 0.5),
            new Fault.Delay<>(
                new Path.Between<>(HUB, peer(8081)), Duration.ofMillis(200), Duration.ofMillis(50)),
            new Fault.Delay<>(
                new Path.OneWay<>(HUB, peer(8081)), Duration.ofMillis(100), Duration.ZERO));

    Way way =
        marks.ways().stream().filter(each -> each.other().equals(peer(8081))).findFirst().get();
    assertThat(way.there().loss()).isCloseTo(0.75, within(1e-9));
    assertThat(way.there().delay()).isEqualTo(Duration.ofMillis(300));
    assertThat(way.back().delay()).isEqualTo(Duration.ofMillis(200));
    assertThat(marks.ways()).hasSize(3);
    assertThat(marks.troubles()).containsExactlyInAnyOrder(Trouble.LOSS, Trouble.DELAY);
  }

  @Test
  void namesTheSidesOfAPartitionAndCutsTheWaysBetweenThem() {
    FaultMarks marks =
        on(new Fault.Partition<>(List.of(Set.of(HUB, peer(8081)), Set.of(peer(8082)))));

    assertThat(marks.side(HUB)).isZero();
    assertThat(marks.side(peer(8081))).isZero();
    assertThat(marks.side(peer(8082))).isEqualTo(1);
    assertThat(marks.side(peer(8083))).isNull();
    assertThat(marks.ways())
        .containsExactly(
            new Way(
                HUB,
                peer(8082),
                new Course(0, Duration.ZERO, false, true),
                new Course(0, Duration.ZERO, false, true)));
  }

  @Test
  void aFaultThatDoesNothingIsNotSeen() {
    assertThat(on(new Fault.Loss<>(new Path.Everywhere<>(), 0)).troubles()).isEmpty();
  }
}

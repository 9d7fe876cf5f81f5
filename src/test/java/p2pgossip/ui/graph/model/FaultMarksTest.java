package p2pgossip.ui.graph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;
import static p2pgossip.ui.graph.model.SampleNetwork.star;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.faultlook.Extents;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.graph.model.FaultMarks.Course;
import p2pgossip.ui.graph.model.FaultMarks.Way;

class FaultMarksTest {

  private static final PeerAddress HUB = peer(8080);
  private static final Course WELL = new Course(Map.of());

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static FaultMarks on(Fault<PeerAddress>... faults) {
    return FaultMarks.of(List.of(faults), star(3));
  }

  @Test
  void hasNothingToShowWithoutFaults() {
    assertThat(on().looks()).isEmpty();
    assertThat(on().ways()).isEmpty();
  }

  @Test
  void marksFrozenPeersOfThePictureOnly() {
    FaultMarks marks = on(new Fault.Freeze<>(peer(8081)), new Fault.Freeze<>(peer(9999)));

    assertThat(marks.peers().group(FaultLook.FREEZE, peer(8081))).isZero();
    assertThat(marks.peers().group(FaultLook.FREEZE, peer(9999))).isNull();
    assertThat(marks.looks()).containsExactly(FaultLook.FREEZE);
  }

  @Test
  void tellsTheDirectionOfAOneWayFault() {
    FaultMarks marks = on(new Fault.Block<>(new Path.OneWay<>(peer(8082), HUB)));

    assertThat(marks.ways())
        .containsExactly(new Way(HUB, peer(8082), WELL, new Course(Map.of(FaultLook.BLOCK, 1.0))));
    assertThat(marks.isFaulty(peer(8082), HUB)).isTrue();
    assertThat(marks.isFaulty(peer(8081), HUB)).isFalse();
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
    assertThat(way.extents(FaultLook.LOSS).there()).isCloseTo(0.75, within(1e-9));
    assertThat(way.extents(FaultLook.DELAY)).isEqualTo(new Extents(300, 200));
    assertThat(marks.ways()).hasSize(3);
    assertThat(marks.looks()).containsExactlyInAnyOrder(FaultLook.LOSS, FaultLook.DELAY);
  }

  @Test
  void marksAWayOnWhichMessagesAreDoubled() {
    FaultMarks marks = on(new Fault.Duplicate<>(new Path.OneWay<>(HUB, peer(8081)), 0.3));

    assertThat(marks.ways())
        .containsExactly(
            new Way(HUB, peer(8081), new Course(Map.of(FaultLook.DUPLICATE, 0.3)), WELL));
    assertThat(marks.looks()).containsExactly(FaultLook.DUPLICATE);
    assertThat(FaultLook.DUPLICATE.figure(0.3)).isEqualTo("×2 30 %");
  }

  @Test
  void namesTheSidesOfAPartitionAndCutsTheWaysBetweenThem() {
    FaultMarks marks =
        on(new Fault.Partition<>(List.of(Set.of(HUB, peer(8081)), Set.of(peer(8082)))));

    assertThat(marks.peers().group(FaultLook.PARTITION, HUB)).isZero();
    assertThat(marks.peers().group(FaultLook.PARTITION, peer(8081))).isZero();
    assertThat(marks.peers().group(FaultLook.PARTITION, peer(8082))).isEqualTo(1);
    assertThat(marks.peers().group(FaultLook.PARTITION, peer(8083))).isNull();
    assertThat(marks.ways())
        .containsExactly(
            new Way(
                HUB,
                peer(8082),
                new Course(Map.of(FaultLook.PARTITION, 1.0)),
                new Course(Map.of(FaultLook.PARTITION, 1.0))));
  }

  @Test
  void saysOfWhatIsBlockedNeitherThatItIsLostNorThatItIsLate() {
    FaultMarks marks =
        on(
            new Fault.Block<>(new Path.OneWay<>(HUB, peer(8081))),
            new Fault.Loss<>(new Path.Between<>(HUB, peer(8081)), 0.3));

    assertThat(marks.ways())
        .containsExactly(
            new Way(
                HUB,
                peer(8081),
                new Course(Map.of(FaultLook.BLOCK, 1.0)),
                new Course(Map.of(FaultLook.LOSS, 0.3))));
  }

  @Test
  void aFaultThatDoesNothingIsNotSeen() {
    assertThat(on(new Fault.Loss<>(new Path.Everywhere<>(), 0)).looks()).isEmpty();
  }
}

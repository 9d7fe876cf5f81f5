package p2pgossip.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;

class FaultSetTest {

  private static final PeerAddress A = PeerAddress.parse("127.0.0.1:1001");
  private static final PeerAddress B = PeerAddress.parse("127.0.0.1:1002");
  private static final PeerAddress C = PeerAddress.parse("127.0.0.1:1003");

  @Test
  void lossesOnOnePathAreIndependent() {
    FaultSet faults =
        set(
            new Fault.Loss<>(new Path.Everywhere<>(), 0.5),
            new Fault.Loss<>(new Path.OneWay<>(A, B), 0.2));

    assertThat(faults.lossBetween(A, B)).isEqualTo(0.6, within(1e-12));
    assertThat(faults.lossBetween(B, A)).isEqualTo(0.5, within(1e-12));
  }

  @Test
  void aOneWayBlockLosesEverythingInItsDirectionOnly() {
    FaultSet faults = set(new Fault.Block<>(new Path.OneWay<>(A, B)));

    assertThat(faults.lossBetween(A, B)).isEqualTo(1);
    assertThat(faults.lossBetween(B, A)).isZero();
  }

  @Test
  void aPartitionCutsItsSidesApartAndNoOthers() {
    FaultSet faults = set(new Fault.Partition<>(List.of(Set.of(A), Set.of(B))));

    assertThat(Stream.of(faults.lossBetween(A, B), faults.lossBetween(B, A))).containsOnly(1.0);
    assertThat(
            Stream.of(faults.lossBetween(A, C), faults.lossBetween(C, A), faults.lossBetween(B, C)))
        .containsOnly(0.0);
  }

  @Test
  void theShareOfALossIsLost() {
    FaultSet faults = set(new Fault.Loss<>(new Path.Between<>(A, B), 0.3));
    SplittableRandom random = new SplittableRandom(2);

    long lost = IntStream.range(0, 10_000).filter(_ -> faults.loses(B, A, random)).count();

    // Three standard errors of a share of 0.3 in 10,000.
    assertThat(lost / 10_000.0).isEqualTo(0.3, within(3 * 0.00459));
  }

  @Test
  void delaysAddUpAndStayWithinTheirJitter() {
    FaultSet faults =
        set(
            new Fault.Delay<>(
                new Path.Around<>(Set.of(B)), Duration.ofMillis(100), Duration.ofMillis(40)),
            new Fault.Delay<>(new Path.Everywhere<>(), Duration.ofMillis(7), Duration.ZERO));
    SplittableRandom random = new SplittableRandom(1);

    List<Duration> delays =
        IntStream.range(0, 1_000).mapToObj(_ -> late(faults.fate(A, B, random))).toList();

    assertThat(delays)
        .allMatch(delay -> delay.compareTo(Duration.ofMillis(67)) >= 0)
        .allMatch(delay -> delay.compareTo(Duration.ofMillis(147)) <= 0)
        .anyMatch(delay -> delay.compareTo(Duration.ofMillis(75)) < 0)
        .anyMatch(delay -> delay.compareTo(Duration.ofMillis(139)) > 0);
    assertThat(faults.fate(A, C, random)).isEqualTo(new Fate(List.of(Duration.ofMillis(7))));
  }

  @Test
  void aLostMessageTakesTheSameDrawsAsOneThatArrives() {
    Fault<PeerAddress> late =
        new Fault.Delay<>(new Path.Everywhere<>(), Duration.ofMillis(50), Duration.ofMillis(50));
    FaultSet none = set(new Fault.Loss<>(new Path.Everywhere<>(), 1e-9), late);
    FaultSet most = set(new Fault.Loss<>(new Path.Everywhere<>(), 0.9), late);
    SplittableRandom one = new SplittableRandom(3);
    SplittableRandom other = new SplittableRandom(3);

    for (int i = 0; i < 100; i++) {
      Fate arrives = none.fate(A, B, one);
      Fate fate = most.fate(A, B, other);
      assertThat(fate).isIn(arrives, Fate.LOST);
    }
  }

  @Test
  void theShareOfADuplicationIsDoubled() {
    FaultSet faults = set(new Fault.Duplicate<>(new Path.OneWay<>(A, B), 0.3));
    SplittableRandom random = new SplittableRandom(5);

    double doubled = share(faults, random, fate -> fate.arrivals().size() == 2);

    // Three standard errors of a share of 0.3 in 10,000.
    assertThat(doubled).isEqualTo(0.3, within(3 * 0.00459));
    assertThat(faults.fate(B, A, random)).isEqualTo(Fate.IN_TIME);
  }

  @Test
  void eachOfTwoCopiesIsLostAndDelayedOnItsOwn() {
    FaultSet faults =
        set(
            new Fault.Loss<>(new Path.Everywhere<>(), 0.5),
            new Fault.Delay<>(
                new Path.Everywhere<>(), Duration.ofMillis(50), Duration.ofMillis(50)),
            new Fault.Duplicate<>(new Path.Everywhere<>(), 1));
    SplittableRandom random = new SplittableRandom(6);

    assertThat(share(faults, random, Fate::isLost)).isEqualTo(0.25, within(3 * 0.00433));
    assertThat(
            Stream.generate(() -> faults.fate(A, B, random))
                .filter(fate -> fate.arrivals().size() == 2)
                .limit(100))
        .allMatch(fate -> !fate.arrivals().get(0).equals(fate.arrivals().get(1)));
  }

  @Test
  void severalFaultsMakeNoMoreThanTwoCopies() {
    FaultSet faults =
        set(
            new Fault.Duplicate<>(new Path.Everywhere<>(), 1),
            new Fault.Duplicate<>(new Path.Around<>(Set.of(A)), 1));

    assertThat(faults.fate(A, B, new SplittableRandom(7)))
        .isEqualTo(new Fate(List.of(Duration.ZERO, Duration.ZERO)));
  }

  @Test
  void whoeverGetsNoAnswerIsToldOfTheFault() {
    assertThat(Fate.noAnswerWithin(Duration.ofSeconds(1)))
        .isEqualTo(
            new Failure(
                Failure.Kind.TIMED_OUT,
                "no answer within 1000 ms, because of a fault in force on the path"));
  }

  private static double share(FaultSet faults, SplittableRandom random, Predicate<Fate> test) {
    return Stream.generate(() -> faults.fate(A, B, random)).limit(10_000).filter(test).count()
        / 10_000.0;
  }

  @Test
  void messagesOnOtherPathsArriveInTime() {
    FaultSet faults = set(new Fault.Block<>(new Path.OneWay<>(A, B)), new Fault.Freeze<>(B));
    SplittableRandom random = new SplittableRandom(4);

    assertThat(faults.fate(A, B, random)).isEqualTo(Fate.LOST);
    assertThat(faults.fate(B, A, random)).isEqualTo(Fate.IN_TIME);
  }

  @Test
  void onlyTheNamedPeerIsFrozen() {
    FaultSet faults = set(new Fault.Freeze<>(B));

    assertThat(Stream.of(A, B, C).map(faults::isFrozen)).containsExactly(false, true, false);
  }

  private static Duration late(Fate fate) {
    return fate.arrivals().getFirst();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static FaultSet set(Fault<PeerAddress>... faults) {
    return new FaultSet(List.of(faults));
  }
}

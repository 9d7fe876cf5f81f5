package p2pgossip.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Faults whose peers have names, and numbers once they are in force.
class FaultTest {

  private static final Map<String, List<Integer>> NUMBERS =
      Map.of("ann", List.of(1), "bob", List.of(2), "the rest", List.of(3, 4));

  private static List<Fault<Integer>> inForce(Fault<String> planned) {
    return planned.map(name -> NUMBERS.getOrDefault(name, List.of())).toList();
  }

  @Test
  void eachPeerThatANameStandsForIsFrozenOnItsOwn() {
    assertThat(inForce(new Fault.Freeze<>("the rest")))
        .containsExactly(new Fault.Freeze<>(3), new Fault.Freeze<>(4));
  }

  @Test
  void aFaultKeepsItsValuesOnItsPath() {
    assertThat(inForce(new Fault.Loss<>(new Path.OneWay<>("ann", "bob"), 0.3)))
        .containsExactly(new Fault.Loss<>(new Path.OneWay<>(1, 2), 0.3));
    assertThat(inForce(new Fault.Duplicate<>(new Path.Everywhere<>(), 0.2)))
        .containsExactly(new Fault.Duplicate<>(new Path.Everywhere<>(), 0.2));
  }

  @Test
  void aPathBetweenSeveralPeersIsOnePathForEachPair() {
    assertThat(inForce(new Fault.Block<>(new Path.Between<>("ann", "the rest"))))
        .containsExactly(
            new Fault.Block<>(new Path.Between<>(1, 3)),
            new Fault.Block<>(new Path.Between<>(1, 4)));
  }

  @Test
  void sidesAndGroupsTakeInAllThatTheirNamesStandFor() {
    assertThat(inForce(new Fault.Block<>(new Path.Around<>(Set.of("ann", "the rest")))))
        .containsExactly(new Fault.Block<>(new Path.Around<>(Set.of(1, 3, 4))));
    assertThat(inForce(new Fault.Partition<>(List.of(Set.of("ann", "bob"), Set.of("the rest")))))
        .containsExactly(new Fault.Partition<>(List.of(Set.of(1, 2), Set.of(3, 4))));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void aShareIsFromZeroToOne(double share) {
    assertThatThrownBy(() -> new Fault.Loss<>(new Path.Everywhere<String>(), share))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Fault.Duplicate<>(new Path.Everywhere<String>(), share))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void valuesThatDoNotFitTogetherAreRefusedInWords() {
    Path<String> everywhere = new Path.Everywhere<>();
    assertThatThrownBy(
            () -> new Fault.Delay<>(everywhere, Duration.ofMillis(1), Duration.ofMillis(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a jitter of 2 ms is not between 0 and the delay of 1 ms");
    assertThatThrownBy(
            () -> new Fault.Delay<>(everywhere, Duration.ofMillis(60_001), Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a delay of 60001 ms is not between 0 and 60000 ms");
    assertThatThrownBy(() -> new Fault.Partition<>(List.of(Set.of("ann"), Set.of("ann", "bob"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a peer can't be on two sides of a partition");
  }
}

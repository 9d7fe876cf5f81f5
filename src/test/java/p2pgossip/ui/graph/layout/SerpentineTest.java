package p2pgossip.ui.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.ui.graph.layout.SettlingSpringBox.Place;

class SerpentineTest {

  /// Nodes one unit apart, round (0, 0).
  private static Place[] chain(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Place(i - (count - 1) / 2.0, 0))
        .toArray(Place[]::new);
  }

  private static Place[] turned(Place[] places) {
    return Arrays.stream(places).map(it -> new Place(it.y(), it.x())).toArray(Place[]::new);
  }

  private static double apart(Place one, Place other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }

  private static double reach(Place[] places, ToDoubleFunction<Place> of) {
    var all = Arrays.stream(places).mapToDouble(of).summaryStatistics();
    return all.getMax() - all.getMin();
  }

  @ParameterizedTest
  @CsvSource({"24, 1", "24, 2", "60, 1", "60, 1.5", "60, 2", "200, 1", "200, 1.5"})
  void fillsThePaneWithAChainAndKeepsItsDistances(int count, double aspect) {
    Place[] places = Serpentine.fold(chain(count), aspect).orElseThrow();
    double width = reach(places, Place::x);
    double height = reach(places, Place::y);

    assertThat(width / height).isCloseTo(aspect, Percentage.withPercentage(15));
    assertThat(width).isLessThan((count - 1) / 1.5);
    for (int one = 1; one < count; one++) {
      assertThat(apart(places[one - 1], places[one])).isBetween(0.85, 1.01);
      for (int other = 0; other < one - 4; other++) {
        assertThat(apart(places[one], places[other])).isGreaterThan(1.9);
      }
    }
  }

  @Test
  void keepsNodesBesideThePathBesideIt() {
    Place[] ladder = new Place[80];
    for (int i = 0; i < ladder.length; i++) {
      ladder[i] = new Place(i / 2, i % 2 == 0 ? -0.5 : 0.5);
    }
    Place[] places = Serpentine.fold(ladder, 1).orElseThrow();

    for (int i = 0; i < places.length; i += 2) {
      assertThat(apart(places[i], places[i + 1])).isCloseTo(1, Percentage.withPercentage(1));
    }
  }

  @Test
  void fillsAHighPaneWithAHighGraph() {
    Place[] wide = Serpentine.fold(chain(24), 2).orElseThrow();
    Place[] high = Serpentine.fold(turned(chain(24)), 0.5).orElseThrow();

    assertThat(high).containsExactly(turned(wide));
  }

  @Test
  void leavesAShortOrBroadGraphAsItIs() {
    Place[] ring =
        IntStream.range(0, 24)
            .mapToObj(i -> Math.TAU * i / 24)
            .map(angle -> new Place(4 * Math.cos(angle), 4 * Math.sin(angle)))
            .toArray(Place[]::new);

    assertThat(Serpentine.fold(chain(6), 1)).isEqualTo(Optional.empty());
    assertThat(Serpentine.fold(ring, 1)).isEqualTo(Optional.empty());
    assertThat(Serpentine.fold(ring, 2)).isEqualTo(Optional.empty());
    assertThat(Serpentine.fold(new Place[] {new Place(0, 0)}, 1)).isEqualTo(Optional.empty());
  }
}

package p2pgossip.ui.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.graph.layout.SettlingSpringBox.Place;

class CrossingsTest {

  private static final int[][] RING = {{1, 3}, {0, 2}, {1, 3}, {2, 0}};

  @Test
  void countsEachPairOfLinksThatCrossOnce() {
    Place a = new Place(0, 0);
    Place b = new Place(1, 0);
    Place c = new Place(1, 1);
    Place d = new Place(0, 1);

    assertThat(Crossings.count(RING, List.of(a, b, c, d))).isZero();
    assertThat(Crossings.count(RING, List.of(a, c, b, d))).isEqualTo(1);
    assertThat(
            Crossings.count(
                new int[][] {{1, 2, 3}, {0, 2, 3}, {0, 1, 3}, {0, 1, 2}}, List.of(a, b, c, d)))
        .isEqualTo(1);
  }
}

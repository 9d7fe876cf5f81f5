package p2pgossip.ui.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.graph.layout.SettlingSpringBox.Place;

class ArrangementTest {

  private final Random random = new Random(1);

  private static int[][] ring(int count) {
    int[][] neighbors = new int[count][];
    for (int i = 0; i < count; i++) {
      neighbors[i] = new int[] {(i + 1) % count, (i + count - 1) % count};
    }
    return neighbors;
  }

  private static int[][] star(int leaves) {
    int[][] neighbors = new int[leaves + 1][];
    neighbors[0] = new int[leaves];
    for (int leaf = 1; leaf <= leaves; leaf++) {
      neighbors[0][leaf - 1] = leaf;
      neighbors[leaf] = new int[] {0};
    }
    return neighbors;
  }

  private static double apart(Place one, Place other) {
    return Math.hypot(one.x() - other.x(), one.y() - other.y());
  }

  @Test
  void makesACircleOfARing() {
    Place[] places = Arrangement.of(ring(24), true, random);
    double radius = apart(places[0], new Place(0, 0));

    assertThat(radius).isBetween(2.5, 5.0);
    for (int i = 0; i < places.length; i++) {
      assertThat(apart(places[i], new Place(0, 0))).isCloseTo(radius, Offset.offset(0.1 * radius));
      assertThat(apart(places[i], places[(i + 1) % 24]))
          .isCloseTo(2 * radius * Math.sin(Math.PI / 24), Offset.offset(0.2));
    }
  }

  @Test
  void partsNodesWithTheSameNeighbors() {
    Place[] places = Arrangement.of(star(8), true, random);

    for (int one = 0; one < places.length; one++) {
      for (int other = 0; other < one; other++) {
        assertThat(apart(places[one], places[other])).isGreaterThan(0.3);
      }
    }
  }

  @Test
  void isWideOrHighAsAsked() {
    int[][] chain = {{1}, {0, 2}, {1, 3}, {2, 4}, {3}};
    Place[] wide = Arrangement.of(chain, true, random);
    Place[] high = Arrangement.of(chain, false, random);

    assertThat(Math.abs(wide[0].x() - wide[4].x())).isGreaterThan(3);
    assertThat(Math.abs(high[0].y() - high[4].y())).isGreaterThan(3);
  }

  @Test
  void stretchesALittleToFillThePane() {
    Place[] square = {new Place(-1, -1), new Place(1, 1)};
    Place[] flat = {new Place(-2, 0), new Place(2, 0)};

    assertThat(Arrangement.stretched(square, 1.2))
        .containsExactly(new Place(-1.2, -1), new Place(1.2, 1));
    assertThat(Arrangement.stretched(square, 2))
        .containsExactly(new Place(-1.5, -1), new Place(1.5, 1));
    assertThat(Arrangement.stretched(square, 0.5))
        .containsExactly(new Place(-1, -1.5), new Place(1, 1.5));
    assertThat(Arrangement.stretched(flat, 1)).containsExactly(flat);
  }

  @Test
  void keepsUnlinkedPartsBesideOneAnother() {
    int[][] neighbors = {{1}, {0}, {3}, {2}, {}};
    Place[] places = Arrangement.of(neighbors, true, random);

    assertThat(apart(places[0], places[1])).isLessThan(2);
    for (Place place : places) {
      assertThat(apart(place, new Place(0, 0))).isBetween(0.1, 5.0);
    }
  }
}

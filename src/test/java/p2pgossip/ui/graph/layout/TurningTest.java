package p2pgossip.ui.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.ui.graph.layout.SettlingSpringBox.Place;

class TurningTest {

  /// An L, which differs from its mirror image.
  private static final Place[] SHAPE = {
    new Place(-1, -2), new Place(-1, -1), new Place(-1, 0), new Place(-1, 1), new Place(4, 2)
  };

  private static void assertSame(Place[] places, List<Place> expected) {
    for (int i = 0; i < places.length; i++) {
      assertThat(places[i].x()).isCloseTo(expected.get(i).x(), Offset.offset(1e-9));
      assertThat(places[i].y()).isCloseTo(expected.get(i).y(), Offset.offset(1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource({"false, 0", "false, 1.1", "false, -2.9", "true, 0", "true, 0.4", "true, 3"})
  void findsTheRotationOfTheOldPlaces(boolean mirrored, double angle) {
    List<Place> now = List.of(new Turning(mirrored, angle).of(SHAPE));

    assertSame(Turning.towards(SHAPE, now).of(SHAPE), now);
  }

  @ParameterizedTest
  @CsvSource({"false, 0", "false, 0.7", "false, 2.6", "true, 0.3", "true, -2.5"})
  void keepsAWideGraphWide(boolean mirrored, double angle) {
    List<Place> now = List.of(new Turning(mirrored, angle).of(SHAPE));
    double upright = Math.abs(angle) < Math.PI / 2 ? 0 : Math.PI;

    assertSame(
        Turning.uprightTowards(SHAPE, now).of(SHAPE),
        List.of(new Turning(mirrored, upright).of(SHAPE)));
  }

  @Test
  void turnsNothingIfAllNodesAreAtOnePoint() {
    List<Place> now = List.of(new Place(0, 0), new Place(0, 0));
    Place[] places = {new Place(-1, 0), new Place(1, 0)};

    assertSame(Turning.towards(places, now).of(places), List.of(places));
  }
}

package p2pgossip.ui.graph.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.network.Role;
import p2pgossip.testing.Screen;
import p2pgossip.ui.graph.GraphInWindow;
import p2pgossip.ui.graph.model.SampleNetwork;
import p2pgossip.ui.theme.RolePalette;

/// Checks the strokes of links of each kind. Lengths are in pixels.
class LinkPainterTest extends GraphInWindow {

  /// What peers and arrowheads take at the ends.
  private static final double ENDS = 34;

  private static final double STEP = 0.25;

  /// A dot of 2 pixels with smoothed ends.
  private static final double LONGEST_DOT = 4.5;

  private static final double SHORTEST_DASH = 7;

  LinkPainterTest() {
    super(700, 500);
  }

  /// The lengths of the strokes of the link between two peers, in order.
  private List<Double> strokes(SampleNetwork network, boolean dark) {
    robot.interact(
        () -> {
          pane.setDark(dark);
          pane.show(network.picture());
          pane.zoom(2.5);
        });
    graph.rest();
    WritableImage picture = Screen.see(() -> pane.snapshot(null, null));
    Color background = RolePalette.of(dark).background();
    Point2D from = graph.within(8080);
    Point2D way = graph.within(8081).subtract(from);
    List<Double> strokes = new ArrayList<>();
    double stroke = 0;
    for (double at = ENDS; at < way.magnitude() - ENDS; at += STEP) {
      Point2D point = from.add(way.normalize().multiply(at));
      Color color = picture.getPixelReader().getColor((int) point.getX(), (int) point.getY());
      if (Math.abs(color.getBrightness() - background.getBrightness()) > 0.12) {
        stroke += STEP;
      } else if (stroke > 0) {
        strokes.add(stroke);
        stroke = 0;
      }
    }
    if (stroke > 0) {
      strokes.add(stroke);
    }
    return strokes;
  }

  private static SampleNetwork two() {
    return new SampleNetwork().node(8080, Role.SELF).node(8081, Role.CONNECTED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void drawsDashesAndDotsForAnUnsureLink(boolean dark) {
    List<Double> strokes = strokes(two().unsure(8080, 8081), dark);

    // The first and the last stroke may be cut off.
    List<Double> whole = strokes.subList(1, strokes.size() - 1);
    assertThat(whole).hasSizeGreaterThan(4);
    for (int i = 1; i < whole.size(); i++) {
      double longer = Math.max(whole.get(i - 1), whole.get(i));
      double shorter = Math.min(whole.get(i - 1), whole.get(i));
      assertThat(longer).as("in %s", whole).isGreaterThan(SHORTEST_DASH);
      assertThat(shorter).as("in %s", whole).isLessThan(LONGEST_DOT);
    }
  }

  @Test
  void drawsDashesForAOneWayLink() {
    List<Double> strokes = strokes(two().oneWay(8080, 8081), false);

    assertThat(strokes).hasSizeGreaterThan(4).allMatch(stroke -> stroke < SHORTEST_DASH);
    assertThat(strokes.subList(1, strokes.size() - 1)).allMatch(stroke -> stroke > LONGEST_DOT);
  }

  @Test
  void drawsASolidLineForAMutualLink() {
    assertThat(strokes(two().mutual(8080, 8081), false)).hasSize(1);
  }
}

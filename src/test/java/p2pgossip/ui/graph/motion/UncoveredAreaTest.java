package p2pgossip.ui.graph.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.ui.draw.Box;
import p2pgossip.ui.graph.motion.Viewpoint.Bounds;
import p2pgossip.ui.graph.motion.Viewpoint.Frame;

class UncoveredAreaTest {

  private static final Bounds SQUARE = new Bounds(-10, -10, 10, 10);

  private static Frame pane(double width, double height) {
    return new Frame(width, height, 34, 52, 34, 52);
  }

  /// Peers on the corners and the edges, and some inside.
  private static List<Point2D> peers(int count) {
    SplittableRandom random = new SplittableRandom(count);
    List<Point2D> peers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = i < 4 ? (i % 2 == 0 ? -10 : 10) : random.nextDouble(-10, 10);
      double y = i < 4 ? (i < 2 ? -10 : 10) : random.nextDouble(-10, 10);
      peers.add(new Point2D(x, y));
    }
    return peers;
  }

  private static long hidden(Frame frame, UncoveredArea area, List<Point2D> peers) {
    Viewpoint viewpoint = new Viewpoint();
    viewpoint.fit(SQUARE, frame);
    return peers.stream()
        .filter(
            peer ->
                area.isCovered(
                    viewpoint.aimedX(peer.getX(), frame.width()),
                    viewpoint.aimedY(peer.getY(), frame.height())))
        .count();
  }

  @ParameterizedTest
  @CsvSource({
    "620, 600, 220, 400, 100",
    "420, 320, 210, 100, 24",
    "620, 300, 210, 180, 24",
    "560, 270, 300, 150, 8",
    "400, 600, 210, 300, 100"
  })
  void leavesNoPeerUnderTheLegendOrTheButtons(
      double width, double height, double legendWidth, double legendHeight, int count) {
    List<Point2D> peers = peers(count);
    UncoveredArea area =
        new UncoveredArea(
            width,
            height,
            List.of(
                new Box(10, height - legendHeight - 10, legendWidth, legendHeight),
                new Box(width - 44, height - 100, 34, 90)));
    Frame whole = pane(width, height);
    Frame chosen = area.largest(whole, SQUARE, peers);

    assertThat(hidden(whole, area, peers)).isPositive();
    assertThat(hidden(chosen, area, peers)).isZero();
  }

  @Test
  void takesTheWholePaneIfNoPeerIsCovered() {
    UncoveredArea area = new UncoveredArea(1_280, 600, List.of(new Box(10, 500, 100, 90)));
    List<Point2D> peers = List.of(new Point2D(0, 10), new Point2D(10, 0), new Point2D(0, -10));

    assertThat(area.largest(pane(1_280, 600), SQUARE, peers)).isEqualTo(pane(1_280, 600));
  }

  @Test
  void coversTheFewestPeersIfThereIsNoRoomForAll() {
    UncoveredArea area = new UncoveredArea(200, 160, List.of(new Box(0, 20, 190, 140)));
    List<Point2D> peers = peers(24);
    Frame chosen = area.largest(pane(200, 160), SQUARE, peers);

    assertThat(hidden(chosen, area, peers))
        .isLessThanOrEqualTo(hidden(pane(200, 160), area, peers));
  }
}

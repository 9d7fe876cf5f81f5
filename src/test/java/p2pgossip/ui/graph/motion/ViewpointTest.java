package p2pgossip.ui.graph.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import p2pgossip.ui.graph.motion.Viewpoint.Bounds;
import p2pgossip.ui.graph.motion.Viewpoint.Frame;
import p2pgossip.ui.graph.paint.Projection;

class ViewpointTest {

  private static final Frame FRAME = new Frame(600, 400, 50, 50, 50, 50);
  private static final Bounds WIDE = new Bounds(-5, -2, 5, 2);

  private final Viewpoint viewpoint = new Viewpoint();

  @Test
  void fitsTheWholeGraphIntoTheFrame() {
    viewpoint.fit(WIDE, FRAME);
    viewpoint.arrive();

    assertThat(viewpoint.scale()).isEqualTo(50);
    assertThat(viewpoint.x()).isZero();
    assertThat(viewpoint.y()).isZero();
  }

  @Test
  void doesNotEnlargeAFewPeersToFillThePane() {
    viewpoint.fit(new Bounds(0, 0, 0.01, 0.01), FRAME);
    viewpoint.arrive();

    assertThat(viewpoint.scale()).isLessThan(150);
  }

  @Test
  void keepsClearOfWhatLiesOverTheLeftSide() {
    viewpoint.fit(WIDE, new Frame(600, 400, 50, 50, 50, 150));
    viewpoint.arrive();

    double leftEdge = 300 + (-5 - viewpoint.x()) * viewpoint.scale();
    assertThat(leftEdge).isCloseTo(150, within(1e-6));
  }

  @Test
  void staysInPlaceWhileTheWholeGraphIsInView() {
    viewpoint.fit(WIDE, FRAME);

    assertThat(viewpoint.needsFit(WIDE, FRAME)).isFalse();
    assertThat(viewpoint.needsFit(new Bounds(-4.2, -2, 5, 1.8), FRAME)).isFalse();
  }

  @Test
  void movesIfTheGraphOutgrowsTheFrameOrShrinksALot() {
    viewpoint.fit(WIDE, FRAME);

    assertThat(viewpoint.needsFit(new Bounds(-5, -2, 7, 2), FRAME)).isTrue();
    assertThat(viewpoint.needsFit(new Bounds(-3, -2, 3, 2), FRAME)).isTrue();
  }

  @Test
  void mapsWhatIsFittedToTheFrame() {
    viewpoint.stretchTo(2);
    viewpoint.fit(WIDE, FRAME);
    viewpoint.arrive();
    Projection projection = viewpoint.projection(600, 400, 10);

    // The bounds are those of the stretched graph.
    assertThat(projection.pixelX(-2.5)).isCloseTo(50, within(1e-9));
    assertThat(projection.pixelX(2.5)).isCloseTo(550, within(1e-9));
    assertThat(projection.pixelY(2)).isCloseTo(100, within(1e-9));
    assertThat(projection.pixelY(-2)).isCloseTo(300, within(1e-9));
  }

  @Test
  void drawsManyPeersSmaller() {
    viewpoint.fit(new Bounds(-50, -20, 50, 20), FRAME);
    viewpoint.arrive();

    assertThat(viewpoint.projection(600, 400, 40).glyphs()).isEqualTo(0.75);
    assertThat(viewpoint.projection(600, 400, 41).glyphs()).isEqualTo(0.42);
  }

  @Test
  void zoomsRoundThePointer() {
    double before = viewpoint.x() + 100 / viewpoint.scale();
    viewpoint.zoom(2, 100, 0);
    viewpoint.arrive();

    assertThat(viewpoint.x() + 100 / viewpoint.scale()).isCloseTo(before, within(1e-9));
  }

  @Test
  void movesWithThePointer() {
    viewpoint.drag(viewpoint.scale(), 0);

    assertThat(viewpoint.x()).isEqualTo(-1);
  }

  @Test
  void easesToItsAimAndThenRests() {
    viewpoint.pan(100, 0);
    double halfway = 0;
    int frames = 0;
    while (viewpoint.ease(1 / 60.0)) {
      frames++;
      if (frames == 8) {
        halfway = viewpoint.x();
      }
    }

    assertThat(viewpoint.x()).isCloseTo(-100 / viewpoint.scale(), within(1e-9));
    assertThat(halfway).isNegative().isGreaterThan(viewpoint.x());
    assertThat(frames).isBetween(30, 200);
  }
}

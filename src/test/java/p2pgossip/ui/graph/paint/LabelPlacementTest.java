package p2pgossip.ui.graph.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.draw.Box;
import p2pgossip.ui.draw.Line;
import p2pgossip.ui.graph.paint.LabelPlacement.Placed;

class LabelPlacementTest {

  private static final int RIGHT = 0;
  private static final int BELOW = 2;

  private final LabelPlacement placement = new LabelPlacement(200, 100, false);

  @Test
  void putsALabelOnThePreferredSide() {
    assertThat(placement.place(100, 50, 10, 40, 16, RIGHT, false))
        .isEqualTo(new Placed(new Box(113, 42, 40, 16), RIGHT));
    assertThat(placement.place(100, 50, 10, 40, 16, BELOW, false))
        .isEqualTo(new Placed(new Box(80, 63, 40, 16), BELOW));
  }

  @Test
  void goesRoundTheNodeIfThePreferredSideIsTaken() {
    placement.block(130, 46, 8);

    Placed label = placement.place(100, 50, 10, 40, 16, RIGHT, false);

    assertThat(label).isNotNull().extracting(Placed::side).isEqualTo(1);
  }

  @Test
  void staysWithinThePane() {
    Placed label = placement.place(195, 50, 10, 40, 16, RIGHT, false);

    assertThat(label).isNotNull();
    assertThat(label.box().right()).isLessThanOrEqualTo(200);
  }

  @Test
  void keepsOffALine() {
    placement.block(new Line(0, 50, 200, 50));

    Placed label = placement.place(100, 50, 10, 40, 16, RIGHT, false);

    assertThat(label).isNotNull().extracting(Placed::side).isEqualTo(1);
  }

  @Test
  void coversALineOnlyIfItMay() {
    LabelPlacement generous = new LabelPlacement(60, 60, true);
    LabelPlacement strict = new LabelPlacement(60, 60, false);
    for (int y = 0; y <= 60; y += 6) {
      generous.block(new Line(0, y, 60, y));
      strict.block(new Line(0, y, 60, y));
    }

    assertThat(generous.place(10, 30, 5, 30, 16, RIGHT, false))
        .isEqualTo(new Placed(new Box(18, 22, 30, 16), RIGHT));
    assertThat(strict.place(10, 30, 5, 30, 16, RIGHT, false)).isNull();
  }

  @Test
  void leavesOutALabelThatHasNoRoom() {
    placement.block(100, 50, 100);

    assertThat(placement.place(100, 50, 10, 40, 16, RIGHT, false)).isNull();
  }

  @Test
  void placesAnImportantLabelWithinThePaneEvenWithoutRoom() {
    placement.block(100, 50, 100);

    assertThat(placement.place(190, 50, 10, 40, 16, RIGHT, true))
        .isEqualTo(new Placed(new Box(160, 42, 40, 16), RIGHT));
  }

  @Test
  void neverLetsLabelsOverlapEachOther() {
    Random random = new Random(1);
    List<Box> placed = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Placed label =
          placement.place(
              random.nextInt(200), random.nextInt(100), 5, 30, 14, random.nextInt(8), false);
      if (label != null) {
        assertThat(placed).noneMatch(label.box()::overlaps);
        placed.add(label.box());
      }
    }
    assertThat(placed).hasSizeGreaterThan(5);
  }
}

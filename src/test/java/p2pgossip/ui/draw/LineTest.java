package p2pgossip.ui.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import p2pgossip.ui.graph.input.Lasso;

class LineTest {

  private final Line line = new Line(0, 0, 10, 0);

  @Test
  void measuresTheDistanceFromItsNearestPoint() {
    assertThat(line.distance(5, 3)).isCloseTo(3, within(1e-9));
    assertThat(line.distance(13, 4)).isCloseTo(5, within(1e-9));
    assertThat(new Line(2, 2, 2, 2).distance(5, 6)).isCloseTo(5, within(1e-9));
  }

  @Test
  void isCutIntoPieces() {
    assertThat(line.piece(0.2, 0.7)).isEqualTo(new Line(2, 0, 7, 0));
    assertThat(line.piece(1, 0)).isEqualTo(new Line(10, 0, 0, 0));
  }

  @Test
  void aLassoEnclosesWhatIsInsideAndNotABay() {
    double[] horseshoe = {0, 0, 30, 0, 30, 30, 20, 30, 20, 10, 10, 10, 10, 30, 0, 30};

    assertThat(Lasso.encloses(horseshoe, 5, 20)).isTrue();
    assertThat(Lasso.encloses(horseshoe, 25, 20)).isTrue();
    assertThat(Lasso.encloses(horseshoe, 15, 5)).isTrue();
    assertThat(Lasso.encloses(horseshoe, 15, 20)).isFalse();
    assertThat(Lasso.encloses(horseshoe, 40, 5)).isFalse();
    assertThat(Lasso.encloses(new double[] {3, 3}, 3, 3)).isFalse();
  }
}

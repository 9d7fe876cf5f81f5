package p2pgossip.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.spread.SpreadView;

class SeriesStylesTest {

  private final SeriesStyles styles = new SeriesStyles();

  @Test
  void givesEachSpreadALookOfItsOwn() {
    assertThat(styles.assign(List.of("a", "b", "c")))
        .isEqualTo(Map.of("a", SeriesLook.FIRST, "b", SeriesLook.SECOND, "c", SeriesLook.THIRD));
  }

  @Test
  void letsASpreadKeepItsLookWhateverGoesBesideIt() {
    styles.assign(List.of("a", "b", "c"));

    assertThat(styles.assign(List.of("c", "b")))
        .isEqualTo(Map.of("c", SeriesLook.THIRD, "b", SeriesLook.SECOND));
  }

  @Test
  void givesAFreeLookToTheNextThatComes() {
    styles.assign(List.of("a", "b"));
    styles.assign(List.of("b"));

    assertThat(styles.assign(List.of("b", "d")))
        .isEqualTo(Map.of("b", SeriesLook.SECOND, "d", SeriesLook.FIRST));
  }

  @Test
  void leavesOutWhatIsBeyondTheLooks() {
    assertThat(styles.assign(List.of("a", "b", "c", "d", "e", "f", "g")))
        .hasSize(SpreadView.MOST_SHOWN)
        .doesNotContainKey("g");
  }
}

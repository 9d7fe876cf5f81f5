package p2pgossip.ui.spread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LooksTest {

  private final Looks looks = new Looks();

  @Test
  void givesEachSpreadALookOfItsOwn() {
    assertThat(looks.assign(List.of("a", "b", "c")))
        .isEqualTo(Map.of("a", SeriesLook.FIRST, "b", SeriesLook.SECOND, "c", SeriesLook.THIRD));
  }

  @Test
  void letsASpreadKeepItsLookWhateverGoesBesideIt() {
    looks.assign(List.of("a", "b", "c"));

    assertThat(looks.assign(List.of("c", "b")))
        .isEqualTo(Map.of("c", SeriesLook.THIRD, "b", SeriesLook.SECOND));
  }

  @Test
  void givesAFreeLookToTheNextThatComes() {
    looks.assign(List.of("a", "b"));
    looks.assign(List.of("b"));

    assertThat(looks.assign(List.of("b", "d")))
        .isEqualTo(Map.of("b", SeriesLook.SECOND, "d", SeriesLook.FIRST));
  }

  @Test
  void leavesOutWhatIsBeyondTheLooks() {
    assertThat(looks.assign(List.of("a", "b", "c", "d", "e", "f", "g")))
        .hasSize(SpreadView.MOST_SHOWN)
        .doesNotContainKey("g");
  }
}

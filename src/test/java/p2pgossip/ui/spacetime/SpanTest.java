package p2pgossip.ui.spacetime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpanTest {

  private static final Span WHOLE = new Span(0, 10);

  @Test
  void keepsTheAnchorWhereItWas() {
    assertThat(WHOLE.zoom(2, 4, 0.1, 100)).isEqualTo(new Span(2, 7));
    assertThat(new Span(2, 7).zoom(0.5, 4, 0.1, 100)).isEqualTo(WHOLE);
  }

  @Test
  void isZoomedNeitherTooFarInNorTooFarOut() {
    assertThat(WHOLE.zoom(1_000, 5, 1, 100)).isEqualTo(new Span(4.5, 5.5));
    assertThat(WHOLE.zoom(0.001, 5, 1, 20)).isEqualTo(new Span(-5, 15));
  }

  @Test
  void movesAsLittleAsPossibleToLieWithin() {
    assertThat(new Span(-2, 1).within(WHOLE)).isEqualTo(new Span(0, 3));
    assertThat(new Span(8, 12).within(WHOLE)).isEqualTo(new Span(6, 10));
    assertThat(new Span(3, 4).within(WHOLE)).isEqualTo(new Span(3, 4));
    assertThat(new Span(-1, 12).within(WHOLE)).isEqualTo(WHOLE);
  }
}

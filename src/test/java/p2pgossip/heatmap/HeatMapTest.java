package p2pgossip.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.heatmap.HeatMapLayout.Cell;
import p2pgossip.heatmap.HeatMapLayout.Words;

class HeatMapTest {

  private static final double LETTER = 7;

  private static HeatMap map(boolean share, Double... values) {
    return new HeatMap(
        "a trial",
        "Lost, %",
        List.of("0", "50", "80"),
        "Wiring",
        List.of("ring", "a wiring whose name is rather long"),
        "Reached",
        share,
        List.of(List.of(values).subList(0, 3), List.of(values).subList(3, 6)));
  }

  private static HeatMapLayout laidOut(HeatMap map, double width, double height) {
    return HeatMapLayout.of(map, width, height, text -> LETTER * text.length());
  }

  /// Lightness as in CIE 1976, 0 to 100.
  private static double lightness(double part) {
    return 116 * Math.cbrt(Viridis.luminance(Viridis.rgb(part))) - 16;
  }

  @Test
  void theColoursGrowEvenlyInLightness() {
    double dark = lightness(0);
    double light = lightness(1);
    List<Double> off = new ArrayList<>();
    for (int step = 1; step <= 100; step++) {
      double now = lightness(step / 100.0);
      assertThat(now).isGreaterThan(lightness((step - 1) / 100.0));
      off.add(Math.abs(now - dark - (light - dark) * step / 100));
    }

    assertThat(light - dark).isGreaterThan(70);
    assertThat(off).allMatch(it -> it < 3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9, 1})
  void theFiguresCanBeReadOnEachColour(double part) {
    int rgb = Viridis.rgb(part);
    double ground = Viridis.luminance(rgb);
    double ink = Viridis.takesBlack(rgb) ? 0 : 1;

    double contrast = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
    // WCAG 2.2, level AA.
    assertThat(contrast).isGreaterThan(4.5);
  }

  @Test
  void sharesHaveTheWholeRangeUnlessTheyDifferByLittle() {
    assertThat(map(true, 0.1, 0.9, 0.2, 0.3, Double.NaN, 0.5).scale())
        .isEqualTo(new HeatScale(0, 1));
    assertThat(map(true, 0.001, 0.03, 0.02, 0.01, 0.01, 0.01).scale())
        .isEqualTo(new HeatScale(0.001, 0.03));
    assertThat(map(false, 2.0, 9.0, 2.5, 3.0, Double.NaN, 5.0).scale())
        .isEqualTo(new HeatScale(2, 9));
  }

  @Test
  void theLowestRowIsTheFirstAndTheCellsFillTheirRoom() {
    HeatMapLayout layout = laidOut(map(true, 0.0, 0.5, 1.0, 0.25, Double.NaN, 0.75), 500, 300);
    Cell first = layout.cells().getFirst();
    Cell last = layout.cells().getLast();

    assertThat(first.y()).isGreaterThan(last.y());
    assertThat(first.x()).isEqualTo(layout.left());
    assertThat(last.x() + last.width()).isCloseTo(layout.right(), within(1.5));
    assertThat(layout.cells())
        .extracting(Cell::part)
        .containsExactly(0.0, 0.5, 1.0, 0.25, Double.NaN, 0.75);
    assertThat(layout.cells())
        .extracting(Cell::figure)
        .containsExactly("0", "50.0", "100", "25.0", "–", "75.0");
    assertThat(layout.words()).extracting(Words::text).contains("Lost, %", "Wiring", "0", "100");
    assertThat(layout.shades()).isNotEmpty();
  }

  @Test
  void whatHasNoRoomIsShortenedOrLeftOut() {
    HeatMapLayout layout = laidOut(map(false, 0.0, 0.5, 1.0, 0.25, 0.3, 0.75), 90, 200);

    assertThat(layout.cells()).extracting(Cell::figure).containsOnly("");
    assertThat(layout.words())
        .extracting(Words::text)
        .anyMatch(text -> text.startsWith("a w") && text.endsWith("…"));
  }

  @Test
  void aMapWithoutAnyValueHasNoScale() {
    Double none = Double.NaN;

    assertThat(laidOut(map(true, none, none, none, none, none, none), 500, 300).shades()).isEmpty();
  }
}

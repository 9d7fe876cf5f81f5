package p2pgossip.ui.spacetime;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.spread.SampleSpread.at;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;
import p2pgossip.network.CopyTrip.Fate;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.Spread;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Screen;
import p2pgossip.ui.draw.Svg;
import p2pgossip.ui.spread.SampleSpread;

/// The space-time diagram as a drawing of vectors, compared with the spread that it shows.
@ExtendWith(OnScreen.class)
class DiagramSketchTest {

  @SuppressWarnings("NullAway.Init")
  private SpaceTimePane pane;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    pane = new SpaceTimePane();
    stage.setScene(new Scene(pane, 900, 500));
    stage.show();
  }

  private Svg draw(Spread spread) {
    return Screen.see(
        () -> {
          pane.show(
              new SpaceTimeView(
                  MeasuredSpread.of(spread, at(9), _ -> false),
                  IntStream.range(0, spread.population()).mapToObj(SampleSpread::peer).toList(),
                  List.of(),
                  at(9),
                  true));
          pane.layout();
          return Svg.of(pane.sketch());
        });
  }

  private static long count(Spread spread, Fate fate) {
    return spread.trips().stream().filter(trip -> trip.fate() == fate).count();
  }

  @Test
  void hasEveryCopyAndNoControls() {
    Spread spread = SampleSpread.push("Psst", 12, 6, 1, 0.2, 5);

    Svg svg = draw(spread);

    // The dashed line of the legend is one more.
    assertThat(svg.count("//line[@stroke-dasharray='5 4']"))
        .isEqualTo((int) count(spread, Fate.DUPLICATE) + 1);
    assertThat(svg.texts("//text"))
        .contains("first heard", "news", "duplicate", "lost", ":8080")
        .doesNotContain("By hearing", "By address");
    assertThat(svg.texts("/svg/desc"))
        .containsExactly("Space-time diagram, 12 peers, " + spread.trips().size() + " copies");
  }

  /// On the screen, this many are drawn into an image.
  @Test
  void drawsAThicketAsLinesToo() {
    Spread spread = SampleSpread.push("Psst", 60, 8, 3, 0.1, 5);
    assertThat(count(spread, Fate.DUPLICATE)).isGreaterThan(DiagramPainter.THICKET);

    Svg svg = draw(spread);

    assertThat(svg.count("//image")).isZero();
    assertThat(svg.count("/svg/g[@clip-path]/line")).isGreaterThan(spread.trips().size());
  }

  @Test
  void isNoDrawingWhileThereIsNoRumor() {
    assertThat(pane.sketch()).isNull();
  }
}

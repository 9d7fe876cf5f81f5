package p2pgossip.ui.spread;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Screen;
import p2pgossip.ui.chart.Wording;
import p2pgossip.ui.draw.Drawable;
import p2pgossip.ui.draw.Svg;
import p2pgossip.ui.print.Sight;

/// Each chart as a drawing of vectors, compared with the spreads that it shows.
@ExtendWith(OnScreen.class)
class ChartPicturesTest {

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private SpreadPane pane;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    pane = new SpreadPane();
    stage.setScene(new Scene(pane, 980, 700));
    stage.show();
  }

  private static NamedSpread named(String text, long seed) {
    return new NamedSpread(
        MeasuredSpread.of(
            SampleSpread.push(text, 12, 6, 2, 0.1, seed), SampleSpread.at(9), _ -> false));
  }

  private void show(NamedSpread... spreads) {
    robot.interact(
        () -> {
          pane.show(
              new SpreadView(
                  List.of(), null, List.of(spreads), List.of(), SampleSpread.at(9), true, null));
          pane.layout();
        });
  }

  private Svg draw(Sight sight) {
    return Screen.see(
        () -> Svg.of(((Drawable) Objects.requireNonNull(pane.shown(sight))).sketch()));
  }

  @Test
  void eachChartStandsAloneWithItsHeadingAndItsCurves() {
    show(named("One & <two>", 1), named("Other", 2));

    for (ChartKind kind : ChartKinds.ALL) {
      Sight sight =
          SpreadPane.sights().stream()
              .filter(it -> it.id().equals(kind.id()))
              .findFirst()
              .orElseThrow();
      Svg svg = draw(sight);

      assertThat(sight.drawn()).isTrue();
      assertThat(svg.texts("/svg/title")).containsExactly(kind.heading());
      assertThat(svg.texts("//text"))
          .contains(kind.heading(), "One & <two>", "Other")
          .doesNotContain("Time", "Periods");
      assertThat(svg.count("//polyline")).as(kind.id()).isEqualTo(2);
    }
  }

  @Test
  void oneCurveNeedsNoName() {
    show(named("Only", 1));

    assertThat(draw(SpreadPane.sights().get(1)).texts("//text"))
        .contains("Coverage", Wording.phase(MeasuredSpread.Phase.COMPLETE))
        .doesNotContain("Only");
  }

  @Test
  void nothingIsShownWithoutARumor() {
    show();

    assertThat(SpreadPane.sights()).extracting(pane::shown).containsOnlyNulls();
  }
}

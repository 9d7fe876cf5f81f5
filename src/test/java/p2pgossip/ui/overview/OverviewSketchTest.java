package p2pgossip.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.overview.SampleOverview.PEERS;
import static p2pgossip.ui.overview.SampleOverview.SPREAD;
import static p2pgossip.ui.overview.SampleOverview.network;
import static p2pgossip.ui.overview.SampleOverview.view;

import atlantafx.base.theme.PrimerLight;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Screen;
import p2pgossip.ui.draw.Svg;
import p2pgossip.ui.spread.SampleSpread;

/// The overview as a drawing of vectors, compared with the spread that it shows.
@ExtendWith(OnScreen.class)
class OverviewSketchTest {

  @SuppressWarnings("NullAway.Init")
  private OverviewPane pane;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    pane = new OverviewPane(_ -> {});
    stage.setScene(new Scene(pane, 900, 500));
    stage.show();
  }

  private Svg draw(OverviewView view) {
    return Screen.see(
        () -> {
          pane.show(view);
          pane.layout();
          return Svg.of(pane.sketch());
        });
  }

  @Test
  void hasACellForEachPeerByItsName() {
    Svg svg = draw(view(SPREAD));

    assertThat(svg.texts("//g[@class='peer']/title"))
        .containsExactlyElementsOf(
            IntStream.range(0, PEERS).mapToObj(it -> SampleSpread.peer(it).toString()).toList());
    assertThat(svg.texts("//text"))
        .contains(CellWords.figure(SPREAD), "not heard", "told first", ":8080");
    assertThat(svg.texts("/svg/desc")).containsExactly(CellWords.figure(SPREAD));
  }

  @Test
  void drawsManyPeersAsShapesToo() {
    Svg svg = draw(view(SPREAD, network(500)));

    assertThat(svg.count("//image")).isZero();
    assertThat(svg.count("//g[@class='peer']")).isEqualTo(500);
  }
}

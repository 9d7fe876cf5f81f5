package p2pgossip.ui.figure;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.Start;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;

@ExtendWith(OnScreen.class)
class FigureTilesTest {

  private static final int COLUMNS = 5;

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private FigureTiles<String> tiles;

  private record Told(String name) implements Figure<String> {
    @Override
    public String words() {
      return "Peers reached";
    }

    @Override
    public String definition() {
      return "how many have heard it";
    }

    @Override
    public String of(String view) {
      return view;
    }
  }

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    List<Told> figures = IntStream.range(0, COLUMNS).mapToObj(i -> new Told("f" + i)).toList();
    tiles = new FigureTiles<>(figures, "tile-");
    stage.setScene(new Scene(tiles, COLUMNS * FigureTiles.WIDTH, 100));
    stage.show();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "24 of 24", "500 of 500", "2,000 of 2,000"})
  void aFigureDoesNotReachIntoTheNext(String text) {
    robot.interact(
        () -> {
          tiles.show(text);
          tiles.applyCss();
          tiles.layout();
        });
    Region tile = robot.lookup("#tile-f0").query();
    Label value = robot.from(tile).lookup(".figure-value").query();

    assertThat(value.getWidth()).isLessThanOrEqualTo(tile.getWidth());
  }
}

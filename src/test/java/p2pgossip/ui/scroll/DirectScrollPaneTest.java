package p2pgossip.ui.scroll;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;

@ExtendWith(OnScreen.class)
class DirectScrollPaneTest {

  private final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  private ScrollPane usual;

  @SuppressWarnings("NullAway.Init")
  private ScrollPane direct;

  private static Region tall() {
    Region region = new Region();
    region.setMinSize(100, 2_000);
    return region;
  }

  @Start
  void start(Stage stage) {
    usual = new ScrollPane(tall());
    direct = new DirectScrollPane(tall());
    stage.setScene(new Scene(new HBox(usual, direct), 400, 300));
    stage.show();
  }

  private static Node viewport(ScrollPane pane) {
    return pane.lookup(".viewport");
  }

  @Test
  void keepsNoPictureOfWhatIsSeenInIt() {
    // Where JavaFX keeps none either, the class is of no use any longer.
    assertThat(viewport(usual).isCache()).isTrue();
    assertThat(viewport(direct).isCache()).isFalse();
  }

  @Test
  void scrollsLikeTheUsualOne() {
    robot.interact(
        () -> {
          usual.setVvalue(0.5);
          direct.setVvalue(0.5);
        });

    double moved = usual.getContent().getLocalToSceneTransform().getTy();
    assertThat(moved).isNegative();
    assertThat(direct.getContent().getLocalToSceneTransform().getTy()).isEqualTo(moved);
  }
}

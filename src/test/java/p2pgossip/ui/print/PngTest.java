package p2pgossip.ui.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.testing.Screen;

@ExtendWith(OnScreen.class)
class PngTest {

  private final Hand robot = new Hand();
  private final Region view = new Region();

  @Start
  void start(Stage stage) {
    view.setManaged(false);
    view.setStyle("-fx-background-color: #ff0000, #00ff00; -fx-background-insets: 0, 3;");
    stage.setScene(new Scene(new Pane(view), 400, 300));
    stage.show();
  }

  private Image picture(double x, double y, double width, double height) {
    return Screen.see(
        () -> {
          view.resizeRelocate(x, y, width, height);
          return Png.take(view);
        });
  }

  private static List<Color> corners(Image image, int inset) {
    int right = (int) image.getWidth() - 1 - inset;
    int bottom = (int) image.getHeight() - 1 - inset;
    return List.of(
        image.getPixelReader().getColor(inset, inset),
        image.getPixelReader().getColor(right, inset),
        image.getPixelReader().getColor(inset, bottom),
        image.getPixelReader().getColor(right, bottom));
  }

  @Test
  void takesTheWholeOfAViewWhereverItStands() {
    Image image = picture(30, 52, 200, 100);

    assertThat(image.getWidth()).isEqualTo(200);
    assertThat(image.getHeight()).isEqualTo(100);
    assertThat(corners(image, 1)).containsOnly(Color.RED);
    assertThat(corners(image, 5)).containsOnly(Color.LIME);
  }

  @Test
  void takesTheWholeOfOneThatIsTooLargeMadeSmaller() {
    Image image = picture(300, 52, 16_384, 200);

    assertThat(image.getWidth()).isEqualTo(8_192);
    assertThat(image.getHeight()).isEqualTo(100);
    assertThat(corners(image, 0)).containsOnly(Color.RED);
    assertThat(corners(image, 5)).containsOnly(Color.LIME);
  }
}

package p2pgossip.ui.dialog;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import p2pgossip.ui.theme.StyleSheets;

/// Makes dialogues that look and behave alike. FX thread only.
public final class Dialogue {

  private Dialogue() {}

  /// A window as large as its content, in front of the middle of its owner. Escape closes it.
  ///
  /// @param purpose what it is for; its title gives it after the program's name
  public static Stage over(Stage owner, String purpose, Parent content) {
    // First, so that the dialogue's own style sheets override it.
    content.getStylesheets().addFirst(StyleSheets.window());
    Stage stage = new Stage();
    Scene scene = new Scene(content);
    scene.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            stage.close();
          }
        });
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setTitle("p2pgossip – " + purpose);
    stage.setScene(scene);
    stage.setResizable(false);
    stage.setOnShown(
        event -> {
          Rectangle2D screen = screenOf(owner);
          double x = owner.getX() + (owner.getWidth() - stage.getWidth()) / 2;
          double y = owner.getY() + (owner.getHeight() - stage.getHeight()) / 2;
          // Its title bar and its first words are never beyond the edge.
          stage.setX(Math.max(screen.getMinX(), x));
          stage.setY(Math.max(screen.getMinY(), y));
        });
    return stage;
  }

  /// What can be used of the screen on which a window is.
  public static Rectangle2D screenOf(Stage window) {
    return Screen.getScreensForRectangle(
            window.getX(), window.getY(), window.getWidth(), window.getHeight())
        .stream()
        .findFirst()
        .orElseGet(Screen::getPrimary)
        .getVisualBounds();
  }
}

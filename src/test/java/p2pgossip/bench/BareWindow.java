package p2pgossip.bench;

import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/// The simplest JavaFX window: of the same size as ours, with a line of text in the default style.
///
/// Arguments, all optional: seconds after which it ends.
public final class BareWindow extends Application {

  public static void main(String[] args) {
    launch(args);
  }

  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(new StackPane(new Label("A bare window, with nothing but this."))));
    stage.setX(24);
    stage.setY(24);
    stage.setWidth(1_280);
    stage.setHeight(800);
    stage.show();
    if (!getParameters().getRaw().isEmpty()) {
      PauseTransition end =
          new PauseTransition(
              Duration.seconds(Double.parseDouble(getParameters().getRaw().getFirst())));
      end.setOnFinished(event -> Platform.exit());
      end.play();
    }
  }
}

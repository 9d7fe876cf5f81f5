package p2pgossip.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;

/// The simplest JavaFX animation: a window of the same size as ours with one dot in it, which moves
/// as often as messages do in ours.
///
/// Arguments: milliseconds between the steps.
public final class DotWindow extends Application {

  private static final int WAY = 200;

  private int steps;

  public static void main(String[] args) {
    launch(args);
  }

  @Override
  public void start(Stage stage) {
    Circle dot = new Circle(100, 100, 5);
    dot.setManaged(false);
    stage.setScene(new Scene(new Pane(dot)));
    stage.setX(24);
    stage.setY(24);
    stage.setWidth(1_280);
    stage.setHeight(800);
    stage.show();
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    long millis = Long.parseLong(getParameters().getRaw().getFirst());
    var _ =
        timer.scheduleAtFixedRate(
            () -> Platform.runLater(() -> dot.setTranslateX(++steps % WAY)),
            millis,
            millis,
            TimeUnit.MILLISECONDS);
  }
}

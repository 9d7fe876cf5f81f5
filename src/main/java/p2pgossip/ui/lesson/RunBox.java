package p2pgossip.ui.lesson;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.lesson.Block;
import p2pgossip.ui.lesson.LessonModel.Running;

/// A run to be made, and how it goes. FX thread only.
final class RunBox extends VBox {

  private final Block.Run run;
  private final LessonModel model;
  private final Button button = new Button();
  private final Button without = new Button("Go on without it");
  private final Label state = new Label();

  RunBox(Block.Run run, LessonModel model) {
    super(8);
    this.run = run;
    this.model = model;
    Label kind = new Label("Run");
    kind.getStyleClass().add("lesson-kind");
    button.setId("lesson-run-" + run.name());
    button.setOnAction(_ -> act());
    without.setOnAction(_ -> model.passOver(run));
    without.managedProperty().bind(without.visibleProperty());
    state.setWrapText(true);
    state.setMinHeight(USE_PREF_SIZE);
    state.managedProperty().bind(state.visibleProperty());
    state.visibleProperty().bind(state.textProperty().isNotEmpty());
    getStyleClass().add("lesson-box");
    getChildren().addAll(kind, new FlowPane(8, 8, button, without), state);
    update();
  }

  Button first() {
    return button;
  }

  private void act() {
    if (isUnderWay()) {
      model.stop();
    } else {
      model.run(run);
    }
  }

  private boolean isUnderWay() {
    Running running = model.runningProperty().get();
    return running != null && running.run().equals(run.name()) && running.failure() == null;
  }

  /// Shows how it goes.
  void update() {
    var open = model.progressProperty().get();
    Running running = model.runningProperty().get();
    boolean mine = running != null && running.run().equals(run.name());
    boolean made = open != null && open.result(run.name()).isPresent();
    String failure = mine && running.failure() != null ? running.failure() : "";
    button.setText(isUnderWay() ? "Stop" : run.words());
    button.setGraphic(
        new FontIcon(isUnderWay() ? Feather.SQUARE : made ? Feather.CHECK : Feather.PLAY));
    button.setDisable(made);
    button.getStyleClass().remove(Styles.ACCENT);
    if (!made && !isUnderWay()) {
      button.getStyleClass().add(Styles.ACCENT);
    }
    without.setVisible(!failure.isEmpty());
    state.getStyleClass().remove("form-error");
    if (!failure.isEmpty()) {
      state.getStyleClass().add("form-error");
    }
    state.setText(isUnderWay() ? "It runs …" : failure);
  }
}

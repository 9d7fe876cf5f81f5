package p2pgossip.ui.lesson;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.lesson.Block;

/// Something to do in the network that is shown; it is ticked by itself. FX thread only.
final class TaskBox extends VBox {

  private final Block.Task task;
  private final LessonModel model;
  private final Label words = new Label();
  private final Button leave = new Button("Go on without it");

  TaskBox(Block.Task task, LessonModel model) {
    super(8);
    this.task = task;
    this.model = model;
    Label kind = new Label("Task");
    kind.getStyleClass().add("lesson-kind");
    words.setId("lesson-task-" + task.name());
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    words.setGraphicTextGap(10);
    HBox.setHgrow(words, Priority.ALWAYS);
    leave.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    leave.setId("lesson-leave-" + task.name());
    leave.setOnAction(_ -> model.passOver(task));
    leave.managedProperty().bind(leave.visibleProperty());
    getStyleClass().add("lesson-box");
    getChildren().addAll(kind, words, leave);
    update();
  }

  Button first() {
    return leave;
  }

  /// Ticks it once it is done.
  void update() {
    var open = model.progressProperty().get();
    boolean done = open != null && open.done().contains(task.name());
    boolean left = open != null && open.left().contains(task.name());
    words.setText(task.words() + (done ? " Done." : left ? " Left." : ""));
    words.setGraphic(new FontIcon(done ? Feather.CHECK_CIRCLE : Feather.CIRCLE));
    words.getStyleClass().remove(Styles.SUCCESS);
    if (done) {
      words.getStyleClass().add(Styles.SUCCESS);
    }
    leave.setVisible(!done && !left);
  }
}

package p2pgossip.ui.lesson;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.lesson.LessonProgress;

/// What is said of the lab pack: at the end of a lesson that it can be handed in, and how saving it
/// goes. FX thread only.
final class PackBox extends VBox {

  private final PackSaving saving;
  private final Label words = new Label();
  private final Button save = new Button("Save lab pack…", new FontIcon(Feather.PACKAGE));
  private final Button cancel = new Button("Cancel");
  private boolean over;

  /// @param begin asks and saves
  PackBox(PackSaving saving, Runnable begin) {
    super(8);
    this.saving = saving;
    words.setId("lesson-pack-words");
    words.setWrapText(true);
    words.setMinHeight(USE_PREF_SIZE);
    save.setId("lesson-pack-end");
    save.setOnAction(_ -> begin.run());
    save.disableProperty().bind(saving.savingProperty());
    save.managedProperty().bind(save.visibleProperty());
    cancel.setId("lesson-pack-cancel");
    cancel.setOnAction(_ -> saving.cancel());
    cancel.visibleProperty().bind(saving.savingProperty());
    cancel.managedProperty().bind(cancel.visibleProperty());
    getStyleClass().add("lesson-pack");
    getChildren().addAll(words, new FlowPane(8, 8, save, cancel));
    managedProperty().bind(visibleProperty());
    saving.savingProperty().subscribe(_ -> update());
    saving.outcomeProperty().subscribe(_ -> update());
  }

  void show(@Nullable LessonProgress open) {
    over = open != null && open.isOver();
    update();
  }

  private void update() {
    boolean busy = saving.savingProperty().get();
    PackSaving.Outcome outcome = saving.outcomeProperty().get();
    String told = busy ? "The lab pack is being saved …" : outcome.words();
    words.setText(told.isEmpty() ? "That was the lesson. Hand it in as a lab pack." : told);
    words.getStyleClass().removeAll("form-error", Styles.SUCCESS);
    if (!busy && !outcome.words().isEmpty()) {
      words.getStyleClass().add(outcome.failed() ? "form-error" : Styles.SUCCESS);
    }
    save.setVisible(over || outcome.failed());
    setVisible(over || !told.isEmpty());
  }
}

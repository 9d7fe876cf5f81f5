package p2pgossip.ui.lesson;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import p2pgossip.pack.HandIn;
import p2pgossip.ui.dialog.Dialogue;

/// Asks whose lab pack it is. FX thread only.
final class PackDialog {

  private static final double WIDTH = 430;

  private final TextField name = new TextField();
  private final Label error = new Label();
  private final Consumer<String> chosen;
  private final Stage stage;

  /// @param before the name that was typed the last time; empty if none was
  /// @param chosen is told the name, which is fit for a pack
  PackDialog(Stage owner, String before, Consumer<String> chosen) {
    this.chosen = chosen;
    Label heading = new Label("Save a lab pack");
    heading.getStyleClass().add(Styles.TITLE_4);
    Label words =
        new Label(
            "One zip file to hand in: your predictions and when you made them, your runs with their"
                + " figures and charts, and what was recorded of the network that you played"
                + " with.");
    words.setWrapText(true);
    words.setMinHeight(Label.USE_PREF_SIZE);
    name.setId("pack-student");
    name.setText(before);
    name.setPromptText("Your name, or your names");
    name.setAccessibleText("Your name");
    name.textProperty().subscribe(_ -> error.setText(""));
    error.setId("pack-error");
    error.setWrapText(true);
    error.setMinHeight(Label.USE_PREF_SIZE);
    error.getStyleClass().add("form-error");
    error.managedProperty().bind(error.visibleProperty());
    error.visibleProperty().bind(error.textProperty().isNotEmpty());
    Button cancel = new Button("Cancel");
    cancel.setCancelButton(true);
    Button save = new Button("Save…");
    save.setId("pack-save");
    save.setDefaultButton(true);
    save.getStyleClass().add(Styles.ACCENT);
    HBox buttons = new HBox(8, cancel, save);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.setPadding(new Insets(8, 0, 0, 0));
    VBox root = new VBox(10, heading, words, new Label("Name"), name, error, buttons);
    root.setId("pack-dialog");
    root.setPadding(new Insets(20));
    root.setPrefWidth(WIDTH);
    stage = Dialogue.over(owner, "save a lab pack", root);
    error.visibleProperty().subscribe(_ -> stage.sizeToScene());
    cancel.setOnAction(_ -> stage.close());
    save.setOnAction(_ -> take());
  }

  void show() {
    stage.show();
    name.requestFocus();
    name.selectAll();
  }

  private void take() {
    try {
      String fit = HandIn.requireName(name.getText());
      stage.close();
      chosen.accept(fit);
    } catch (IllegalArgumentException e) {
      error.setText(String.valueOf(e.getMessage()));
      name.requestFocus();
    }
  }
}

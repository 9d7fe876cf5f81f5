package p2pgossip.ui.dialog;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/// A question before something is given up. It says what would end, and what stays. Escape is the
/// same as Cancel, which changes nothing. FX thread only.
///
/// @param purpose for the title of the dialogue
/// @param heading the question itself
/// @param lines what would end, and what stays
/// @param answers in addition to Cancel, the usual one first
public record Question(String purpose, String heading, List<String> lines, List<Answer> answers) {

  /// One of the answers.
  ///
  /// @param id of its button
  public record Answer(String id, String words, Runnable action) {}

  private static final double WIDTH = 430;

  public Question {
    lines = List.copyOf(lines);
    answers = List.copyOf(answers);
  }

  /// Asks, and returns at once.
  public void ask(Stage owner) {
    Label title = new Label(heading);
    title.getStyleClass().add(Styles.TITLE_4);
    title.setWrapText(true);
    VBox root = new VBox(10, title);
    root.setId("question");
    root.setPadding(new Insets(20));
    root.setPrefWidth(WIDTH);
    for (String line : lines) {
      Label words = new Label(line);
      words.setWrapText(true);
      root.getChildren().add(words);
    }
    Button cancel = new Button("Cancel");
    cancel.setId("question-cancel");
    cancel.setCancelButton(true);
    HBox buttons = new HBox(8, cancel);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.setPadding(new Insets(8, 0, 0, 0));
    root.getChildren().add(buttons);
    Stage stage = Dialogue.over(owner, purpose, root);
    cancel.setOnAction(_ -> stage.close());
    for (Answer answer : answers.reversed()) {
      Button button = new Button(answer.words());
      button.setId(answer.id());
      button.setOnAction(
          _ -> {
            stage.close();
            answer.action().run();
          });
      buttons.getChildren().add(button);
    }
    Button usual = (Button) buttons.getChildren().getLast();
    usual.getStyleClass().add(Styles.ACCENT);
    usual.setDefaultButton(true);
    stage.show();
    usual.requestFocus();
  }
}

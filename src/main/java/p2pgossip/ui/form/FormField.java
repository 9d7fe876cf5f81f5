package p2pgossip.ui.form;

import atlantafx.base.theme.Styles;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import p2pgossip.ui.hint.Hint;

/// A text field with its name above it. Errors are shown in a label of its own, which a pane puts
/// where there is room for it.
public final class FormField extends VBox {

  private final TextField field = new TextField();
  private final Label errorLabel = new Label();
  private final StringProperty error = new SimpleStringProperty("");

  /// @param id by which the field is found in the scene
  public FormField(String id, String name, String prompt, String hint) {
    super(4);
    Label label = new Label(name);
    label.getStyleClass().add("form-label");
    label.setLabelFor(field);
    field.setId(id);
    field.setPromptText(prompt);
    Hint.on(field, hint);
    field.setAccessibleText(name);
    errorLabel.setId(id + "-error");
    errorLabel.getStyleClass().addAll("form-error", Styles.TEXT_SMALL);
    errorLabel.setWrapText(true);
    errorLabel.textProperty().bind(error);
    errorLabel.visibleProperty().bind(error.isNotEmpty());
    errorLabel.managedProperty().bind(errorLabel.visibleProperty());
    error.subscribe(
        text -> {
          field.pseudoClassStateChanged(Styles.STATE_DANGER, !text.isEmpty());
          field.setAccessibleHelp(text.isEmpty() ? hint : text);
        });
    getChildren().addAll(label, field);
    getStyleClass().add("form-field");
  }

  public TextField field() {
    return field;
  }

  /// The label for errors. It takes no room if there is none.
  public Label errorLabel() {
    return errorLabel;
  }

  public StringProperty textProperty() {
    return field.textProperty();
  }

  /// What is wrong; empty if nothing is.
  public StringProperty errorProperty() {
    return error;
  }

  public void onEnter(Runnable action) {
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            action.run();
            event.consume();
          }
        });
  }

  /// Called when the user has finished typing: on Enter, or when the focus moves on.
  public void onCommit(Runnable action) {
    onEnter(action);
    field
        .focusedProperty()
        .subscribe(
            (before, focused) -> {
              if (!focused) {
                action.run();
              }
            });
  }
}

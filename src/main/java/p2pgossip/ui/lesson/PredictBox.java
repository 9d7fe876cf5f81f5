package p2pgossip.ui.lesson;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import p2pgossip.lesson.Answer;
import p2pgossip.lesson.Asked;
import p2pgossip.lesson.Block;
import p2pgossip.ui.theme.RolePalette;

/// A question, and where it is answered. FX thread only.
final class PredictBox extends VBox {

  private static final double FIELD_WIDTH = 110;

  private final Block.Predict predict;
  private final LessonModel model;
  private final Button button = new Button();
  private final Label error = new Label();
  private final VBox input = new VBox(6);
  private final Supplier<Answer> given;
  private Node first = button;
  private @Nullable CurvePad pad;

  /// @param timeUnit of the run that a curve is about, in words
  PredictBox(Block.Predict predict, LessonModel model, String timeUnit) {
    super(8);
    this.predict = predict;
    this.model = model;
    Label kind = new Label("Predict");
    kind.getStyleClass().add("lesson-kind");
    Label question = new Label(predict.question());
    question.setWrapText(true);
    question.setMinHeight(USE_PREF_SIZE);
    question.getStyleClass().add("lesson-question");
    given =
        switch (predict.asked()) {
          case Asked.Amount asked -> amount(asked);
          case Asked.Choice(List<Asked.Option> options) -> choice(options);
          case Asked.Curve(int until, String _) -> curve(until, timeUnit);
        };
    button.setId("lesson-predict-" + predict.name());
    button.getStyleClass().add(Styles.ACCENT);
    button.setOnAction(_ -> take());
    error.setWrapText(true);
    error.setMinHeight(USE_PREF_SIZE);
    error.getStyleClass().add("form-error");
    error.managedProperty().bind(error.visibleProperty());
    error.visibleProperty().bind(error.textProperty().isNotEmpty());
    getStyleClass().add("lesson-box");
    getChildren().addAll(kind, question, input, error, button);
    update();
  }

  /// Where the keyboard goes first.
  Node first() {
    return first;
  }

  void setPalette(RolePalette palette) {
    if (pad != null) {
      pad.setPalette(palette);
    }
  }

  /// Shows whether it has been answered, and whether it can still be changed.
  void update() {
    var open = model.progressProperty().get();
    boolean answered = open != null && open.answer(predict.name()).isPresent();
    boolean fixed = open != null && open.isFixed(predict.name());
    button.setText(answered ? "Change my prediction" : "This is my prediction");
    button.getStyleClass().remove(Styles.ACCENT);
    if (!answered) {
      button.getStyleClass().add(Styles.ACCENT);
    }
    input.setDisable(fixed);
    button.setVisible(!fixed);
    button.setManaged(!fixed);
  }

  private void take() {
    try {
      Answer answer = given.get();
      answer.requireFit(predict.asked());
      error.setText("");
      model.predict(predict.name(), answer);
    } catch (IllegalArgumentException e) {
      error.setText(String.valueOf(e.getMessage()));
      first.requestFocus();
    }
  }

  private @Nullable Answer before() {
    var open = model.progressProperty().get();
    return open == null ? null : open.answer(predict.name()).orElse(null);
  }

  private Supplier<Answer> amount(Asked.Amount asked) {
    TextField field = new TextField();
    field.setId("lesson-field-" + predict.name());
    field.setPrefWidth(FIELD_WIDTH);
    field.setAccessibleText(predict.question());
    field.setOnAction(_ -> take());
    if (before() instanceof Answer.Amount(double value)) {
      field.setText(plain(value));
    }
    Label unit =
        new Label(
            "%s   (%s to %s)"
                .formatted(asked.unit(), plain(asked.least()), plain(asked.greatest())));
    unit.getStyleClass().add(Styles.TEXT_MUTED);
    HBox row = new HBox(8, field, unit);
    row.setAlignment(Pos.CENTER_LEFT);
    input.getChildren().add(row);
    first = field;
    return () -> new Answer.Amount(number(field.getText()));
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /// What is no number fits no question.
  private static double number(String text) {
    try {
      return Double.parseDouble(text.strip().replace(",", ""));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private Supplier<Answer> choice(List<Asked.Option> options) {
    ToggleGroup group = new ToggleGroup();
    int chosen = before() instanceof Answer.Choice(int option) ? option : -1;
    for (int i = 0; i < options.size(); i++) {
      RadioButton radio = new RadioButton(options.get(i).words());
      radio.setId("lesson-choice-" + predict.name() + "-" + i);
      radio.setWrapText(true);
      radio.setToggleGroup(group);
      radio.setSelected(i == chosen);
      radio.setMinHeight(USE_PREF_SIZE);
      input.getChildren().add(radio);
      first = i == 0 ? radio : first;
    }
    return () -> new Answer.Choice(group.getToggles().indexOf(group.getSelectedToggle()));
  }

  private Supplier<Answer> curve(int until, String timeUnit) {
    CurvePad drawing = new CurvePad(until, timeUnit);
    drawing.setId("lesson-curve-" + predict.name());
    if (before() instanceof Answer.Curve(List<Double> shares)) {
      drawing.show(shares);
    }
    button.disableProperty().bind(drawing.empty());
    Label advice =
        new Label(
            "Draw with the pointer, or with the arrow keys: they move along and up and down.");
    advice.setWrapText(true);
    advice.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    input.getChildren().addAll(drawing, advice);
    first = drawing;
    pad = drawing;
    return () -> new Answer.Curve(drawing.shares());
  }
}

package p2pgossip.ui.form;

import atlantafx.base.theme.Styles;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// A whole number with its name above it, which is typed or stepped. Invalid text stays as it is
/// typed, and the error is shown beside the field. Meanwhile the value is the last valid one. FX
/// thread only.
public final class NumberField extends VBox {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  private final Spinner<Integer> spinner = new Spinner<>();
  private final Label label = new Label();
  private final Label errorLabel = new Label();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");
  private final IntegerSpinnerValueFactory range;

  /// @param id by which the spinner is found in the scene
  /// @param width in pixels
  public NumberField(String id, String name, int least, int most, int first, double width) {
    super(4);
    range = new IntegerSpinnerValueFactory(least, most, first);
    range.setConverter(new Lenient());
    spinner.setValueFactory(range);
    spinner.setId(id);
    spinner.setEditable(true);
    spinner.setPrefWidth(width);
    spinner.setMinWidth(width);
    label.getStyleClass().add("form-label");
    label.setLabelFor(spinner);
    errorLabel.setId(id + "-error");
    errorLabel.getStyleClass().addAll("form-error", Styles.TEXT_SMALL);
    errorLabel.setWrapText(true);
    errorLabel.setMinHeight(USE_PREF_SIZE);
    errorLabel.textProperty().bind(error);
    errorLabel.visibleProperty().bind(error.isNotEmpty());
    errorLabel.managedProperty().bind(errorLabel.visibleProperty());
    getChildren().addAll(label, spinner);
    setName(name);
    spinner.getEditor().textProperty().subscribe(text -> typed());
  }

  public void setName(String name) {
    label.setText(name);
    spinner.getEditor().setAccessibleText(name);
    spinner.setAccessibleText(name);
  }

  /// Accepts these numbers from now on, in steps from the least.
  public void setRange(int least, int most, int step, int value) {
    range.setMin(least);
    range.setMax(most);
    range.setAmountToStepBy(step);
    setValue(value);
    // Also if the value was the same already and other text is typed.
    spinner.getEditor().setText(Integer.toString(value));
    typed();
  }

  /// Accepts numbers up to this one from now on.
  public void setMost(int most) {
    if (range.getMax() != most) {
      String text = spinner.getEditor().getText();
      // The range moves a value into its bounds; what is typed is judged by the new ones.
      range.setMax(most);
      spinner.getEditor().setText(text);
      typed();
    }
  }

  /// The last valid number.
  public int value() {
    return range.getValue();
  }

  public ReadOnlyObjectProperty<Integer> valueProperty() {
    return spinner.valueProperty();
  }

  /// Shows a number in place of the present one. If it is the same number, text that is half typed
  /// stays.
  public void setValue(int value) {
    range.setValue(value);
  }

  /// What is wrong with the text, as a sentence; empty if nothing is.
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /// The label for errors. It takes no room if there is none.
  public Label errorLabel() {
    return errorLabel;
  }

  private void typed() {
    OptionalInt number = read(spinner.getEditor().getText());
    error.set(number.isPresent() ? "" : wanted());
    spinner.pseudoClassStateChanged(Styles.STATE_DANGER, number.isEmpty());
    spinner.getEditor().pseudoClassStateChanged(Styles.STATE_DANGER, number.isEmpty());
    spinner.getEditor().setAccessibleHelp(error.get());
    if (number.isPresent() && number.getAsInt() != range.getValue()) {
      range.setValue(number.getAsInt());
    }
  }

  private OptionalInt read(String text) {
    String typed = text == null ? "" : text.strip();
    if (!DIGITS.matcher(typed).matches()) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(typed);
    boolean good =
        number >= range.getMin()
            && number <= range.getMax()
            && (number - range.getMin()) % range.getAmountToStepBy() == 0;
    return good ? OptionalInt.of(number) : OptionalInt.empty();
  }

  private String wanted() {
    String kind =
        range.getAmountToStepBy() == 1
            ? "a whole number"
            : range.getMin() % 2 == 0 ? "an even number" : "an odd number";
    return label.getText()
        + ": "
        + kind
        + " from "
        + range.getMin()
        + " to "
        + range.getMax()
        + ".";
  }

  /// Invalid text leaves both the value and itself as they are.
  private final class Lenient extends StringConverter<Integer> {
    @Override
    public String toString(Integer number) {
      return number == null ? "" : number.toString();
    }

    @Override
    public Integer fromString(String text) {
      return read(text).orElse(range.getValue());
    }
  }
}

package p2pgossip.ui.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import p2pgossip.laboratory.AxisText;
import p2pgossip.laboratory.Sentence;
import p2pgossip.laboratory.SweepWords;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Parameter;
import p2pgossip.ui.form.FormField;
import p2pgossip.ui.form.Named;

/// Asks what is varied, and for its values. FX thread only.
final class AxisRow extends VBox {

  private final ComboBox<Choice> parameter = new ComboBox<>();
  private final FormField values;
  private final boolean optional;

  /// A parameter by its name; none for an axis that is not there.
  private record Choice(@Nullable Parameter parameter) {
    @Override
    public String toString() {
      return parameter == null ? "nothing" : SweepWords.name(parameter);
    }
  }

  /// @param number 1 or 2, by which the controls are found in the scene
  /// @param first what is varied at first; null for nothing, which then may be chosen
  /// @param changed is called whenever something else is chosen or typed
  AxisRow(int number, @Nullable Parameter first, Runnable changed) {
    super(8);
    optional = first == null;
    parameter.setId("sweep-axis-" + number);
    parameter.setMaxWidth(Double.MAX_VALUE);
    values =
        new FormField(
            "sweep-values-" + number,
            "Values",
            "",
            "Such as 1, 2, 5, or 1 to 10, or 0 to 80 step 10, or 16 to 1024 times 4; words with"
                + " commas between them");
    parameter.getItems().setAll(new Choice(first));
    parameter.setValue(new Choice(first));
    values.textProperty().set(first == null ? "" : AxisText.usual(first));
    values.visibleProperty().bind(parameter.valueProperty().map(it -> it.parameter() != null));
    values.managedProperty().bind(values.visibleProperty());
    parameter.valueProperty().subscribe((before, now) -> chosen(before, now, changed));
    values.textProperty().subscribe((_, _) -> changed.run());
    getChildren()
        .addAll(
            new Named(number == 1 ? "Varied" : "And for each of them", parameter),
            values,
            values.errorLabel());
  }

  /// Offers these from now on. What is chosen stays, if it is among them.
  void offer(List<Parameter> parameters) {
    Choice now = parameter.getValue();
    List<Choice> choices = new ArrayList<>();
    if (optional) {
      choices.add(new Choice(null));
    }
    parameters.forEach(each -> choices.add(new Choice(each)));
    if (!parameter.getItems().equals(choices)) {
      parameter.getItems().setAll(choices);
      parameter.setValue(choices.contains(now) ? now : choices.getFirst());
    }
  }

  private void chosen(@Nullable Choice before, @Nullable Choice now, Runnable changed) {
    if (now != null && !now.equals(before)) {
      Parameter wanted = now.parameter();
      values.textProperty().set(wanted == null ? "" : AxisText.usual(wanted));
      changed.run();
    }
  }

  /// Shows an axis, one of a parameter that is offered.
  ///
  /// @param axis null for none, where the axis is optional
  void show(@Nullable Axis axis) {
    Choice choice = new Choice(axis == null ? null : axis.parameter());
    if (parameter.getItems().contains(choice)) {
      parameter.setValue(choice);
      values.textProperty().set(axis == null ? "" : AxisText.of(axis));
    }
  }

  /// What is wrong with the values, as a sentence; empty if nothing is.
  void setError(String words) {
    values.errorProperty().set(words);
  }

  boolean isGood() {
    return values.errorProperty().get().isEmpty();
  }

  /// What is chosen; empty for nothing, and while the values can't be read, which is said beside
  /// them.
  Optional<Axis> axis() {
    setError("");
    Choice choice = parameter.getValue();
    Parameter wanted = choice == null ? null : choice.parameter();
    if (wanted == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(AxisText.parse(wanted, values.textProperty().get()));
    } catch (IllegalArgumentException e) {
      setError(Sentence.of(e));
      return Optional.empty();
    }
  }
}

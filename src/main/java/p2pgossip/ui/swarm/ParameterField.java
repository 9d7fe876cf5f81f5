package p2pgossip.ui.swarm;

import java.util.OptionalDouble;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import p2pgossip.topology.Chance;
import p2pgossip.topology.Count;
import p2pgossip.topology.Parameter;
import p2pgossip.ui.form.FormField;
import p2pgossip.ui.form.NumberField;

/// A field for a parameter of a topology. FX thread only.
interface ParameterField {

  /// In pixels.
  double WIDTH = 84;

  Node node();

  /// Says what is wrong; takes no room while nothing is.
  Label errorLabel();

  /// What is wrong with what is typed, as a sentence; empty while nothing is.
  ReadOnlyStringProperty errorProperty();

  /// The last good value.
  Object value();

  /// @param id by which the field is found in the scene
  /// @param changed is called whenever something is typed or stepped
  static ParameterField of(String id, Parameter<?> parameter, Runnable changed) {
    return switch (parameter) {
      case Count count -> new OfCount(id, count, changed);
      case Chance chance -> new OfChance(id, chance, changed);
    };
  }

  /// A number that is typed or stepped.
  final class OfCount implements ParameterField {

    private final NumberField field;

    private OfCount(String id, Count count, Runnable changed) {
      field = new NumberField(id, count.name(), count.least(), Count.MOST, count.usual(), WIDTH);
      field.setRange(count.least(), Count.MOST, count.step(), count.usual());
      field.valueProperty().subscribe(value -> changed.run());
    }

    @Override
    public Node node() {
      return field;
    }

    @Override
    public Label errorLabel() {
      return field.errorLabel();
    }

    @Override
    public ReadOnlyStringProperty errorProperty() {
      return field.errorProperty();
    }

    @Override
    public Object value() {
      return field.value();
    }
  }

  /// A chance that is typed. A comma is read as a decimal point.
  final class OfChance implements ParameterField {

    /// Plain decimals, so no exponents.
    private static final Pattern DECIMAL = Pattern.compile("[0-9]?[.,]?[0-9]{0,9}");

    private final FormField field;
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private double value;

    private OfChance(String id, Chance chance, Runnable changed) {
      String usual = Double.toString(chance.usual());
      field = new FormField(id, chance.name(), usual, chance.hint());
      field.setPrefWidth(WIDTH);
      field.setMinWidth(WIDTH);
      field.errorProperty().bind(error);
      field.textProperty().set(usual);
      field
          .textProperty()
          .subscribe(
              text -> {
                OptionalDouble read = read(text);
                read.ifPresent(number -> value = number);
                error.set(
                    read.isPresent()
                        ? ""
                        : chance.name() + ": a chance from 0 to 1, such as " + usual + ".");
                changed.run();
              });
    }

    private static OptionalDouble read(String text) {
      String typed = text.strip();
      if (!DECIMAL.matcher(typed).matches() || typed.chars().noneMatch(Character::isDigit)) {
        return OptionalDouble.empty();
      }
      double chance = Double.parseDouble(typed.replace(',', '.'));
      return chance <= 1 ? OptionalDouble.of(chance) : OptionalDouble.empty();
    }

    @Override
    public Node node() {
      return field;
    }

    @Override
    public Label errorLabel() {
      return field.errorLabel();
    }

    @Override
    public ReadOnlyStringProperty errorProperty() {
      return error.getReadOnlyProperty();
    }

    @Override
    public Object value() {
      return value;
    }
  }
}

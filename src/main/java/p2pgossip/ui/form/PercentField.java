package p2pgossip.ui.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import javafx.scene.layout.VBox;

/// A share that is typed in per cent. A comma is read as a decimal point. FX thread only.
public final class PercentField extends VBox {

  private static final Pattern DECIMAL = Pattern.compile("[0-9]{0,3}[.,]?[0-9]{0,9}");

  private static final int DECIMALS = 6;

  private final FormField field;
  private final String name;
  private final boolean all;
  private double share;

  /// @param id by which the field is found in the scene
  /// @param all whether it may be 100
  public PercentField(String id, String name, String hint, boolean all, double width) {
    super(4);
    this.name = name;
    this.all = all;
    field = new FormField(id, name + ", %", "0", hint);
    field.field().setPrefWidth(width);
    field.textProperty().set("0");
    field.textProperty().subscribe(this::typed);
    getChildren().add(field);
  }

  private void typed(String text) {
    OptionalDouble read = read(text.strip());
    read.ifPresent(percent -> share = percent / 100);
    field
        .errorProperty()
        .set(
            read.isPresent()
                ? ""
                : name + ": a number from 0 to " + (all ? "100" : "below 100") + ", such as 5.");
  }

  private OptionalDouble read(String text) {
    if (!DECIMAL.matcher(text).matches() || text.chars().noneMatch(Character::isDigit)) {
      return OptionalDouble.empty();
    }
    double percent = Double.parseDouble(text.replace(',', '.'));
    return percent < 100 || (all && percent == 100)
        ? OptionalDouble.of(percent)
        : OptionalDouble.empty();
  }

  /// The last good value, 0 to 1.
  public double share() {
    return share;
  }

  /// Shows another value.
  ///
  /// @param shown 0 to 1
  public void show(double shown) {
    field
        .textProperty()
        .set(
            new BigDecimal(100 * shown)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString());
  }

  /// The field with its error, to be watched and shown where there is room.
  public FormField field() {
    return field;
  }
}

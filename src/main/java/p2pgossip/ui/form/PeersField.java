package p2pgossip.ui.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.control.Slider;
import javafx.scene.layout.VBox;

/// A number of peers over many powers of ten: typed, as `1000`, `1,000` or `1e3`, or chosen on a
/// logarithmic scale. FX thread only.
public final class PeersField extends VBox {

  private static final int LONGEST = 20;

  private final FormField field;
  private final Slider slider;
  private final int most;
  private final ReadOnlyIntegerWrapper value = new ReadOnlyIntegerWrapper(this, "value");

  /// Set while one of the two follows the other.
  private boolean following;

  /// @param prefix stands before the ids by which the controls are found in the scene
  public PeersField(String prefix, int most, int first) {
    super(4);
    this.most = most;
    field =
        new FormField(
            prefix + "peers",
            "Peers",
            grouped(first),
            "How many there are, from 2 to " + grouped(most) + "; 1e6 is a million");
    slider = new Slider(Math.log10(2), Math.log10(most), Math.log10(first));
    slider.setId(prefix + "peers-scale");
    slider.setAccessibleText("Peers, on a logarithmic scale");
    slider.setBlockIncrement(0.5);
    value.set(first);
    field.textProperty().set(grouped(first));
    field.textProperty().subscribe(this::typed);
    slider.valueProperty().subscribe(at -> slid(at.doubleValue()));
    getChildren().addAll(field, field.errorLabel(), slider);
  }

  /// The last good number.
  public ReadOnlyIntegerProperty valueProperty() {
    return value.getReadOnlyProperty();
  }

  /// What is wrong with the text, as a sentence; empty if nothing is.
  public ReadOnlyStringProperty errorProperty() {
    return field.errorProperty();
  }

  public void setValue(int peers) {
    field.textProperty().set(grouped(peers));
  }

  private void typed(String text) {
    OptionalInt number = read(text);
    field
        .errorProperty()
        .set(
            number.isPresent()
                ? ""
                : "Peers: a whole number from 2 to " + grouped(most) + ", such as 1000 or 1e6.");
    if (number.isEmpty()) {
      return;
    }
    value.set(number.getAsInt());
    if (!following) {
      following = true;
      slider.setValue(Math.log10(number.getAsInt()));
      following = false;
    }
  }

  private OptionalInt read(String text) {
    String plain = text.strip().replace(",", "").replace(" ", "");
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return OptionalInt.empty();
    }
    try {
      BigDecimal number = new BigDecimal(plain);
      return number.compareTo(BigDecimal.TWO) >= 0
              && number.compareTo(BigDecimal.valueOf(most)) <= 0
          ? OptionalInt.of(number.intValueExact())
          : OptionalInt.empty();
    } catch (ArithmeticException | NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /// Moves in two figures, so that round numbers are met.
  private void slid(double at) {
    if (!following) {
      following = true;
      int peers = new BigDecimal(Math.pow(10, at)).round(new MathContext(2)).intValue();
      field.textProperty().set(grouped(Math.clamp(peers, 2, most)));
      following = false;
    }
  }

  private static String grouped(int number) {
    return String.format(Locale.UK, "%,d", number);
  }
}

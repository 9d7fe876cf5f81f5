package p2pgossip.ui.settings;

import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.util.StringConverter;

/// Reads what is typed into a spinner: what is no whole number leaves the value as it is, and what is
/// out of range is brought into it.
public final class WholeNumbers extends StringConverter<Integer> {

  private final Spinner<Integer> spinner;
  private final int most;

  private WholeNumbers(Spinner<Integer> spinner, int most) {
    this.spinner = spinner;
    this.most = most;
  }

  /// A spinner from 1 to `most` into which a number can be typed.
  public static Spinner<Integer> spinner(int most, int first, double width) {
    Spinner<Integer> spinner = new Spinner<>(new IntegerSpinnerValueFactory(1, most, first));
    spinner.setEditable(true);
    spinner.setPrefWidth(width);
    spinner.setMinWidth(width);
    spinner.getValueFactory().setConverter(new WholeNumbers(spinner, most));
    return spinner;
  }

  @Override
  public String toString(Integer number) {
    return number == null ? "" : number.toString();
  }

  @Override
  public Integer fromString(String text) {
    try {
      return Math.clamp(Long.parseLong(text.strip()), 1, most);
    } catch (NumberFormatException e) {
      // The spinner then shows its value again in place of what was typed.
      spinner.getEditor().setText(toString(spinner.getValue()));
      return spinner.getValue();
    }
  }
}

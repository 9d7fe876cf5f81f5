package p2pgossip.ui.spread;

import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import p2pgossip.experiment.Counterpart;
import p2pgossip.laboratory.Prediction;
import p2pgossip.laboratory.SpreadTheory;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.ui.chart.SeriesLook;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.theme.RolePalette;

/// Whether what theory says of the chosen rumour is drawn with it, and its words. FX thread only.
final class TheoryToggle {

  private static final String FINDING = "Theory is being calculated …";
  private static final String NO_SETTINGS =
      "Theory needs the settings of the peers, and none has shown them.";
  private static final String NO_LOOK =
      "There is no colour left for theory's curve: take a curve out of the charts.";

  private final CheckBox box = new CheckBox("Theory");
  private final Label words = new Label();
  private @Nullable Theories theories;
  private @Nullable TheoryCurve curve;
  private @Nullable RolePalette painted;

  TheoryToggle() {
    box.setId("with-theory");
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.setAccessibleText("With what theory says");
    Hint.on(box, () -> "With what theory says of these settings");
    words.setId("spread-theory");
    words.getStyleClass().add("spread-conditions");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.setGraphicTextGap(7);
    words.managedProperty().bind(words.visibleProperty());
    words.setVisible(false);
    setTheories(null);
  }

  /// @param found null for none
  void setTheories(@Nullable Theories found) {
    theories = found;
    box.setVisible(found != null);
    box.setManaged(found != null);
  }

  CheckBox box() {
    return box;
  }

  Label words() {
    return words;
  }

  ObservableValue<Boolean> chosen() {
    return box.selectedProperty();
  }

  boolean isOn() {
    return box.isSelected() && theories != null;
  }

  /// The curve; null while there is none.
  @Nullable TheoryCurve curve() {
    return curve;
  }

  /// Shows what there is to say of a spread.
  ///
  /// @param look of the curve; null if none is left
  /// @param changed is called once more is known
  /// @return whether the curve is another than before
  boolean show(
      @Nullable MeasuredSpread first,
      @Nullable SeriesLook look,
      RolePalette palette,
      Runnable changed) {
    TheoryCurve before = curve;
    curve = null;
    words.setVisible(isOn() && first != null);
    if (theories != null && isOn() && first != null) {
      say(theories, Counterpart.of(first), look, changed);
    }
    boolean other = !Objects.equals(before, curve);
    if (other || palette != painted) {
      painted = palette;
      words.setGraphic(curve == null ? null : curve.look().swatch(palette));
    }
    return other;
  }

  private void say(
      Theories from, @Nullable Counterpart peers, @Nullable SeriesLook look, Runnable changed) {
    SpreadTheory theory = peers == null ? null : from.of(peers, changed);
    if (theory == null) {
      words.setText(peers == null ? NO_SETTINGS : FINDING);
      return;
    }
    double period = theory.period().toNanos() / 1e9;
    words.setText(look == null ? NO_LOOK : theory.words());
    if (look != null) {
      curve =
          switch (theory.prediction()) {
            case Prediction.Curve it -> TheoryCurve.of(look, it, period);
            case Prediction.Level it -> TheoryCurve.of(look, it, period);
            case Prediction.Unknown _ -> null;
          };
    }
  }
}

package p2pgossip.ui.laboratory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import p2pgossip.laboratory.OpenedExperiment;
import p2pgossip.laboratory.SweepWords;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Repeats;
import p2pgossip.ui.form.FormField;
import p2pgossip.ui.form.Named;
import p2pgossip.ui.form.NumberField;

/// Asks how often each point is run. FX thread only.
final class RepeatsFields extends VBox {

  private static final int MOST = OpenedExperiment.MOST_REPETITIONS;
  private static final int FIRST = 50;
  private static final double WIDTH = 120;

  private final ComboBox<Choice> choice = new ComboBox<>();
  private final NumberField most =
      new NumberField("sweep-repetitions", "Repetitions", 1, MOST, FIRST, WIDTH);
  private final FormField narrower =
      new FormField(
          "sweep-narrower",
          "Narrower than",
          "2",
          "How wide the 95 % interval of the mean may be, from end to end, in the unit of its"
              + " chart");

  /// When a point has been run often enough.
  ///
  /// @param until null for a number of times
  private record Choice(@Nullable Measure until) {
    @Override
    public String toString() {
      return until == null
          ? "a number of times"
          : "until sure of: " + SweepWords.name(until).toLowerCase(Locale.ROOT);
    }
  }

  /// @param changed is called whenever something else is chosen or typed
  RepeatsFields(Runnable changed) {
    super(8);
    choice.setId("sweep-until");
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.getItems().setAll(new Choice(null));
    choice.setValue(new Choice(null));
    narrower.textProperty().set("2");
    narrower.visibleProperty().bind(choice.valueProperty().map(it -> it.until() != null));
    narrower.managedProperty().bind(narrower.visibleProperty());
    choice
        .valueProperty()
        .subscribe(
            (_, now) -> {
              most.setName(now == null || now.until() == null ? "Repetitions" : "At most");
              changed.run();
            });
    most.valueProperty().subscribe((_, _) -> changed.run());
    most.errorProperty().subscribe((_, _) -> changed.run());
    narrower.textProperty().subscribe((_, _) -> changed.run());
    getChildren()
        .addAll(
            new Named("Each point is run", choice),
            narrower,
            narrower.errorLabel(),
            most,
            most.errorLabel());
  }

  /// Offers to look at one of these measures.
  void offer(List<Measure> measures) {
    Choice now = choice.getValue();
    List<Choice> choices = new ArrayList<>(List.of(new Choice(null)));
    measures.forEach(measure -> choices.add(new Choice(measure)));
    if (!choice.getItems().equals(choices)) {
      choice.getItems().setAll(choices);
      choice.setValue(choices.contains(now) ? now : choices.getFirst());
    }
  }

  /// Shows how often each point is run.
  ///
  /// @param shown of a measure that is offered, or of none
  void show(Repeats shown) {
    Repeats.Until until = shown.until();
    choice.setValue(new Choice(until == null ? null : until.measure()));
    most.setValue(shown.most());
    if (until != null) {
      double width =
          SweepWords.isShare(until.measure()) ? 100 * until.narrower() : until.narrower();
      narrower.textProperty().set(Axis.text(new BigDecimal(width).round(new MathContext(12))));
    }
  }

  /// What is chosen; empty while something typed is wrong, which is said beside it.
  Optional<Repeats> repeats() {
    narrower.errorProperty().set("");
    Choice chosen = choice.getValue();
    Measure until = chosen == null ? null : chosen.until();
    boolean good = most.errorProperty().get().isEmpty();
    if (until == null) {
      return good ? Optional.of(new Repeats(most.value(), null)) : Optional.empty();
    }
    Optional<Double> width = width();
    if (width.isEmpty()) {
      narrower.errorProperty().set("Narrower than: a number above 0, such as 2.");
      return Optional.empty();
    }
    double wanted = SweepWords.isShare(until) ? width.get() / 100 : width.get();
    return good
        ? Optional.of(new Repeats(most.value(), new Repeats.Until(until, wanted)))
        : Optional.empty();
  }

  private Optional<Double> width() {
    return Decimals.positive(narrower.textProperty().get());
  }
}

package p2pgossip.ui.laboratory;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import p2pgossip.laboratory.SweepWords;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Scale;
import p2pgossip.ui.hint.Hint;

/// Asks what is measured. FX thread only.
final class MeasureBoxes extends FlowPane {

  private static final Set<Measure> FIRST =
      Set.of(Measure.REACHED, Measure.T_LAST, Measure.COPIES_PER_PEER, Measure.REDUNDANCY);

  private final Map<Measure, CheckBox> boxes = new EnumMap<>(Measure.class);

  /// @param changed is called whenever others are chosen
  MeasureBoxes(Runnable changed) {
    super(14, 6);
    for (Measure measure : Measure.ALL) {
      CheckBox box = new CheckBox(SweepWords.name(measure));
      box.setId("sweep-measure-" + measure.label());
      box.setSelected(FIRST.contains(measure));
      box.managedProperty().bind(box.visibleProperty());
      Hint.on(box, SweepWords.definition(measure));
      box.selectedProperty().subscribe((_, _) -> changed.run());
      boxes.put(measure, box);
    }
    getChildren().setAll(boxes.values());
  }

  /// Offers those that are known at a scale.
  void offer(Scale scale) {
    boxes.forEach((measure, box) -> box.setVisible(measure.isKnownAt(scale)));
  }

  /// Has these chosen, and no others.
  void choose(List<Measure> measures) {
    boxes.forEach((measure, box) -> box.setSelected(measures.contains(measure)));
  }

  /// Those that are chosen and offered.
  List<Measure> chosen() {
    return Measure.ALL.stream().filter(this::isChosen).toList();
  }

  private boolean isChosen(Measure measure) {
    CheckBox box = boxes.get(measure);
    return box != null && box.isVisible() && box.isSelected();
  }
}

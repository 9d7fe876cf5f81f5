package p2pgossip.ui.swarm;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import p2pgossip.topology.Parameter;
import p2pgossip.topology.Topology;
import p2pgossip.topology.TopologyForm;
import p2pgossip.topology.TopologyForms;
import p2pgossip.ui.form.Named;

/// Asks for a form of topology and for its parameters. FX thread only.
final class TopologyFields {

  private final ComboBox<TopologyForm> forms = new ComboBox<>();
  private final HBox row = new HBox(8);
  private final VBox errors = new VBox(4);
  private final Label sentence = new Label();
  private final ReadOnlyObjectWrapper<Topology> topology =
      new ReadOnlyObjectWrapper<>(this, "topology", TopologyForms.usual());
  private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper(this, "good", true);
  private List<ParameterField> fields = List.of();

  TopologyFields() {
    forms.setId("swarm-wiring");
    forms.getItems().setAll(TopologyForms.ALL);
    forms.setConverter(new Titles());
    forms.setMaxWidth(Double.MAX_VALUE);
    forms.setAccessibleText("Wiring");
    sentence.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    sentence.setWrapText(true);
    errors.visibleProperty().bind(good.not());
    errors.managedProperty().bind(errors.visibleProperty());
    row.setAlignment(Pos.TOP_LEFT);
    forms.setValue(TopologyForms.USUAL);
    forms.valueProperty().subscribe(this::choose);
  }

  /// The form, and beside it its parameters.
  HBox row() {
    return row;
  }

  /// Says what is wrong with the parameters; empty while nothing is.
  VBox errors() {
    return errors;
  }

  /// Says what the form is like.
  Label sentence() {
    return sentence;
  }

  /// What is chosen; while something is wrong with a parameter, with its last good value.
  ReadOnlyObjectProperty<Topology> topologyProperty() {
    return topology.getReadOnlyProperty();
  }

  /// Whether nothing is wrong with the parameters.
  ReadOnlyBooleanProperty goodProperty() {
    return good.getReadOnlyProperty();
  }

  private void choose(TopologyForm form) {
    if (form == null) {
      return;
    }
    sentence.setText(form.sentence());
    // The fields of the form before are told of no more.
    fields = List.of();
    List<ParameterField> made = new ArrayList<>();
    for (Parameter<?> parameter : form.parameters()) {
      String id = "swarm-" + parameter.name().toLowerCase(Locale.ROOT);
      made.add(ParameterField.of(id, parameter, this::read));
    }
    fields = made;
    VBox wiring = new Named("Wiring", forms);
    HBox.setHgrow(wiring, Priority.ALWAYS);
    row.getChildren().setAll(wiring);
    errors.getChildren().clear();
    for (ParameterField field : fields) {
      row.getChildren().add(field.node());
      errors.getChildren().add(field.errorLabel());
      field.errorProperty().subscribe(error -> check());
    }
    read();
  }

  /// Does nothing while the fields are being made.
  private void read() {
    TopologyForm form = forms.getValue();
    if (form.parameters().size() == fields.size()) {
      topology.set(form.with(fields.stream().map(ParameterField::value).toList()));
    }
  }

  private void check() {
    good.set(fields.stream().allMatch(field -> field.errorProperty().get().isEmpty()));
  }

  /// The form as it stands in the menu.
  private static final class Titles extends StringConverter<TopologyForm> {
    @Override
    public String toString(TopologyForm form) {
      return form == null ? "" : form.title();
    }

    /// Nobody types a form.
    @Override
    public TopologyForm fromString(String title) {
      return TopologyForms.ALL.stream()
          .filter(form -> form.title().equals(title))
          .findFirst()
          .orElse(TopologyForms.USUAL);
    }
  }
}

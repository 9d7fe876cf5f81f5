package p2pgossip.ui.form;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
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
import org.jspecify.annotations.Nullable;
import p2pgossip.topology.Parameter;
import p2pgossip.topology.Topology;
import p2pgossip.topology.TopologyForm;
import p2pgossip.topology.TopologyForms;

/// Asks for a form of topology and for its parameters. FX thread only.
public final class TopologyFields {

  /// Of a field for a number, in pixels.
  public static final double NUMBER_WIDTH = 84;

  private final ComboBox<TopologyForm> forms = new ComboBox<>();
  private final HBox row = new HBox(8);
  private final HBox below = new HBox(8);
  private final VBox errors = new VBox(4);
  private final Label sentence = new Label();
  private final ReadOnlyObjectWrapper<@Nullable Topology> topology =
      new ReadOnlyObjectWrapper<>(this, "topology", TopologyForms.usual());
  private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper(this, "good", true);
  private final Label tooMany = new Label();
  private final String prefix;
  private final FileReading files;
  private final int mostPeers;
  private HBox parameters = row;
  private List<ParameterField> fields = List.of();

  /// @param prefix stands before the ids by which the fields are found in the scene
  /// @param mostPeers that the topology may have
  public TopologyFields(String prefix, FileReading files, int mostPeers) {
    this.prefix = prefix;
    this.files = files;
    this.mostPeers = mostPeers;
    tooMany.setId(prefix + "wiring-error");
    tooMany.getStyleClass().addAll("form-error", Styles.TEXT_SMALL);
    tooMany.setWrapText(true);
    tooMany.visibleProperty().bind(tooMany.textProperty().isNotEmpty());
    tooMany.managedProperty().bind(tooMany.visibleProperty());
    forms.setId(prefix + "wiring");
    forms.getItems().setAll(TopologyForms.ALL);
    forms.setConverter(new Titles());
    forms.setVisibleRowCount(TopologyForms.ALL.size());
    forms.setMaxWidth(Double.MAX_VALUE);
    forms.setAccessibleText("Wiring");
    sentence.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    sentence.setWrapText(true);
    errors.managedProperty().bind(errors.visibleProperty());
    row.setAlignment(Pos.TOP_LEFT);
    forms.setValue(TopologyForms.USUAL);
    forms.valueProperty().subscribe(this::choose);
  }

  /// The form, and beside it its parameters, or those of them that have no row of their own.
  public HBox row() {
    return row;
  }

  /// A narrow pane has the parameters in this row of their own, below the form. It takes no room
  /// while there are none.
  public HBox parametersBelow() {
    below.managedProperty().bind(Bindings.isNotEmpty(below.getChildren()));
    parameters = below;
    choose(forms.getValue());
    return below;
  }

  /// Says what is wrong with the parameters; empty while nothing is.
  public VBox errors() {
    return errors;
  }

  /// Says what the topology is like.
  public Label sentence() {
    return sentence;
  }

  /// What is chosen. While something is wrong with a parameter, it has the last good value; null
  /// where there is none.
  public ReadOnlyObjectProperty<@Nullable Topology> topologyProperty() {
    return topology.getReadOnlyProperty();
  }

  /// Whether there is a topology and nothing is wrong with it.
  public ReadOnlyBooleanProperty goodProperty() {
    return good.getReadOnlyProperty();
  }

  /// Shows a topology in place of what is chosen, one of a form that needs no file.
  public void show(TopologyForm form) {
    forms.setValue(form);
  }

  /// Shows a topology with its parameters in place of what is chosen.
  public void show(Topology topology) {
    show(topology.form());
    List<Object> values = topology.values();
    for (int place = 0; place < values.size(); place++) {
      fields.get(place).show(values.get(place));
    }
  }

  private void choose(TopologyForm form) {
    if (form == null) {
      return;
    }
    // The fields of the last form no longer matter.
    fields = List.of();
    List<ParameterField> made = new ArrayList<>();
    for (Parameter<?> parameter : form.parameters()) {
      String id = prefix + parameter.name().toLowerCase(Locale.ROOT);
      made.add(ParameterField.of(id, parameter, files, this::read));
    }
    fields = made;
    VBox wiring = new Named("Wiring", forms);
    HBox.setHgrow(wiring, Priority.ALWAYS);
    below.getChildren().clear();
    row.getChildren().setAll(wiring);
    errors.getChildren().setAll(tooMany);
    for (ParameterField field : fields) {
      parameters.getChildren().add(field.node());
      errors.getChildren().add(field.errorLabel());
      field.errorProperty().subscribe(error -> check());
    }
    read();
  }

  /// Takes over what stands in the fields.
  private void read() {
    TopologyForm form = forms.getValue();
    List<@Nullable Object> values = new ArrayList<>();
    fields.forEach(field -> values.add(field.value()));
    // The fields may be in the making.
    if (form.parameters().size() == values.size()) {
      Topology chosen = values.contains(null) ? null : form.with(values);
      sentence.setText(chosen == null ? form.sentence() : chosen.sentence());
      topology.set(chosen);
      check();
    }
  }

  private void check() {
    Topology chosen = topology.get();
    int own = chosen == null ? 0 : chosen.peers().orElse(0);
    tooMany.setText(
        own <= mostPeers ? "" : "It has %s peers; %s are allowed.".formatted(own, mostPeers));
    boolean wrong =
        own > mostPeers
            || fields.stream().anyMatch(field -> !field.errorProperty().get().isEmpty());
    errors.setVisible(wrong);
    good.set(chosen != null && !wrong);
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

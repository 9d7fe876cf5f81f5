package p2pgossip.ui.laboratory;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Spreading;
import p2pgossip.laboratory.Deployment;
import p2pgossip.laboratory.Preset;
import p2pgossip.ui.form.FormField;
import p2pgossip.ui.form.Named;
import p2pgossip.ui.form.NumberField;
import p2pgossip.ui.form.PeersField;
import p2pgossip.ui.form.PercentField;

/// What an engineer says of a network. FX thread only.
final class EngineersForm extends VBox {

  private static final int MOST_PEERS = 1_000_000;
  private static final int FIRST_PEERS = 1_000;
  private static final int LONGEST_MILLIS = 60_000;
  private static final int LARGEST_MESSAGE = 65_536;
  private static final int FIRST_BYTES = 300;
  private static final double HALF = 118;

  private static final String APPROXIMATION =
      "An approximation: memberlist's interval, nodes and retransmit limit (config.go, util.go), in"
          + " rounds in step, without its packets and its comparing of whole states.";

  private final ComboBox<Preset> presets = new ComboBox<>();
  private final Label remark = RunForm.muted("");
  private final PeersField peers = new PeersField("eng-", MOST_PEERS, FIRST_PEERS);
  private final NumberField period =
      new NumberField("eng-period", "Period, ms", 1, LONGEST_MILLIS, 200, HALF);
  private final NumberField fanout =
      new NumberField("eng-fanout", "Fanout", 1, Spreading.GREATEST_FANOUT, 3, HALF);
  private final NumberField transmissions =
      new NumberField("eng-times", "Sent, times", 1, Interest.GREATEST_K, 16, HALF);
  private final PercentField loss =
      new PercentField("eng-loss", "Lost", "The chance that a message gets lost", false, HALF);
  private final NumberField bytes =
      new NumberField("eng-bytes", "Bytes each", 1, LARGEST_MESSAGE, FIRST_BYTES, HALF);
  private final FormField rumors =
      new FormField(
          "eng-rumours", "Rumours / s", "1", "How many begin in the whole network per second");
  private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper(this, "good", true);

  EngineersForm() {
    super();
    presets.setId("eng-preset");
    presets.getItems().setAll(Preset.values());
    presets.setMaxWidth(Double.MAX_VALUE);
    presets.setPromptText("Own figures");
    presets.setConverter(new Names());
    presets.valueProperty().subscribe(this::take);
    peers.valueProperty().subscribe(_ -> take(presets.getValue()));
    rumors.textProperty().set("1");
    rumors
        .textProperty()
        .subscribe(
            text ->
                rumors
                    .errorProperty()
                    .set(
                        Decimals.positive(text).isEmpty()
                            ? "Rumours / s: a number above 0, such as 0.5."
                            : ""));
    getChildren()
        .addAll(
            RunForm.section("NETWORK", new Named("Preset", presets), remark, peers),
            RunForm.section(
                "SPREAD",
                RunForm.row(period, fanout),
                period.errorLabel(),
                fanout.errorLabel(),
                RunForm.row(transmissions, loss),
                transmissions.errorLabel(),
                loss.field().errorLabel()),
            RunForm.section(
                "LOAD", RunForm.row(bytes, rumors), bytes.errorLabel(), rumors.errorLabel()));
    getStyleClass().add("side-form");
    HBox.setHgrow(rumors, Priority.ALWAYS);
    good.bind(
        peers
            .errorProperty()
            .isEmpty()
            .and(period.errorProperty().isEmpty())
            .and(fanout.errorProperty().isEmpty())
            .and(transmissions.errorProperty().isEmpty())
            .and(bytes.errorProperty().isEmpty())
            .and(Bindings.isEmpty(loss.field().errorProperty()))
            .and(Bindings.isEmpty(rumors.errorProperty())));
    presets.setValue(Preset.LAN);
  }

  private void take(@Nullable Preset preset) {
    remark.setText(preset == null ? "" : APPROXIMATION);
    if (preset != null) {
      period.setValue((int) preset.period().toMillis());
      fanout.setValue(preset.fanout());
      transmissions.setValue(preset.transmissions(peers.valueProperty().get()));
    }
  }

  ReadOnlyBooleanProperty goodProperty() {
    return good.getReadOnlyProperty();
  }

  /// The settings in the form; null while something in it is wrong.
  @Nullable Deployment deployment() {
    Optional<Double> rate = Decimals.positive(rumors.textProperty().get());
    return rate.isEmpty() || !good.get()
        ? null
        : new Deployment(
            peers.valueProperty().get(),
            Duration.ofMillis(period.value()),
            fanout.value(),
            transmissions.value(),
            loss.share(),
            bytes.value(),
            rate.get());
  }

  /// Presets by their names.
  private static final class Names extends StringConverter<Preset> {
    @Override
    public String toString(@Nullable Preset preset) {
      return preset == null ? "" : preset.words();
    }

    /// Nobody types a preset.
    @Override
    public Preset fromString(String words) {
      return Preset.LAN;
    }
  }
}

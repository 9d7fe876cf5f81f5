package p2pgossip.ui.laboratory;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import p2pgossip.experiment.Counterpart;
import p2pgossip.gossip.Copy;
import p2pgossip.gossip.Interest;
import p2pgossip.gossip.Spreading;
import p2pgossip.gossip.Strategy;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.sweep.PopulationBase;
import p2pgossip.topology.Complete;
import p2pgossip.topology.Topology;
import p2pgossip.ui.chart.Wording;
import p2pgossip.ui.form.FileReading;
import p2pgossip.ui.form.FormField;
import p2pgossip.ui.form.PeersField;
import p2pgossip.ui.form.PercentField;
import p2pgossip.ui.form.SpreadingForm;
import p2pgossip.ui.form.TopologyFields;

/// What is run: the peers, their wiring, how they spread the rumour, and what goes wrong. FX thread
/// only.
final class RunForm extends VBox {

  /// The most peers that are offered.
  static final int MOST_PEERS = 10_000_000;

  private static final int FIRST_PEERS = 1_000;
  private static final double THIRD = 74;

  private final PeersField peers = new PeersField("lab-", MOST_PEERS, FIRST_PEERS);
  private final TopologyFields topology;
  private final SpreadingForm spreading = SpreadingForm.ahead("lab-");
  private final PercentField loss =
      new PercentField("lab-loss", "Lost", "The chance that a call gets lost", false, THIRD);
  private final PercentField crash =
      new PercentField("lab-crash", "Crashed", "The chance that a peer crashes", true, THIRD);
  private final FormField crashAfter =
      new FormField(
          "lab-crash-after",
          "After round",
          "0",
          "After this round they crash; 0 is before the first");
  private final FormField hops =
      new FormField(
          "lab-hops", "Hop limit", "none", "A copy that has made this many hops is not passed on");
  private final FormField seed =
      new FormField("lab-seed", "Seed", "1", "The same seed gives the same run");
  private final Label whence = muted("");
  private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper(this, "good", true);

  /// The number of peers that the user had chosen before the topology determined it.
  private int typed = FIRST_PEERS;

  RunForm(FileReading files) {
    super();
    topology = new TopologyFields("lab-", files, MOST_PEERS);
    topology.show(new Complete().form());
    spreading
        .valueProperty()
        .set(new Spreading(Strategy.PUSH, 1, Interest.NEVER_LOST, Copy.MOST_HOPS));
    seed.textProperty().set("1");
    seed.textProperty().subscribe(this::seedTyped);
    hops.textProperty().subscribe(this::hopsTyped);
    crashAfter.field().setPrefWidth(THIRD);
    crashAfter.textProperty().subscribe(this::crashAfterTyped);
    topology.topologyProperty().subscribe(this::follow);
    HBox.setHgrow(topology.row(), Priority.ALWAYS);
    whence.setId("lab-whence");
    whence.visibleProperty().bind(whence.textProperty().isNotEmpty());
    whence.managedProperty().bind(whence.visibleProperty());
    getChildren()
        .addAll(
            whence,
            section(
                "PEERS",
                peers,
                topology.row(),
                topology.parametersBelow(),
                topology.errors(),
                topology.sentence()),
            section("SPREAD", spreading),
            section(
                "WHAT GOES WRONG",
                row(loss, crash, crashAfter),
                loss.field().errorLabel(),
                crash.field().errorLabel(),
                crashAfter.errorLabel()),
            section("MORE", row(hops, seed), hops.errorLabel(), seed.errorLabel()));
    getStyleClass().add("side-form");
    BooleanExpression fields =
        peers
            .errorProperty()
            .isEmpty()
            .and(topology.goodProperty())
            .and(spreading.goodProperty())
            .and(Bindings.isEmpty(loss.field().errorProperty()))
            .and(Bindings.isEmpty(crash.field().errorProperty()))
            .and(Bindings.isEmpty(crashAfter.errorProperty()))
            .and(Bindings.isEmpty(hops.errorProperty()))
            .and(Bindings.isEmpty(seed.errorProperty()));
    good.bind(fields);
  }

  static VBox section(String title, Node... content) {
    Label heading = new Label(title);
    heading.getStyleClass().add("section-heading");
    VBox section = new VBox(heading);
    section.getChildren().addAll(content);
    section.getStyleClass().add("form-section");
    return section;
  }

  static HBox row(VBox... fields) {
    for (VBox field : fields) {
      HBox.setHgrow(field, Priority.ALWAYS);
    }
    return new HBox(8, fields);
  }

  private void follow(@Nullable Topology chosen) {
    OptionalInt own = chosen == null ? OptionalInt.empty() : chosen.peers();
    if (own.isPresent() && !peers.isDisabled()) {
      typed = peers.valueProperty().get();
    }
    if (own.isPresent()) {
      peers.setValue(own.getAsInt());
    } else if (peers.isDisabled()) {
      peers.setValue(typed);
    }
    peers.setDisable(own.isPresent());
  }

  private void seedTyped(String text) {
    seed.errorProperty().set(readSeed(text) == null ? "Seed: a whole number, such as 1." : "");
  }

  private static @Nullable Long readSeed(String text) {
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void hopsTyped(String text) {
    hops.errorProperty()
        .set(
            readHops(text).isPresent()
                ? ""
                : "Hop limit: a number from 1 to 10000, or nothing for none.");
  }

  private static OptionalInt readHops(String text) {
    if (text.isBlank()) {
      return OptionalInt.of(Copy.MOST_HOPS);
    }
    try {
      int hops = Integer.parseInt(text.strip());
      return hops >= 1 && hops <= Copy.MOST_HOPS ? OptionalInt.of(hops) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private void crashAfterTyped(String text) {
    crashAfter
        .errorProperty()
        .set(
            readRound(text).isPresent()
                ? ""
                : "After round: a number from 0 to 1000000, or nothing for 0.");
  }

  private static OptionalInt readRound(String text) {
    if (text.isBlank()) {
      return OptionalInt.of(0);
    }
    try {
      int round = Integer.parseInt(text.strip());
      return round >= 0 && round <= PopulationBase.LATEST_CRASH
          ? OptionalInt.of(round)
          : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /// Whether all texts are valid.
  ReadOnlyBooleanProperty goodProperty() {
    return good.getReadOnlyProperty();
  }

  /// The settings in the form; null while something in it is wrong.
  @Nullable PopulationSettings settings() {
    Topology chosen = topology.topologyProperty().get();
    Long chosenSeed = readSeed(seed.textProperty().get());
    OptionalInt hopLimit = readHops(hops.textProperty().get());
    OptionalInt round = readRound(crashAfter.textProperty().get());
    if (!good.get()
        || chosen == null
        || chosenSeed == null
        || hopLimit.isEmpty()
        || round.isEmpty()) {
      return null;
    }
    return new PopulationSettings(
        peers.valueProperty().get(),
        chosen,
        spreading.valueProperty().get().withHopLimit(hopLimit.getAsInt()),
        loss.share(),
        new Crashes(crash.share(), round.getAsInt()),
        chosenSeed);
  }

  /// Calls back whenever something in the form is another.
  void onChange(Runnable changed) {
    peers.valueProperty().subscribe((_, _) -> changed.run());
    topology.topologyProperty().subscribe((_, _) -> changed.run());
    spreading.valueProperty().subscribe((_, _) -> changed.run());
    for (FormField field : List.of(loss.field(), crash.field(), crashAfter, hops, seed)) {
      field.textProperty().subscribe((_, _) -> changed.run());
    }
    good.getReadOnlyProperty().subscribe((_, _) -> changed.run());
  }

  /// Hands on the settings in the form, unless something in it is wrong.
  void whenGood(Consumer<PopulationSettings> taker) {
    PopulationSettings settings = settings();
    if (settings != null) {
      taker.accept(settings);
    }
  }

  /// Fills the settings of peers in, and says what these leave out.
  void show(Counterpart peers) {
    show(peers.settings());
    whence.setText(
        "Filled in from peers on screen: a round stands for their period of %s. %s"
            .formatted(Wording.duration(peers.period()), peers.leftOutWords())
            .strip());
  }

  /// Fills these settings in.
  void show(PopulationSettings shown) {
    whence.setText("");
    topology.show(shown.topology());
    if (!peers.isDisabled()) {
      peers.setValue(shown.peers());
    }
    Spreading how = shown.spreading();
    spreading.valueProperty().set(how);
    hops.textProperty().set(how.hopLimit() == Copy.MOST_HOPS ? "" : String.valueOf(how.hopLimit()));
    loss.show(shown.loss());
    crash.show(shown.crashes().share());
    int round = shown.crashes().afterRound();
    crashAfter.textProperty().set(round == 0 ? "" : String.valueOf(round));
    seed.textProperty().set(String.valueOf(shown.seed()));
  }

  /// A label for a sentence in grey.
  static Label muted(String words) {
    Label label = new Label(words);
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    label.setWrapText(true);
    return label;
  }
}

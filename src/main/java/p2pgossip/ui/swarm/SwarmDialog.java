package p2pgossip.ui.swarm;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.network.Run;
import p2pgossip.scenario.NameChoice;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.Topology;
import p2pgossip.ui.dialog.Dialogue;
import p2pgossip.ui.dialog.FileChoice;
import p2pgossip.ui.form.FileReading;
import p2pgossip.ui.form.Named;
import p2pgossip.ui.form.NumberField;
import p2pgossip.ui.form.PeriodScale;
import p2pgossip.ui.form.SettingsForm;
import p2pgossip.ui.form.SpreadingForm;
import p2pgossip.ui.form.TopologyFields;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.theme.StyleSheets;
import p2pgossip.ui.wiring.TopologyPreview;

/// Asks which swarm to start, and shows its wiring in advance. FX thread only.
public final class SwarmDialog {

  private static final double FORM_WIDTH = 440;

  private final Stage stage;
  private final RandomGenerator random;
  private final PeerSettings settings;
  private final NumberField peers =
      new NumberField("swarm-peers", "Peers", 1, SwarmPlan.MOST, 24, TopologyFields.NUMBER_WIDTH);
  private final TopologyFields topology;
  private final TopologyPreview preview = TopologyPreview.large();
  private final Slider period = new Slider(0, 1, 0);
  private final ComboBox<NameChoice> names = new ComboBox<>();
  private final SpreadingForm spreading = SpreadingForm.low();
  private final ToggleSwitch sentences = new ToggleSwitch();
  private final ToggleSwitch joined = new ToggleSwitch();
  private final ToggleSwitch virtual = new ToggleSwitch();
  private long seed;

  /// The number of peers that the user had chosen before the topology determined it.
  private int typed;

  /// How the dialogue asks for a file and reads it.
  ///
  /// @param choice makes the file chooser of a window
  /// @param background runs what waits
  /// @param fxThread receives the result
  public record FileAsking(
      Function<Supplier<@Nullable Window>, FileChoice> choice,
      Executor background,
      Executor fxThread) {}

  /// @param settings that the swarm begins with, as far as the dialogue does not ask for them
  /// @param canJoin whether the swarm can be connected to the window's own peer
  /// @param files asks for a file and reads it
  /// @param start told what the user asks for
  public SwarmDialog(
      Stage owner,
      PeerSettings settings,
      boolean canJoin,
      RandomGenerator random,
      FileAsking files,
      Consumer<SwarmRequest> start) {
    this.random = random;
    topology =
        new TopologyFields(
            "swarm-",
            new FileReading(
                files.choice().apply(this::window), files.background(), files.fxThread()),
            SwarmPlan.most(Run.Time.VIRTUAL));
    this.settings = settings;
    seed = random.nextLong(1, 1_000_000);
    joined.setSelected(canJoin);
    virtual.setId("swarm-virtual");
    virtual
        .selectedProperty()
        .subscribe(
            simulated -> {
              joined.setDisable(!canJoin || simulated);
              peers.setMost(SwarmPlan.most(time()));
            });
    spreading.valueProperty().set(settings.spreading());
    sentences.setSelected(false);
    peers.valueProperty().subscribe(count -> redraw());
    topology.topologyProperty().subscribe(this::choose);
    period.setValue(PeriodScale.positionOf(Duration.ofSeconds(1)));
    VBox root = new VBox(16, columns(), buttons(start));
    root.getStyleClass().addAll("peer-window", "swarm-dialog");
    root.getStylesheets().add(StyleSheets.of(SwarmDialog.class, "swarm.css"));
    stage = Dialogue.over(owner, "start a swarm", root);
    // An error takes a line.
    peers.errorProperty().subscribe(error -> stage.sizeToScene());
    topology.goodProperty().subscribe(good -> stage.sizeToScene());
    spreading.goodProperty().subscribe(good -> stage.sizeToScene());
  }

  private Window window() {
    return stage;
  }

  public void show() {
    stage.show();
  }

  private HBox columns() {
    HBox.setHgrow(topology.row(), Priority.ALWAYS);
    HBox first = new HBox(8, peers, topology.row());
    Label periodWords = new Label();
    periodWords.setMinWidth(52);
    period.setId("swarm-dialog-period");
    period.setAccessibleText("Period");
    period
        .valueProperty()
        .subscribe(
            at ->
                periodWords.setText(
                    SettingsForm.seconds(PeriodScale.periodAt(at.doubleValue())) + " s"));
    HBox.setHgrow(period, Priority.ALWAYS);
    HBox periods = new HBox(8, period, periodWords);
    periods.setAlignment(Pos.CENTER_LEFT);
    Named itsPeriod = new Named("Period", periods);
    HBox.setHgrow(itsPeriod, Priority.ALWAYS);
    setUpNames();
    VBox form =
        new VBox(
            12,
            first,
            peers.errorLabel(),
            topology.errors(),
            topology.sentence(),
            new HBox(16, itsPeriod, new Named("Names", names)),
            spreading,
            row("Sentences too", "Each also sends its neighbours a sentence", sentences),
            row(
                "Virtual time",
                "Simulated peers: time runs as slowly or as fast as you like",
                virtual),
            row("Joined to my peer", "One of them connects to this window's peer", joined));
    form.setPrefWidth(FORM_WIDTH);
    Button again = new Button("Rewire", new FontIcon(Feather.SHUFFLE));
    again.getStyleClass().add(Styles.SMALL);
    Hint.on(again, "Draw its links at random again");
    again.setOnAction(
        event -> {
          seed = random.nextLong(1, 1_000_000);
          redraw();
        });
    preview.setPrefSize(300, 300);
    VBox.setVgrow(preview, Priority.ALWAYS);
    HBox below = new HBox(10, spreading.pictures(), gap(), again);
    below.setAlignment(Pos.CENTER_LEFT);
    VBox picture = new VBox(8, preview, below);
    return new HBox(24, form, picture);
  }

  private void setUpNames() {
    names.setId("swarm-names");
    names.setAccessibleText("Names");
    Hint.on(names, "What the peers are called");
    names.getItems().setAll(NameChoice.values());
    names.setConverter(new ChoiceWords());
    names.setValue(NameChoice.PORTS);
  }

  private static final class ChoiceWords extends StringConverter<NameChoice> {

    @Override
    public String toString(@Nullable NameChoice choice) {
      return choice == null ? "" : choice.words();
    }

    @Override
    public NameChoice fromString(String words) {
      throw new UnsupportedOperationException("the choice can't be typed");
    }
  }

  private HBox buttons(Consumer<SwarmRequest> start) {
    Button cancel = new Button("Cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(event -> stage.close());
    Button begin = new Button("Start the swarm", new FontIcon(Feather.PLAY));
    begin.setId("swarm-begin");
    begin.setDefaultButton(true);
    // Only what the fields show is started.
    begin
        .disableProperty()
        .bind(
            peers
                .errorProperty()
                .isNotEmpty()
                .or(topology.goodProperty().not())
                .or(spreading.goodProperty().not()));
    begin.setOnAction(
        event -> {
          stage.close();
          start.accept(request());
        });
    return new HBox(8, gap(), cancel, begin);
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private Run.Time time() {
    return virtual.isSelected() ? Run.Time.VIRTUAL : Run.Time.REAL;
  }

  private SwarmRequest request() {
    PeerSettings wanted =
        settings
            .withPeriod(PeriodScale.periodAt(period.getValue()))
            .withSentences(sentences.isSelected())
            .withSpreading(spreading.valueProperty().get())
            .withPaused(false);
    Topology chosen = Objects.requireNonNull(topology.topologyProperty().get(), "no topology");
    return new SwarmRequest(
        peers.value(),
        chosen,
        seed,
        joined.isSelected() && !virtual.isSelected(),
        wanted,
        names.getValue(),
        time());
  }

  /// The number of peers is that of the topology, if it determines one, and the user's own
  /// otherwise.
  private void choose(@Nullable Topology chosen) {
    OptionalInt own = chosen == null ? OptionalInt.empty() : chosen.peers();
    if (own.isPresent() && !peers.isDisabled()) {
      typed = peers.value();
    }
    // As many as no swarm of real peers has.
    boolean many = own.orElse(0) > SwarmPlan.MOST;
    if (many) {
      virtual.setSelected(true);
    }
    virtual.setDisable(many);
    if (own.isPresent()) {
      peers.setValue(own.getAsInt());
    } else if (peers.isDisabled()) {
      peers.setValue(typed);
    }
    peers.setDisable(own.isPresent());
    redraw();
  }

  private void redraw() {
    Topology chosen = topology.topologyProperty().get();
    boolean fits = chosen != null && chosen.peers().orElse(peers.value()) == peers.value();
    preview.show(fits ? chosen : null, peers.value(), seed);
  }

  private static HBox row(String name, String what, ToggleSwitch toggle) {
    Label label = new Label(name);
    Label words = new Label(what);
    words.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    toggle.setAccessibleText(name);
    VBox texts = new VBox(2, label, words);
    HBox.setHgrow(texts, Priority.ALWAYS);
    HBox row = new HBox(8, texts, toggle);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}

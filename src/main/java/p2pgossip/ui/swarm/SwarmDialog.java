package p2pgossip.ui.swarm;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
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
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.PeerSettings;
import p2pgossip.swarm.SwarmPlan;
import p2pgossip.topology.Topology;
import p2pgossip.ui.dialog.Dialogue;
import p2pgossip.ui.form.FormField;
import p2pgossip.ui.form.Named;
import p2pgossip.ui.form.NumberField;
import p2pgossip.ui.form.PeriodScale;
import p2pgossip.ui.form.SettingsForm;
import p2pgossip.ui.form.SpreadingForm;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.theme.StyleSheets;

/// Asks what swarm to start, and shows its wiring beforehand. FX thread only.
public final class SwarmDialog {

  private static final double NUMBER_WIDTH = 84;

  private static final double FORM_WIDTH = 440;

  /// Plain decimals, so no exponents.
  private static final Pattern CHANCE = Pattern.compile("[0-9]?[.,]?[0-9]{0,9}");

  private final Stage stage;
  private final RandomGenerator random;
  private final PeerSettings settings;
  private final NumberField peers =
      new NumberField("swarm-peers", "Peers", 1, SwarmPlan.MOST, 24, NUMBER_WIDTH);
  private final ComboBox<TopologyChoice> wiring = new ComboBox<>();
  private final Label explanation = new Label();
  private final NumberField parameter =
      new NumberField("swarm-parameter", "", 1, Topology.MOST_NEIGHBORS, 4, NUMBER_WIDTH);
  private final FormField rewired =
      new FormField(
          "swarm-rewired",
          "Rewired",
          "0.1",
          "The chance of each link to lead anywhere instead of to a near one, 0 to 1");
  private final TopologyPreview preview = new TopologyPreview();
  private final Slider period = new Slider(0, 1, 0);
  private final SpreadingForm spreading = new SpreadingForm();
  private final ToggleSwitch sentences = new ToggleSwitch();
  private final ToggleSwitch joined = new ToggleSwitch();
  private long seed;

  /// @param settings that the swarm begins with, as far as the dialogue does not ask for them
  /// @param canJoin whether the window's own peer runs, so that the swarm can be connected to it
  /// @param start told what the user asks for
  public SwarmDialog(
      Stage owner,
      PeerSettings settings,
      boolean canJoin,
      RandomGenerator random,
      Consumer<SwarmRequest> start) {
    this.random = random;
    this.settings = settings;
    seed = random.nextLong(1, 1_000_000);
    joined.setSelected(canJoin);
    joined.setDisable(!canJoin);
    spreading.valueProperty().set(settings.spreading());
    sentences.setSelected(false);
    rewired.setPrefWidth(NUMBER_WIDTH);
    rewired.setMinWidth(NUMBER_WIDTH);
    rewired.textProperty().set(Double.toString(TopologyChoice.REWIRED));
    rewired.textProperty().subscribe(text -> redraw());
    wiring.setId("swarm-wiring");
    wiring.getItems().setAll(TopologyChoice.values());
    wiring.setMaxWidth(Double.MAX_VALUE);
    wiring.setAccessibleText("Wiring");
    wiring.valueProperty().subscribe(choice -> choose(choice));
    peers.valueProperty().subscribe(count -> redraw());
    parameter.valueProperty().subscribe(count -> redraw());
    wiring.setValue(TopologyChoice.SMALL_WORLD);
    period.setValue(PeriodScale.positionOf(Duration.ofSeconds(1)));
    VBox root = new VBox(16, columns(), buttons(start));
    root.getStyleClass().addAll("peer-window", "swarm-dialog");
    root.getStylesheets().add(StyleSheets.of(SwarmDialog.class, "swarm.css"));
    stage = Dialogue.over(owner, "start a swarm", root);
    // What is wrong takes a line.
    peers.errorProperty().subscribe(error -> stage.sizeToScene());
    parameter.errorProperty().subscribe(error -> stage.sizeToScene());
    rewired.errorProperty().subscribe(error -> stage.sizeToScene());
    spreading.goodProperty().subscribe(good -> stage.sizeToScene());
  }

  public void show() {
    stage.show();
  }

  private HBox columns() {
    explanation.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    explanation.setWrapText(true);
    VBox wirings = new Named("Wiring", wiring);
    HBox.setHgrow(wirings, Priority.ALWAYS);
    HBox first = new HBox(8, peers, wirings, parameter, rewired);
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
    VBox form =
        new VBox(
            12,
            first,
            peers.errorLabel(),
            parameter.errorLabel(),
            rewired.errorLabel(),
            explanation,
            new Named("Period", periods),
            spreading,
            row("Sentences too", "Each also sends its neighbours a sentence", sentences),
            row("Joined to my peer", "One of them connects to this window's peer", joined));
    form.setPrefWidth(FORM_WIDTH);
    Button again = new Button("Wire anew", new FontIcon(Feather.SHUFFLE));
    again.getStyleClass().add(Styles.SMALL);
    Hint.on(again, "Wire it by other chances");
    again.setOnAction(
        event -> {
          seed = random.nextLong(1, 1_000_000);
          redraw();
        });
    preview.setPrefSize(300, 300);
    VBox.setVgrow(preview, Priority.ALWAYS);
    VBox picture = new VBox(8, preview, again);
    picture.setAlignment(Pos.CENTER);
    return new HBox(24, form, picture);
  }

  private HBox buttons(Consumer<SwarmRequest> start) {
    Button cancel = new Button("Cancel");
    cancel.setCancelButton(true);
    cancel.setOnAction(event -> stage.close());
    Button begin = new Button("Start the swarm", new FontIcon(Feather.PLAY));
    begin.setId("swarm-begin");
    begin.setDefaultButton(true);
    // What is started is what stands in the fields, or nothing.
    begin
        .disableProperty()
        .bind(
            peers
                .errorProperty()
                .isNotEmpty()
                .or(parameter.errorProperty().isNotEmpty())
                .or(rewired.errorProperty().isNotEmpty())
                .or(spreading.goodProperty().not()));
    begin.setOnAction(
        event -> {
          stage.close();
          start.accept(request());
        });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return new HBox(8, gap, cancel, begin);
  }

  private SwarmRequest request() {
    PeerSettings wanted =
        settings
            .withPeriod(PeriodScale.periodAt(period.getValue()))
            .withSentences(sentences.isSelected())
            .withSpreading(spreading.valueProperty().get())
            .withPaused(false);
    return new SwarmRequest(peers.value(), topology(), seed, joined.isSelected(), wanted);
  }

  private Topology topology() {
    return wiring.getValue().with(parameter.value(), chance().orElse(TopologyChoice.REWIRED));
  }

  /// The chance of rewiring; empty while the text is none. A comma is read as a decimal point.
  private OptionalDouble chance() {
    String typed = rewired.textProperty().get().strip();
    if (!CHANCE.matcher(typed).matches() || typed.chars().noneMatch(Character::isDigit)) {
      return OptionalDouble.empty();
    }
    double chance = Double.parseDouble(typed.replace(',', '.'));
    return chance <= 1 ? OptionalDouble.of(chance) : OptionalDouble.empty();
  }

  private void choose(TopologyChoice choice) {
    if (choice == null) {
      return;
    }
    explanation.setText(choice.explanation());
    parameter.setName(choice.parameter());
    parameter.setVisible(!choice.parameter().isEmpty());
    parameter.setManaged(parameter.isVisible());
    parameter.setRange(choice.least(), Topology.MOST_NEIGHBORS, choice.step(), choice.usual());
    rewired.setVisible(choice.isRewired());
    rewired.setManaged(choice.isRewired());
    redraw();
  }

  private void redraw() {
    if (wiring.getValue() == null) {
      return;
    }
    boolean wrong = wiring.getValue().isRewired() && chance().isEmpty();
    rewired.errorProperty().set(wrong ? "Rewired: a chance from 0 to 1, such as 0.1." : "");
    preview.show(topology(), peers.value(), seed);
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

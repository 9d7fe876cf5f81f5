package p2pgossip.ui.laboratory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.gossip.ShownText;
import p2pgossip.gossip.Spreading;
import p2pgossip.laboratory.AxisText;
import p2pgossip.laboratory.OpenedExperiment;
import p2pgossip.laboratory.Sentence;
import p2pgossip.laboratory.SweepDraft;
import p2pgossip.laboratory.SweepRun;
import p2pgossip.laboratory.SweepWords;
import p2pgossip.population.Crashes;
import p2pgossip.population.PopulationSettings;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.sweep.Parameter;
import p2pgossip.sweep.Repeats;
import p2pgossip.sweep.Scale;
import p2pgossip.topology.Complete;
import p2pgossip.ui.form.FormField;
import p2pgossip.ui.form.Named;
import p2pgossip.ui.hint.Hint;

/// What a sweep runs: an experiment that one builds from the form of a run, or one that was opened.
/// FX thread only.
final class SweepSide extends VBox {

  /// Between two sections, in pixels.
  private static final double SECTIONS = 18;

  /// Its runs, in a word or two.
  private record Choice(Scale scale) {
    @Override
    public String toString() {
      return switch (scale) {
        case ARRAYS -> "arrays, in rounds";
        case VIRTUAL -> "virtual time, in seconds";
        case REAL -> "real sockets, in seconds";
      };
    }
  }

  /// Stands in the draft of an experiment whose network stays as it is.
  private static final PopulationSettings ANY =
      new PopulationSettings(1, new Complete(), Spreading.DEFAULT, 0, Crashes.NONE, 1);

  private final RunForm form;
  private final Consumer<@Nullable Experiment> changed;
  private final SweepOpening opening;
  private final Button save = new Button("Save …", new FontIcon(Feather.SAVE));
  private final Label size = RunForm.muted("");
  private final Label time = RunForm.muted("");
  private final Trouble trouble = new Trouble("sweep-error");
  private final Label opened = new Label();
  private final Label summary = RunForm.muted("");
  private final Button change = new Button("Change it");
  private final Button buildOwn = new Button("Build my own");
  private final Label kept = RunForm.muted("");
  private final VBox whatIsOpen =
      new VBox(8, opened, summary, kept, new FlowPane(8, 8, change, buildOwn));
  private final FormField name =
      new FormField(
          "sweep-name",
          "Name",
          "as measured and varied",
          "Under this name the sweep is kept and can be opened again");
  private final AxisRow first = new AxisRow(1, Parameter.FANOUT, this::changed);
  private final AxisRow second = new AxisRow(2, null, this::changed);
  private final ComboBox<Choice> scale = new ComboBox<>();
  private final MeasureBoxes measures = new MeasureBoxes(this::changed);
  private final Label noMeasure = new Trouble("sweep-measures-error");
  private final RepeatsFields repeats = new RepeatsFields(this::changed);
  private final CheckBox luck = new CheckBox("The same luck at all points");
  private final VBox builder;
  private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper(this, "good", false);
  private @Nullable Experiment experiment;
  private boolean isOpened;

  /// From what the builder was filled; null if it begins anew.
  private @Nullable OpenedExperiment source;

  /// Set while the controls follow what is chosen.
  private boolean following;

  /// @param form of a run, which other pages have too
  /// @param opening opens other experiments
  /// @param changed is told the experiment whenever it is another; null while there is none
  SweepSide(RunForm form, SweepOpening opening, Consumer<@Nullable Experiment> changed) {
    super();
    this.form = form;
    this.opening = opening;
    this.changed = changed;
    save.setId("sweep-save");
    save.disableProperty().bind(good.not());
    save.setOnAction(_ -> save());
    Hint.on(save, "Save the experiment as a file, for ./run.sh sweep too");
    for (Label line : List.of(size, time)) {
      line.visibleProperty().bind(line.textProperty().isNotEmpty());
      line.managedProperty().bind(line.visibleProperty());
    }
    size.setId("sweep-size");
    time.setId("sweep-time");
    HBox buttons = new HBox(8, opening.button(), save);
    opened.setId("sweep-opened");
    opened.getStyleClass().add("chart-title");
    opened.setWrapText(true);
    buildOwn.setId("sweep-own");
    buildOwn.setOnAction(_ -> build());
    change.setId("sweep-change");
    change.managedProperty().bind(change.visibleProperty());
    change.setOnAction(_ -> change());
    Hint.on(change, "Fill the form below from it, to run it otherwise");
    Hint.on(buildOwn, "Leave it, and choose everything below");
    kept.setId("sweep-kept");
    kept.managedProperty().bind(kept.textProperty().isNotEmpty());
    whatIsOpen.managedProperty().bind(whatIsOpen.visibleProperty());
    whatIsOpen.setVisible(false);
    scale.setId("sweep-scale");
    scale.setMaxWidth(Double.MAX_VALUE);
    scale
        .getItems()
        .setAll(new Choice(Scale.ARRAYS), new Choice(Scale.VIRTUAL), new Choice(Scale.REAL));
    scale.setValue(new Choice(Scale.ARRAYS));
    scale.valueProperty().subscribe((_, _) -> changed());
    name.textProperty().subscribe((_, _) -> changed());
    luck.setId("sweep-luck");
    luck.setSelected(true);
    luck.selectedProperty().subscribe((_, _) -> changed());
    Hint.on(
        luck,
        "The same repetition has the same seed everywhere, so that small differences show in few"
            + " runs");
    for (Region part : List.of(first, second, repeats)) {
      part.managedProperty().bind(part.visibleProperty());
    }
    builder =
        new VBox(
            SECTIONS,
            RunForm.section("WHAT IS VARIED", first, second, name),
            RunForm.section("WHAT IS MEASURED", measures, noMeasure),
            RunForm.section("HOW OFTEN", repeats, luck, new Named("Made of", scale)));
    builder.managedProperty().bind(builder.visibleProperty());
    VBox own =
        new VBox(RunForm.section("EXPERIMENT", buttons, whatIsOpen, size, time, trouble), builder);
    own.getStyleClass().add("side-form");
    getChildren().add(own);
    form.onChange(this::changed);
    changed();
  }

  /// Takes the form of a run, which has been on another page.
  void join() {
    if (keepsNetwork()) {
      getChildren().remove(form);
    } else if (!isOpened && !getChildren().contains(form)) {
      getChildren().add(form);
    }
    scale.setDisable(keepsNetwork());
    changed();
  }

  /// Whether there is an experiment that can be run.
  ReadOnlyBooleanProperty goodProperty() {
    return good.getReadOnlyProperty();
  }

  /// What is to be run; null while something is wrong.
  @Nullable Experiment experiment() {
    return experiment;
  }

  /// Shows an experiment that was opened, in place of the builder.
  void show(Experiment shown) {
    isOpened = true;
    source = null;
    kept.setText("");
    change.setVisible(true);
    builder.setVisible(false);
    getChildren().remove(form);
    opened.setText(ShownText.of(shown.name()));
    summary.setText(inWords(shown));
    whatIsOpen.setVisible(true);
    trouble.setText("");
    set(shown);
  }

  private static String inWords(Experiment it) {
    List<String> lines = new ArrayList<>();
    if (!it.description().isBlank()) {
      lines.add(ShownText.whole(it.description()));
    }
    for (Axis axis : it.axes()) {
      lines.add(SweepWords.name(axis.parameter()) + ": " + AxisText.of(axis));
    }
    lines.add(
        switch (it.scale()) {
          case ARRAYS -> "On arrays, in rounds in step.";
          case VIRTUAL -> "Simulated peers in virtual time.";
          case REAL -> "Real peers on real sockets.";
        });
    return String.join("\n", lines);
  }

  private void build() {
    isOpened = false;
    source = null;
    whatIsOpen.setVisible(false);
    builder.setVisible(true);
    showAxes(true);
    repeats.setVisible(true);
    join();
  }

  /// Fills the builder from what was opened. What it can't show is said, and stays as it is.
  private void change() {
    Experiment from = experiment;
    if (from == null) {
      return;
    }
    OpenedExperiment it = filled(OpenedExperiment.of(from, RunForm.MOST_PEERS));
    following = true;
    scale.setValue(new Choice(from.scale()));
    offer(from.scale());
    name.textProperty().set(from.name());
    if (it.showsAxes()) {
      first.show(from.axes().isEmpty() ? null : from.axes().getFirst());
      second.show(from.axes().size() < 2 ? null : from.axes().get(1));
    }
    measures.choose(from.measures());
    repeats.offer(from.measures());
    if (it.showsRepeats()) {
      repeats.show(from.repeats());
    }
    luck.setSelected(from.commonLuck());
    following = false;
    source = it;
    isOpened = false;
    kept.setText(it.words());
    summary.setText("Changed below, it is run and kept as an experiment of its own.");
    change.setVisible(false);
    showAxes(it.showsAxes());
    repeats.setVisible(it.showsRepeats());
    builder.setVisible(true);
    join();
  }

  /// Fills the form of a run. Where it does not show the very settings, the network stays.
  private OpenedExperiment filled(OpenedExperiment it) {
    PopulationSettings settings = it.settings();
    if (settings == null) {
      return it;
    }
    form.show(settings);
    return settings.equals(form.settings())
        ? it
        : new OpenedExperiment(it.experiment(), null, it.showsAxes(), it.showsRepeats());
  }

  private void showAxes(boolean shown) {
    first.setVisible(shown);
    second.setVisible(shown);
  }

  private boolean keepsNetwork() {
    return source != null && source.settings() == null;
  }

  /// Says about how long it takes, or what stands in the way.
  void tell(String howLong, String wrong) {
    time.setText(howLong);
    trouble.setText(wrong);
  }

  private void changed() {
    if (isOpened || following) {
      return;
    }
    following = true;
    Scale chosen = scale.getValue().scale();
    offer(chosen);
    repeats.offer(measures.chosen());
    following = false;
    set(built(chosen).orElse(null));
  }

  private void offer(Scale chosen) {
    first.offer(SweepDraft.parameters(chosen));
    second.offer(SweepDraft.parameters(chosen));
    measures.offer(chosen);
  }

  private Optional<Experiment> built(Scale chosen) {
    trouble.setText("");
    OpenedExperiment from = source;
    PopulationSettings settings = keepsNetwork() ? ANY : form.settings();
    Optional<Axis> across = first.axis();
    Optional<Axis> beside = second.axis();
    Optional<Repeats> often =
        from == null || from.showsRepeats()
            ? repeats.repeats()
            : Optional.of(from.experiment().repeats());
    List<Measure> measured = measures.chosen();
    noMeasure.setText(measured.isEmpty() ? "Choose at least one measure." : "");
    boolean showsAxes = from == null || from.showsAxes();
    boolean axesGood = !showsAxes || (first.isGood() && second.isGood());
    boolean good = axesGood && !measured.isEmpty();
    if (settings == null || often.isEmpty() || !good) {
      return Optional.empty();
    }
    List<Axis> axes = new ArrayList<>();
    if (from == null || from.showsAxes()) {
      across.ifPresent(axes::add);
      beside.ifPresent(axes::add);
    } else {
      axes.addAll(from.experiment().axes());
    }
    SweepDraft draft =
        new SweepDraft(
            name.textProperty().get(),
            chosen,
            settings,
            axes,
            often.get(),
            measured,
            luck.isSelected());
    boolean fitting =
        keepsNetwork() || !showsAxes || (fits(draft, across, first) && fits(draft, beside, second));
    try {
      return fitting
          ? Optional.of(shownWhole(from == null ? draft.experiment() : from.changed(draft)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      trouble.setText(Sentence.of(e));
      return Optional.empty();
    }
  }

  private static Experiment shownWhole(Experiment built) {
    if (built.points() > SweepRun.MOST_POINTS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.UK,
              "up to %,d points can be shown, and these are %,d; take fewer values",
              SweepRun.MOST_POINTS,
              built.points()));
    }
    return built;
  }

  /// What is wrong with a single value is said beside it.
  private static boolean fits(SweepDraft draft, Optional<Axis> axis, AxisRow row) {
    try {
      axis.ifPresent(draft::requireFitting);
      return true;
    } catch (IllegalArgumentException e) {
      row.setError(Sentence.of(e));
      return false;
    }
  }

  private void set(@Nullable Experiment now) {
    good.set(now != null);
    size.setText(now == null ? "" : SweepWords.runs(now) + ".");
    if (now == null ? experiment != null : !now.equals(experiment)) {
      experiment = now;
      time.setText("");
      changed.accept(now);
    }
  }

  private void save() {
    if (experiment != null) {
      opening.save(experiment);
    }
  }
}

package p2pgossip.ui.laboratory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.file.CsvTable;
import p2pgossip.laboratory.SweepChart;
import p2pgossip.laboratory.SweepCharts;
import p2pgossip.laboratory.SweepDifferences;
import p2pgossip.laboratory.SweepView;
import p2pgossip.laboratory.SweepWords;
import p2pgossip.results.SweepTally;
import p2pgossip.sweep.Axis;
import p2pgossip.sweep.Experiment;
import p2pgossip.sweep.Measure;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.legend.DrawnLegend;
import p2pgossip.ui.scroll.DirectScrollPane;
import p2pgossip.ui.theme.RolePalette;

/// The charts of a sweep, one for each measure, with how they are laid out above them, and below
/// them what is selected. FX thread only.
final class SweepFigures extends VBox {

  private final FlowPane options = new FlowPane(14, 6);
  private final ToggleButton map = new ToggleButton("Heat map");
  private final Button turn = new Button("Turn", new FontIcon(Feather.REFRESH_CW));
  private final CheckBox logAcross = new CheckBox("Logarithmic across");
  private final CheckBox logUp = new CheckBox("Logarithmic up");
  private final CheckBox paired = new CheckBox("Differences");
  private final Runnable differencesWanted;
  private final DrawnLegend legend = new DrawnLegend(List.of());
  private final CardGrid grid = new CardGrid();
  private final PointStrip strip;
  private RolePalette palette = RolePalette.LIGHT;
  private Map<Measure, SweepCard> cards = Map.of();
  private @Nullable Experiment experiment;
  private @Nullable SweepView view;
  private SweepTally.@Nullable State state;

  /// Null until they have been asked for.
  private SweepTally.@Nullable State differences;

  private int selected = -1;

  /// Set while the controls follow the view.
  private boolean following;

  /// @param differencesWanted is called when the user wants to see differences
  SweepFigures(RunOpener opener, Runnable differencesWanted) {
    super(8);
    this.differencesWanted = differencesWanted;
    strip = new PointStrip(opener);
    map.setId("sweep-map");
    Hint.on(map, "A cell for each point, in place of lines");
    map.selectedProperty().subscribe((_, on) -> change(it -> it.withHeatMap(on)));
    turn.setId("sweep-turn");
    turn.setOnAction(_ -> turn());
    Hint.on(turn, "Put the two axes in each other's place");
    logAcross.setId("sweep-log-across");
    logAcross.selectedProperty().subscribe((_, on) -> change(it -> it.withLogAcross(on)));
    logUp.setId("sweep-log-up");
    logUp.selectedProperty().subscribe((_, on) -> change(it -> it.withLogUp(on)));
    Hint.on(logUp, "Values that are not above 0 have no place on such an axis");
    paired.setId("sweep-differences");
    paired.selectedProperty().subscribe((_, on) -> compare(on));
    paired.managedProperty().bind(paired.visibleProperty());
    map.managedProperty().bind(map.visibleProperty());
    turn.managedProperty().bind(turn.visibleProperty());
    logAcross.managedProperty().bind(logAcross.visibleProperty());
    options.setRowValignment(VPos.CENTER);
    options.setAlignment(Pos.CENTER_LEFT);
    legend.managedProperty().bind(legend.visibleProperty());
    DirectScrollPane scroll = new DirectScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("lab-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(options, legend, scroll, strip);
  }

  /// Shows the charts of an experiment from now on, empty at first. How they are laid out stays
  /// where it is the same one.
  void begin(Experiment newExperiment) {
    state = null;
    differences = null;
    paired.setSelected(false);
    if (newExperiment.equals(experiment)) {
      return;
    }
    experiment = newExperiment;
    view = SweepView.of(newExperiment);
    selected = -1;
    cards = new LinkedHashMap<>();
    for (Measure measure : newExperiment.measures()) {
      SweepCard card =
          new SweepCard(
              "sweep",
              measure.label(),
              SweepWords.name(measure),
              SweepWords.definition(measure),
              this::select,
              strip::open);
      card.setPalette(palette);
      cards.put(measure, card);
    }
    grid.show(cards.values().stream().map(SweepCard::card).toList());
    strip.show(newExperiment, selected);
    showOptions(newExperiment, view);
  }

  private void showOptions(Experiment of, SweepView shown) {
    options.getChildren().setAll(map, turn, logAcross, logUp, paired);
    for (int axis : shown.others()) {
      options.getChildren().add(fixed(of.axes().get(axis), axis));
    }
    follow(of, shown);
  }

  private void follow(Experiment of, SweepView shown) {
    following = true;
    boolean luck = SweepDifferences.areKnown(of);
    paired.setVisible(luck);
    if (luck) {
      Hint.on(
          paired,
          "Each point %s, repetition by repetition, with the same luck"
              .formatted(SweepDifferences.words(of)));
    }
    paired.setSelected(shown.differences());
    boolean two = shown.beside() >= 0;
    map.setVisible(two);
    turn.setVisible(two);
    map.setSelected(shown.heatMap());
    map.setDisable(two && of.axes().get(shown.beside()).values().size() > SweepView.MOST_LINES);
    logAcross.setVisible(
        shown.across() >= 0 && of.axes().get(shown.across()).parameter().isNumber());
    logAcross.setSelected(shown.logAcross());
    logAcross.setDisable(shown.heatMap());
    logUp.setSelected(shown.logUp());
    logUp.setDisable(shown.heatMap() || shown.differences());
    following = false;
  }

  /// Chooses the value of an axis that is neither across nor beside.
  private ComboBox<String> fixed(Axis axis, int number) {
    ComboBox<String> choice = new ComboBox<>();
    choice.setId("sweep-fixed-" + axis.parameter().label());
    choice
        .getItems()
        .setAll(
            axis.values().stream()
                .map(value -> SweepWords.value(axis.parameter(), value))
                .toList());
    choice.getSelectionModel().selectFirst();
    choice
        .getSelectionModel()
        .selectedIndexProperty()
        .subscribe((_, index) -> change(it -> it.withFixed(number, index.intValue())));
    return choice;
  }

  private void change(UnaryOperator<SweepView> how) {
    Experiment of = experiment;
    SweepView now = view;
    if (of != null && now != null && !following) {
      view = how.apply(now);
      follow(of, how.apply(now));
      draw();
    }
  }

  private void turn() {
    Experiment of = experiment;
    if (of != null) {
      change(it -> it.turned(of));
    }
  }

  /// Shows the summary of the runs so far.
  void show(SweepTally.State newState) {
    state = newState;
    draw();
  }

  private void compare(boolean wanted) {
    if (!following) {
      change(it -> it.withDifferences(wanted));
      if (wanted && differences == null) {
        differencesWanted.run();
      }
    }
  }

  /// Whether differences can be asked for.
  void allowDifferences(boolean allowed) {
    paired.setDisable(!allowed);
  }

  /// Shows differences, if they are still wanted.
  void showDifferences(SweepTally.State found) {
    differences = found;
    draw();
  }

  private void select(int point) {
    selected = point;
    strip.show(experiment, point);
    draw();
  }

  private void draw() {
    Experiment of = experiment;
    SweepView how = view;
    SweepTally.State now = how != null && how.differences() ? differences : state;
    if (of == null || how == null || now == null) {
      return;
    }
    List<DrawnLegend.Entry> entries = new ArrayList<>();
    String less = how.differences() ? SweepDifferences.words(of) : "";
    cards.forEach(
        (measure, card) -> {
          SweepChart chart = SweepCharts.of(of, how, measure, now);
          entries.clear();
          entries.addAll(SweepCard.legend(chart));
          String unit = SweepWords.unit(measure, of.scale());
          card.show(
              chart,
              List.copyOf(entries),
              unit + (unit.isEmpty() || less.isEmpty() ? "" : ", ") + less,
              selected,
              spot -> SweepCharts.reading(of, chart, spot));
        });
    legend.setVisible(!entries.isEmpty());
    legend.explain(entries);
  }

  /// How the charts are laid out; null before an experiment is shown.
  @Nullable SweepView view() {
    return view;
  }

  List<Printed> prints() {
    List<Printed> prints = new ArrayList<>();
    Experiment of = experiment;
    boolean less = view != null && view.differences();
    cards.forEach(
        (measure, card) -> {
          SweepChart chart = card.chart();
          if (of != null && chart != null) {
            String name = measure.label() + (less ? "_difference" : "");
            prints.add(
                card.printed(
                    out -> {
                      try (CsvTable table = new CsvTable(out, SweepCharts.columns(of))) {
                        SweepCharts.table(of, chart, name).forEach(table::row);
                      }
                    }));
          }
        });
    return prints;
  }

  void setPalette(RolePalette newPalette) {
    palette = newPalette;
    legend.setPalette(palette);
    cards.values().forEach(card -> card.setPalette(palette));
  }
}

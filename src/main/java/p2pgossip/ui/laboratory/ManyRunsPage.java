package p2pgossip.ui.laboratory;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.laboratory.KeptResult;
import p2pgossip.laboratory.ManyRuns;
import p2pgossip.laboratory.Prediction;
import p2pgossip.laboratory.RunsSummary;
import p2pgossip.population.PopulationSettings;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.PlotCard;
import p2pgossip.ui.chart.Wording;
import p2pgossip.ui.empty.EmptyState;
import p2pgossip.ui.figure.FigureTiles;
import p2pgossip.ui.form.NumberField;
import p2pgossip.ui.scroll.DirectScrollPane;
import p2pgossip.ui.theme.RolePalette;
import p2pgossip.worker.FittingRuns;

/// Many runs: the band in which they are, how long they take and what they leave out. It fills as
/// results come. FX thread only.
final class ManyRunsPage extends StackPane implements Page, WatchedWork.Watcher {

  private static final int FIRST_RUNS = 1_000;
  private static final double NUMBER_WIDTH = 110;

  /// Of the charts, in pixels.
  private static final double MIN_HEIGHT = 560;

  private final RunForm form;
  private final NumberField runs =
      new NumberField("lab-runs", "Runs", 2, ManyRuns.MOST, FIRST_RUNS, NUMBER_WIDTH);
  private final Executor background;
  private final Executor fxThread;
  private final Keeper keeper;
  private final KeepButton keep = new KeepButton("lab-many-keep", this::keep);
  private final PauseButton pause;
  private final ProgressBar progress = new ProgressBar(0);
  private final Label state = new Label();
  private final FigureTiles<RunsSummary> tiles =
      new FigureTiles<>(List.of(RunsFigure.values()), "lab-figure-");
  private final CurveLegend curves = new CurveLegend();
  private final PlotCard band =
      new PlotCard(
          "lab-band",
          "Coverage",
          "After each round: the median of the shares that have heard the rumour, and the band in"
              + " which 90 % of the runs are. A run that has ended keeps its last share.");
  private final PlotCard lasts =
      new PlotCard(
          "lab-lasts",
          "Rounds to the last",
          "For each number of rounds, how many runs took it until the last of the peers reached"
              + " heard the rumour.");
  private final PlotCard tail =
      new PlotCard(
          "lab-tail",
          "Tail",
          "For each number of rounds, the share of the runs that take longer, on a logarithmic"
              + " scale.");
  private final PlotCard residues =
      new PlotCard(
          "lab-residues",
          "Never reached",
          "For each share of the peers, how many runs never reached it.");
  private final Label theoryWords = RunForm.muted("");
  private final Trouble trouble = new Trouble("lab-many-trouble");
  private final EmptyState empty = new EmptyState(Feather.BAR_CHART_2);
  private final VBox charts;
  private final WatchedWork work;
  private final TheorySearch search;
  private RolePalette palette = RolePalette.LIGHT;
  private @Nullable ManyRuns running;
  private @Nullable ManyRuns over;
  private @Nullable Prediction theory;
  private @Nullable RunsSummary summary;
  private double seconds;

  /// @param form what is run
  /// @param background finds what theory says
  /// @param keeper takes results to be compared
  /// @param changed is called when the runs begin or end
  ManyRunsPage(
      RunForm form, Executor background, Executor fxThread, Keeper keeper, Runnable changed) {
    super();
    this.form = form;
    this.background = background;
    this.fxThread = fxThread;
    this.keeper = keeper;
    work = new WatchedWork(this, changed);
    pause = new PauseButton("lab-pause", work, this::showProgress);
    search = new TheorySearch(background, fxThread);
    empty.say(
        new EmptyState.Words(
            "The same settings, again and again",
            "Each run has luck of its own. Press Run to see how far apart they come out."));
    state.setId("lab-many-state");
    theoryWords.setMinHeight(USE_PREF_SIZE);
    band.setLegend(curves);
    charts = new VBox(10, tiles, band.card(), theoryWords, distributions());
    VBox.setVgrow(band.card(), Priority.ALWAYS);
    // In a low window the rest is reached by a scroll bar.
    charts.setMinHeight(MIN_HEIGHT);
    DirectScrollPane scroll = new DirectScrollPane(charts);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("lab-scroll");
    charts.setVisible(false);
    empty.visibleProperty().bind(charts.visibleProperty().not());
    StackPane middle = new StackPane(scroll, empty);
    VBox.setVgrow(middle, Priority.ALWAYS);
    VBox content = new VBox(10, control(), runs.errorLabel(), trouble, middle);
    content.getStyleClass().add("lab-page");
    getChildren().add(content);
  }

  private Node control() {
    progress.setId("lab-progress");
    progress.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(progress, Priority.ALWAYS);
    state.setMinWidth(USE_PREF_SIZE);
    VBox bar = new VBox(4, state, progress);
    bar.setAlignment(Pos.BOTTOM_LEFT);
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox control = new HBox(12, runs, pause, bar, keep);
    control.setAlignment(Pos.BOTTOM_LEFT);
    return control;
  }

  private Node distributions() {
    GridPane three = new GridPane(14, 0);
    RowConstraints all = new RowConstraints(150, 190, Double.MAX_VALUE);
    all.setVgrow(Priority.SOMETIMES);
    three.getRowConstraints().add(all);
    for (int i = 0; i < 3; i++) {
      ColumnConstraints third = new ColumnConstraints();
      third.setPercentWidth(100 / 3.0);
      three.getColumnConstraints().add(third);
    }
    three.addRow(0, lasts.card(), tail.card(), residues.card());
    return three;
  }

  @Override
  public Parts parts() {
    return new Parts("Many runs", this, form, form.goodProperty(), work);
  }

  @Override
  public void run() {
    form.whenGood(this::run);
  }

  private void run(PopulationSettings settings) {
    keep.offer(false);
    over = null;
    theory = null;
    summary = null;
    seconds = 0;
    trouble.setText("");
    theoryWords.setText("");
    state.setText("The peers are being wired.");
    progress.setProgress(0);
    charts.setVisible(false);
    ManyRuns begun = new ManyRuns(settings, runs.value(), new FittingRuns());
    running = begun;
    work.begin(begun::begin);
    search.begin(
        settings,
        found -> {
          theory = found;
          theoryWords.setText(found.words());
          draw();
        });
    pause.follow();
  }

  @Override
  public void ended(String words) {
    takeSummary();
    over = running;
    running = null;
    keep.offer(summary != null);
    trouble.setText(words);
    if (summary == null) {
      state.setText("");
    }
    pause.follow();
    showProgress();
  }

  private void keep() {
    ManyRuns made = over;
    if (made != null) {
      background.execute(
          () -> {
            KeptResult result = made.kept();
            if (result != null) {
              fxThread.execute(() -> keeper.keep(List.of(result)));
            }
          });
    }
  }

  @Override
  public boolean frame(double since) {
    if (!work.isPaused()) {
      seconds += since;
    }
    takeSummary();
    return false;
  }

  private void takeSummary() {
    RunsSummary taken = running == null ? null : running.take();
    if (taken != null) {
      summary = taken;
      draw();
      showProgress();
    }
  }

  private void showProgress() {
    RunsSummary shown = summary;
    if (shown == null) {
      return;
    }
    progress.setProgress((double) shown.done() / shown.total());
    String words = String.format(Locale.UK, "%,d of %,d runs", shown.done(), shown.total());
    if (!work.isUnderWay()) {
      state.setText(shown.done() < shown.total() ? words + ", then stopped" : words);
    } else if (work.isPaused()) {
      state.setText(words + ", paused");
    } else {
      double left = seconds / shown.done() * (shown.total() - shown.done());
      state.setText(
          words
              + ", about "
              + Wording.duration(Duration.ofMillis(Math.round(left * 1e3)))
              + " left");
    }
  }

  private void draw() {
    RunsSummary shown = summary;
    if (shown == null) {
      return;
    }
    charts.setVisible(true);
    tiles.show(shown);
    Chart coverage = RunsCharts.band(shown, theory);
    band.show(coverage, "");
    curves.show(coverage.series(), palette);
    lasts.show(RunsCharts.lasts(shown), "");
    tail.show(RunsCharts.tail(shown), "");
    if (shown.residues().getLast() == 0) {
      residues.showNothing("Each of these runs has reached all peers.");
    } else {
      residues.show(RunsCharts.residues(shown), "");
    }
  }

  @Override
  public List<Printed> prints() {
    return summary == null
        ? List.of()
        : Stream.of(band, lasts, tail, residues)
            .filter(card -> card.chart() != null)
            .map(Printed::of)
            .toList();
  }

  @Override
  public void setPalette(RolePalette newPalette) {
    palette = newPalette;
    List.of(band, lasts, tail, residues).forEach(card -> card.setPalette(palette));
    draw();
  }
}

package p2pgossip.ui.laboratory;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.laboratory.HeardRounds;
import p2pgossip.laboratory.KeptResults;
import p2pgossip.laboratory.Prediction;
import p2pgossip.laboratory.SingleRun;
import p2pgossip.laboratory.SingleRun.RoundOutcome;
import p2pgossip.population.PopulationSettings;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.PlotCard;
import p2pgossip.ui.empty.EmptyState;
import p2pgossip.ui.hint.Hint;
import p2pgossip.ui.legend.DrawnLegend;
import p2pgossip.ui.theme.RolePalette;
import p2pgossip.worker.FittingRounds;

/// One run: the field, and the curve of its coverage with what theory says of it. The run goes on
/// as fast as the machine can; it is shown at a pace that one can follow, and can be played again.
/// FX thread only.
final class OneRunPage extends StackPane implements Page, WatchedWork.Watcher {

  /// A run is shown in about this time, but no slower than a few rounds a second.
  private static final double SECONDS_SHOWN = 8;

  private static final double FEWEST_ROUNDS_A_SECOND = 4;

  private final RunForm form;
  private final Keeper keeper;
  private final KeepButton keep = new KeepButton("lab-keep", this::keep);
  private final FieldView field = new FieldView();
  private final DrawnLegend legend = new DrawnLegend(FieldLegend.entries(1, false));
  private final CurveLegend curves = new CurveLegend();
  private final PlotCard card =
      new PlotCard(
          "lab-coverage",
          "Coverage",
          "The share of the peers that have heard the rumour, after each round.");
  private final Label theoryWords = RunForm.muted("");
  private final Trouble trouble = new Trouble("lab-trouble");
  private final Label state = new Label();
  private final Slider scrub = new Slider(0, 1, 0);
  private final Button play = new Button(null, new FontIcon(Feather.PAUSE));
  private final Hint playHint = Hint.on(play, "");
  private final EmptyState empty = new EmptyState(Feather.GRID);
  private final VBox content;
  private final WatchedWork work;
  private final TheorySearch search;
  private RolePalette palette = RolePalette.LIGHT;
  private @Nullable PopulationSettings settings;
  private @Nullable Prediction theory;
  private String remark = "";
  private List<RoundOutcome> outcomes = new ArrayList<>();
  private boolean crashes;
  private boolean ended;
  private boolean playing;
  private double position;
  private int drawn = -1;

  /// Set while the slider follows the run.
  private boolean following;

  /// @param form what is run
  /// @param background finds what theory says
  /// @param keeper takes results to be compared
  /// @param changed is called when a run begins or ends
  OneRunPage(
      RunForm form, Executor background, Executor fxThread, Keeper keeper, Runnable changed) {
    super();
    this.form = form;
    this.keeper = keeper;
    work = new WatchedWork(this, changed);
    search = new TheorySearch(background, fxThread);
    empty.say(
        new EmptyState.Words(
            "One rumour among many",
            "Choose on the left how many peers there are and how they spread it, then press Run."));
    state.setId("lab-state");
    theoryWords.setId("lab-theory");
    theoryWords.setMinHeight(USE_PREF_SIZE);
    card.setLegend(curves);
    card.showNothing("");
    content = new VBox(10, pictures(), transport());
    content.getStyleClass().add("lab-page");
    VBox.setVgrow(content.getChildren().getFirst(), Priority.ALWAYS);
    VBox failure = new VBox(trouble);
    failure.setAlignment(Pos.CENTER);
    failure.setMaxWidth(420);
    failure.mouseTransparentProperty().set(true);
    getChildren().addAll(content, empty, failure);
    content.setVisible(false);
  }

  private Node pictures() {
    VBox right = new VBox(6, card.card(), theoryWords);
    VBox.setVgrow(card.card(), Priority.ALWAYS);
    GridPane both = new GridPane(18, 0);
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    RowConstraints all = new RowConstraints();
    all.setVgrow(Priority.ALWAYS);
    both.getColumnConstraints().addAll(half, half);
    both.getRowConstraints().add(all);
    both.addRow(0, new FieldBox(field, legend), right);
    return both;
  }

  private Node transport() {
    play.setId("lab-play");
    play.getStyleClass().add(Styles.BUTTON_ICON);
    play.setOnAction(_ -> playOrPause());
    scrub.setId("lab-round");
    scrub.setAccessibleText("The round that is shown");
    scrub.setBlockIncrement(1);
    scrub.valueProperty().subscribe(at -> scrubbed(at.doubleValue()));
    HBox.setHgrow(scrub, Priority.ALWAYS);
    state.setMinWidth(USE_PREF_SIZE);
    HBox bar = new HBox(10, play, scrub, state, keep);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  @Override
  public Parts parts() {
    return new Parts("One run", this, form, form.goodProperty(), work);
  }

  @Override
  public void run() {
    form.whenGood(this::run);
  }

  /// Runs something else than what is chosen beside it.
  ///
  /// @param whence where it comes from, in some words
  void run(PopulationSettings settings, String whence) {
    run(settings);
    remark = whence;
  }

  private void run(PopulationSettings chosen) {
    settings = chosen;
    keep.offer(false);
    remark = "";
    outcomes = new ArrayList<>();
    theory = null;
    ended = false;
    playing = true;
    position = 0;
    drawn = -1;
    crashes = chosen.crashes().share() > 0;
    trouble.setText("");
    empty.setVisible(false);
    content.setVisible(true);
    theoryWords.setText("");
    card.showNothing("The peers are being wired.");
    state.setText("");
    // Frees the memory of the last run before the next one is measured.
    field.show(null, FieldLayout.of(chosen.topology(), chosen.peers()));
    work.begin(
        telling ->
            SingleRun.begin(chosen, new FittingRounds(), new Told(telling, chosen), telling));
    search.begin(
        chosen,
        found -> {
          theory = found;
          theoryWords.setText(found.words());
          draw();
        });
    showPlay();
  }

  /// Hands on what the run tells.
  private final class Told implements SingleRun.Listener {

    private final WatchedWork.Telling telling;
    private final PopulationSettings settings;

    private Told(WatchedWork.Telling telling, PopulationSettings settings) {
      this.telling = telling;
      this.settings = settings;
    }

    @Override
    public void wired(HeardRounds heard) {
      FieldLayout layout = FieldLayout.of(settings.topology(), settings.peers());
      telling.put(() -> field.show(heard, layout));
    }

    @Override
    public void advanced(RoundOutcome outcome) {
      telling.put(() -> outcomes.add(outcome));
    }
  }

  @Override
  public void ended(String words) {
    if (words.isEmpty()) {
      ended = true;
      drawn = -1;
      keep.offer(!work.wasStopped() && !outcomes.isEmpty());
    } else {
      fail(words);
    }
  }

  private void fail(String words) {
    playing = false;
    content.setVisible(false);
    field.show(null, new FieldLayout(1, 1, 1, false));
    trouble.setText(words);
  }

  private void keep() {
    if (settings != null) {
      keeper.keep(List.of(KeptResults.of(settings, outcomes)));
    }
  }

  private void playOrPause() {
    if (!playing && ended && position >= outcomes.size() - 1) {
      position = 0;
    }
    playing = !playing;
    work.setPaused(!playing);
    showPlay();
    work.follow();
  }

  private void showPlay() {
    play.setGraphic(new FontIcon(playing ? Feather.PAUSE : Feather.PLAY));
    String words = playing ? "Pause" : "Play";
    playHint.say(words);
    play.setAccessibleText(words);
  }

  private void scrubbed(double at) {
    if (!following) {
      playing = false;
      position = at;
      showPlay();
      draw();
    }
  }

  @Override
  public boolean frame(double seconds) {
    int known = outcomes.size() - 1;
    if (known >= 0 && content.isVisible()) {
      if (playing) {
        double pace = Math.max(FEWEST_ROUNDS_A_SECOND, known / SECONDS_SHOWN);
        position = Math.min(known, position + pace * seconds);
        if (ended && position >= known) {
          playing = false;
          showPlay();
        }
      }
      draw();
    }
    return playing;
  }

  private void draw() {
    if (outcomes.isEmpty() || !content.isVisible()) {
      return;
    }
    int known = outcomes.size() - 1;
    int round = (int) Math.clamp(Math.floor(position + 1e-9), 0, known);
    int last =
        ended ? Math.max(1, lastNews()) : Math.max(FieldScale.FEWEST, FieldScale.above(known));
    following = true;
    scrub.setMax(Math.max(1, known));
    scrub.setValue(Math.min(position, known));
    following = false;
    field.show(round, last);
    legend.explain(FieldLegend.entries(last, crashes));
    RoundOutcome now = outcomes.get(round);
    state.setText(
        String.format(
            Locale.UK,
            "Round %,d of %,d%s  ·  %,d of %,d have heard",
            round,
            known,
            ended ? "" : " so far",
            now.informed(),
            now.living()));
    if (drawn != round || theory != null) {
      drawn = round;
      Chart chart = CurveCharts.one(outcomes, round, ended && round == known, theory);
      card.show(chart, remark);
      curves.show(chart.series(), palette);
    }
  }

  /// The round in which the last peer heard it.
  private int lastNews() {
    int round = outcomes.size() - 1;
    while (round > 0 && outcomes.get(round).informed() == outcomes.get(round - 1).informed()) {
      round--;
    }
    return round;
  }

  @Override
  public List<Printed> prints() {
    return content.isVisible() && !outcomes.isEmpty()
        ? List.of(Printed.of(card), new Printed("Field", field, null, null))
        : List.of();
  }

  @Override
  public void setPalette(RolePalette newPalette) {
    palette = newPalette;
    field.setPalette(palette);
    legend.setPalette(palette);
    card.setPalette(palette);
    draw();
  }
}

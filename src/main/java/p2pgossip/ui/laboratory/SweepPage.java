package p2pgossip.ui.laboratory;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.gossip.ShownText;
import p2pgossip.laboratory.KeptResults;
import p2pgossip.laboratory.SweepDifferences;
import p2pgossip.laboratory.SweepMaker;
import p2pgossip.laboratory.SweepRun;
import p2pgossip.laboratory.SweepShelf;
import p2pgossip.laboratory.SweepTrial;
import p2pgossip.laboratory.SweepView;
import p2pgossip.results.SweepFolder;
import p2pgossip.results.SweepProgress;
import p2pgossip.sweep.Experiment;
import p2pgossip.ui.chart.Wording;
import p2pgossip.ui.empty.EmptyState;
import p2pgossip.ui.form.FileReading;
import p2pgossip.ui.theme.RolePalette;

/// A sweep: many runs with something varied, and charts that fill as they end. FX thread only.
final class SweepPage extends StackPane implements Page, WatchedWork.Watcher {

  /// How often the charts are drawn per second, at most.
  private static final double SECONDS_BETWEEN = 0.12;

  /// Nothing is tried while somebody types.
  private static final javafx.util.Duration STILL = javafx.util.Duration.millis(350);

  private final SweepShelf shelf;
  private final SweepMaker maker;
  private final Keeper keeper;
  private final KeepButton keep = new KeepButton("sweep-keep", this::keep);
  private final SweepSide side;
  private final SweepFigures figures;
  private final WatchedWork work;
  private final WatchedWork trial;
  private final PauseTransition still = new PauseTransition(STILL);
  private final PauseButton pause;
  private final ProgressBar progress = new ProgressBar(0);
  private final Label state = new Label();
  private final Label place = RunForm.muted("");
  private final Trouble trouble = new Trouble("sweep-trouble");
  private final VBox content;
  private @Nullable SweepRun running;
  private SweepRun.@Nullable State latest;
  private @Nullable SweepFolder folder;
  private double seconds;
  private double sinceDrawn;

  /// @param form of a run, which other pages have too
  /// @param shelf where its sweeps are kept
  /// @param maker carries them out
  /// @param keeper takes results to be compared
  /// @param changed is called when the runs begin or end
  SweepPage(
      RunForm form,
      FileReading files,
      SweepShelf shelf,
      SweepMaker maker,
      RunOpener opener,
      Keeper keeper,
      Runnable changed) {
    super();
    this.shelf = shelf;
    this.maker = maker;
    this.keeper = keeper;
    work = new WatchedWork(this, changed);
    pause = new PauseButton("sweep-pause", work, this::showProgress);
    trial = new WatchedWork(new Trial(), () -> {});
    figures = new SweepFigures(opener, this::compare);
    SweepOpening opening = new SweepOpening(files, shelf);
    side = new SweepSide(form, opening, this::chosen);
    opening.setTaker(new SweepOpening.Taker(this::show, this::show, trouble::setText));
    still.setOnFinished(_ -> tryIt());
    progress.setId("sweep-progress");
    progress.setMaxWidth(Double.MAX_VALUE);
    state.setId("sweep-state");
    place.setId("sweep-place");
    EmptyState empty = new EmptyState(Feather.SLIDERS);
    empty.say(
        new EmptyState.Words(
            "What if it were otherwise?",
            "Choose on the left what is varied and measured, or open an experiment that comes with"
                + " the program, then press Run."));
    VBox.setVgrow(figures, Priority.ALWAYS);
    content = new VBox(10, control(), place, figures);
    content.setVisible(false);
    empty.visibleProperty().bind(content.visibleProperty().not());
    StackPane middle = new StackPane(empty, content);
    VBox.setVgrow(middle, Priority.ALWAYS);
    VBox all = new VBox(10, trouble, middle);
    all.getStyleClass().add("lab-page");
    getChildren().add(all);
    showPause();
  }

  private Node control() {
    VBox bar = new VBox(4, state, progress);
    bar.setAlignment(Pos.BOTTOM_LEFT);
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox control = new HBox(12, pause, bar, keep);
    control.setAlignment(Pos.BOTTOM_LEFT);
    return control;
  }

  @Override
  public Parts parts() {
    return new Parts("Sweep", this, side, side.goodProperty(), work);
  }

  @Override
  public void shown() {
    side.join();
  }

  /// Another experiment is chosen: about how long it takes is found out once nothing more changes.
  private void chosen(@Nullable Experiment experiment) {
    folder = null;
    trouble.setText("");
    trial.stop();
    still.stop();
    if (experiment != null) {
      still.playFromStart();
    }
  }

  private void tryIt() {
    Experiment experiment = side.experiment();
    if (experiment != null && folder == null && !work.isUnderWay()) {
      side.tell("How long it takes is being tried …", "");
      trial.begin(
          telling ->
              SweepTrial.begin(
                  experiment,
                  maker.memory(),
                  estimate -> telling.put(() -> side.tell(inWords(estimate), "")),
                  telling));
    }
  }

  private static String inWords(SweepTrial.Estimate estimate) {
    String time = Wording.duration(estimate.time());
    return switch (estimate.bound()) {
      case ABOUT -> "About " + time + " on this machine.";
      case AT_LEAST -> "More than " + time + " on this machine.";
      case AT_MOST -> "At most about " + time + " on this machine.";
    };
  }

  /// Hears how the trial ends.
  private final class Trial implements WatchedWork.Watcher {

    @Override
    public boolean frame(double since) {
      return false;
    }

    @Override
    public void ended(String words) {
      if (!words.isEmpty()) {
        side.tell("", words);
      }
    }
  }

  private void show(Experiment experiment) {
    work.stop();
    trouble.setText("");
    content.setVisible(false);
    side.show(experiment);
    folder = null;
  }

  private void show(SweepFolder opened) {
    show(opened.experiment());
    folder = opened;
    SweepRun look = new SweepRun(() -> opened, maker);
    begin(look, opened.experiment());
    work.begin(telling -> look.look(new Told(telling), telling));
  }

  @Override
  public void run() {
    Experiment experiment = side.experiment();
    if (experiment == null) {
      return;
    }
    trial.stop();
    still.stop();
    SweepFolder there = folder;
    SweepRun begun = new SweepRun(() -> there == null ? shelf.plan(experiment) : there, maker);
    begin(begun, experiment);
    work.begin(telling -> begun.begin(new Told(telling), telling));
    showPause();
  }

  /// Finds the differences of what there is.
  private void compare() {
    SweepFolder there = folder;
    if (there != null && !work.isUnderWay()) {
      work.begin(
          telling ->
              SweepDifferences.begin(
                  there, found -> telling.put(() -> figures.showDifferences(found)), telling));
      showPause();
    }
  }

  /// Keeps the lines that are shown.
  private void keep() {
    SweepFolder there = folder;
    SweepView view = figures.view();
    if (there != null && view != null && !work.isUnderWay()) {
      work.begin(
          telling ->
              KeptResults.begin(
                  there, view, found -> telling.put(() -> keeper.keep(found)), telling));
      showPause();
    }
  }

  private void begin(SweepRun begun, Experiment experiment) {
    running = begun;
    latest = null;
    seconds = 0;
    sinceDrawn = SECONDS_BETWEEN;
    trouble.setText("");
    place.setText("");
    state.setText("The runs are being planned.");
    progress.setProgress(0);
    figures.begin(experiment);
    content.setVisible(true);
  }

  /// Hands on what a sweep tells.
  private final class Told implements SweepRun.Listener {

    private final WatchedWork.Telling telling;

    private Told(WatchedWork.Telling telling) {
      this.telling = telling;
    }

    @Override
    public void opened(SweepFolder opened) {
      telling.put(
          () -> {
            folder = opened;
            place.setText("Kept in " + ShownText.of(opened.path().toString()));
          });
    }

    @Override
    public void noted(String words) {
      telling.put(() -> trouble.setText(ShownText.of(words)));
    }
  }

  @Override
  public boolean frame(double since) {
    sinceDrawn += since;
    if (!work.isPaused()) {
      seconds += since;
    }
    if (sinceDrawn >= SECONDS_BETWEEN) {
      take();
    }
    return false;
  }

  @Override
  public void ended(String words) {
    take();
    running = null;
    if (!words.isEmpty()) {
      trouble.setText(words);
    }
    if (latest == null) {
      content.setVisible(false);
    }
    showPause();
    showProgress();
  }

  private void take() {
    SweepRun.State taken = running == null ? null : running.take();
    if (taken != null) {
      latest = taken;
      sinceDrawn = 0;
      figures.show(taken.tally());
      showProgress();
    }
  }

  private void showPause() {
    pause.follow();
    SweepRun.State shown = latest;
    figures.allowDifferences(shown != null && !work.isUnderWay());
    keep.offer(shown != null && shown.tally().done() > 0 && !work.isUnderWay());
  }

  private void showProgress() {
    SweepRun.State shown = latest;
    SweepFolder there = folder;
    if (shown == null) {
      return;
    }
    SweepProgress it = shown.progress();
    int ended = it.done() + it.failed();
    boolean until = there != null && there.experiment().repeats().until() != null;
    progress.setProgress(shown.complete() ? 1 : ended / (double) Math.max(1, it.most()));
    String words =
        String.format(
            Locale.UK,
            "%,d of %s%,d runs%s",
            it.done(),
            until && !shown.complete() ? "at most " : "",
            shown.complete() && it.failed() == 0 ? it.done() : it.most(),
            it.failed() == 0 ? "" : String.format(Locale.UK, ", %,d failed", it.failed()));
    if (!work.isUnderWay()) {
      state.setText(shown.complete() ? words : words + ". Run goes on with the rest.");
    } else if (shown.complete()) {
      state.setText(words + ", and the tables are being written");
    } else if (work.isPaused()) {
      state.setText(words + ", paused");
    } else if (shown.now() == 0) {
      state.setText(words);
    } else {
      double left = seconds / shown.now() * (it.most() - ended);
      state.setText(
          "%s, %sabout %s left"
              .formatted(
                  words,
                  until ? "at most " : "",
                  Wording.duration(Duration.ofMillis(Math.round(left * 1e3)))));
    }
  }

  @Override
  public List<Printed> prints() {
    return latest == null ? List.of() : figures.prints();
  }

  @Override
  public void setPalette(RolePalette palette) {
    figures.setPalette(palette);
  }

  @Override
  public void close() {
    still.stop();
    trial.close();
    work.close();
  }
}

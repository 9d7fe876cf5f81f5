package p2pgossip.ui.laboratory;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.laboratory.Deployment;
import p2pgossip.laboratory.ManyRuns;
import p2pgossip.laboratory.RunsSummary;
import p2pgossip.scenario.Estimate;
import p2pgossip.ui.chart.Chart;
import p2pgossip.ui.chart.Chart.Axis;
import p2pgossip.ui.chart.Chart.Band;
import p2pgossip.ui.chart.Chart.Unit;
import p2pgossip.ui.chart.PlotCard;
import p2pgossip.ui.chart.Series;
import p2pgossip.ui.chart.Series.Shape;
import p2pgossip.ui.chart.Wording;
import p2pgossip.ui.empty.EmptyState;
import p2pgossip.ui.figure.Figure;
import p2pgossip.ui.figure.FigureTiles;
import p2pgossip.ui.figure.NamedFigure;
import p2pgossip.ui.theme.RolePalette;
import p2pgossip.worker.FittingRuns;

/// Answers an engineer: how long until 99 % know it, what that costs, and how many never hear it.
/// FX thread only.
final class EngineersPage extends StackPane implements Page, WatchedWork.Watcher {

  /// The summary of the runs of a network.
  private record Answer(Deployment network, RunsSummary runs) {}

  private static final List<Figure<Answer>> FIGURES =
      List.of(
          new NamedFigure<>(
              "TIME",
              "time to 99 %",
              "Until 99 % of the peers have heard a rumour: the mean of the runs that reach"
                  + " them, and its 95 % interval.",
              EngineersPage::time),
          new NamedFigure<>(
              "REACHED",
              "reach 99 %",
              "The share of the runs in which 99 % of the peers hear the rumour.",
              answer -> RunsFigure.percent(answer.runs().reachNinetyNine())),
          new NamedFigure<>(
              "RESIDUE",
              "never reached, %",
              "The share of the peers that never hear it: the mean and its 95 % interval.",
              answer -> RunsFigure.interval(answer.runs().residue(), 100)),
          new NamedFigure<>(
              "COPIES",
              "copies per peer",
              "Messages that each peer sends for one rumour, lost ones too.",
              answer -> RunsFigure.interval(answer.runs().copies(), 1)),
          new NamedFigure<>(
              "MESSAGES",
              "messages / s, peer",
              "What each peer sends per second if each carries one rumour.",
              answer -> String.format(Locale.UK, "%.3g", answer.network().messages(answer.runs()))),
          new NamedFigure<>(
              "BYTES",
              "bytes / s, peer",
              "What each peer sends per second, in bytes; it receives as much.",
              answer ->
                  String.format(
                      Locale.UK,
                      "%,.0f",
                      answer.network().messages(answer.runs()) * answer.network().bytes())));

  private final EngineersForm form = new EngineersForm();
  private final FigureTiles<Answer> tiles = new FigureTiles<>(FIGURES, "eng-figure-");
  private final PlotCard card =
      new PlotCard(
          "eng-coverage",
          "Coverage",
          "The share of the peers that have heard the rumour by then: the median, and the band in"
              + " which 90 % of the runs are.");
  private final Label sentence = new Label();
  private final Label state = RunForm.muted("");
  private final ProgressBar progress = new ProgressBar(0);
  private final Trouble trouble = new Trouble("eng-trouble");
  private final EmptyState empty = new EmptyState(Feather.CLOCK);
  private final VBox answers;
  private final WatchedWork work;
  private @Nullable Deployment network;
  private @Nullable ManyRuns running;

  /// @param changed is called when the runs begin or end
  EngineersPage(Runnable changed) {
    super();
    work = new WatchedWork(this, changed);
    empty.say(
        new EmptyState.Words(
            "How long, and at what cost?",
            "Say on the left what your network is like, or take a preset, then press Run."));
    sentence.setId("eng-sentence");
    sentence.getStyleClass().add("lab-sentence");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    progress.setMaxWidth(Double.MAX_VALUE);
    VBox.setVgrow(card.card(), Priority.ALWAYS);
    answers = new VBox(14, sentence, tiles, card.card(), new VBox(4, state, progress));
    answers.setVisible(false);
    empty.visibleProperty().bind(answers.visibleProperty().not());
    StackPane middle = new StackPane(empty, answers);
    VBox.setVgrow(middle, Priority.ALWAYS);
    VBox content = new VBox(10, trouble, middle);
    content.getStyleClass().add("lab-page");
    getChildren().add(content);
  }

  @Override
  public Parts parts() {
    return new Parts("For engineers", this, form, form.goodProperty(), work);
  }

  @Override
  public void run() {
    Deployment wanted = form.deployment();
    if (wanted == null) {
      return;
    }
    network = wanted;
    trouble.setText("");
    answers.setVisible(false);
    ManyRuns begun = new ManyRuns(wanted.settings(), wanted.runs(), new FittingRuns());
    running = begun;
    work.begin(begun::begin);
  }

  @Override
  public void ended(String words) {
    takeSummary();
    running = null;
    trouble.setText(words);
  }

  @Override
  public boolean frame(double seconds) {
    takeSummary();
    return false;
  }

  private void takeSummary() {
    RunsSummary taken = running == null ? null : running.take();
    Deployment asked = network;
    if (taken == null || asked == null) {
      return;
    }
    answers.setVisible(true);
    progress.setProgress((double) taken.done() / taken.total());
    state.setText(
        String.format(
            Locale.UK,
            "%,d of %,d runs. Each period is a round in step; the intervals have 95 %% confidence.",
            taken.done(),
            taken.total()));
    tiles.show(new Answer(asked, taken));
    sentence.setText(inWords(asked, taken));
    card.show(chart(asked, taken), "");
  }

  private static String time(Answer answer) {
    return answer
        .runs()
        .ninetyNine()
        .map(rounds -> RunsFigure.interval(rounds, answer.network().seconds(1)) + " s")
        .orElse(Wording.NONE);
  }

  private static String inWords(Deployment network, RunsSummary runs) {
    Optional<Estimate> rounds = runs.ninetyNine();
    String time =
        rounds.isPresent()
            ? String.format(
                Locale.UK,
                "99 %% have heard a rumour after %s s",
                RunsFigure.interval(rounds.get(), network.seconds(1)))
            : "No run reaches 99 %";
    return String.format(
        Locale.UK,
        "%s. Each peer sends %s messages for it; where one message carries all rumours that are"
            + " due, it sends at most %.3g per second.",
        time,
        RunsFigure.interval(runs.copies(), 1),
        network.mostMessages());
  }

  private static Chart chart(Deployment network, RunsSummary runs) {
    int count = runs.middle().size();
    double[] xs = new double[count];
    Arrays.setAll(xs, network::seconds);
    return new Chart(
        new Axis(network.seconds(Math.max(1, count - 1)), Unit.TIME, ""),
        new Axis(100, Unit.PERCENT, ""),
        List.of(
            new Series(
                "median of the runs",
                CurveCharts.OWN,
                xs,
                CurveCharts.percent(runs.middle(), count),
                Shape.STEPS)),
        List.of(
            new Band(
                CurveCharts.OWN,
                stepped(xs, true),
                stepped(CurveCharts.percent(runs.low(), count), false),
                stepped(CurveCharts.percent(runs.high(), count), false))),
        List.of(),
        "Coverage against time: "
            + Wording.duration(Duration.ofMillis(Math.round(1e3 * xs[count - 1])))
            + " until nothing more happens.");
  }

  /// Each value twice, so that straight lines make steps.
  ///
  /// @param early whether the second of the two is that of the next
  private static double[] stepped(double[] values, boolean early) {
    double[] stepped = new double[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      stepped[2 * i] = values[i];
      stepped[2 * i + 1] = early && i + 1 < values.length ? values[i + 1] : values[i];
    }
    return stepped;
  }

  @Override
  public List<Printed> prints() {
    return card.chart() == null ? List.of() : List.of(Printed.of(card));
  }

  @Override
  public void setPalette(RolePalette palette) {
    card.setPalette(palette);
  }
}

package p2pgossip.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import p2pgossip.laboratory.Prediction;
import p2pgossip.lesson.RunResult.Point;

/// Predictions, runs and theory beside one another, with the errors in figures.
///
/// @param verdicts on each prediction
/// @param rows a table, one for each run and one for what theory says of it
/// @param measures the columns of the table
/// @param curves laid over one another
/// @param timeUnit of the curves, in words
public record Comparison(
    List<Verdict> verdicts,
    List<Row> rows,
    List<Measure> measures,
    List<Curve> curves,
    String timeUnit) {

  /// Theory's curves are followed until at most this many lack the rumour.
  private static final double PRACTICALLY_ALL = 0.99999;

  public Comparison {
    verdicts = List.copyOf(verdicts);
    rows = List.copyOf(rows);
    measures = List.copyOf(measures);
    curves = List.copyOf(curves);
  }

  /// Who says so.
  public enum Source {
    PREDICTION,
    RUN,
    THEORY
  }

  /// @param cells one for each measure, as words
  public record Row(Source source, String words, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// @param steps whether between two points the earlier holds; else they are joined by a line
  public record Curve(Source source, String words, List<Point> points, boolean steps) {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /// What a block of a lesson comes to.
  public static Comparison of(LessonProgress progress, Theory theory, Block.Compare block) {
    List<Verdict> verdicts = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    List<Curve> curves = new ArrayList<>();
    Lesson lesson = progress.lesson();
    String unit = "rounds";
    for (String name : block.predictions()) {
      Optional<Block.Predict> predict = lesson.prediction(name);
      Optional<Answer> answer = progress.answer(name);
      if (predict.isPresent() && answer.isPresent()) {
        verdicts.add(Verdict.on(predict.get(), answer.get(), progress, theory));
        if (answer.get() instanceof Answer.Curve(List<Double> shares)) {
          curves.add(new Curve(Source.PREDICTION, "Your prediction", points(shares), false));
        }
      }
    }
    for (String name : block.runs()) {
      Block.Run run = lesson.run(name).orElseThrow();
      unit = run.plan().timeUnit();
      Optional<RunResult> result = progress.result(name);
      if (result.isPresent()) {
        rows.add(new Row(Source.RUN, run.words(), cells(block.measures(), result.get())));
        RunResult.Told told = result.get().rumors().getFirst();
        if (!told.curve().isEmpty()) {
          boolean steps = run.plan() instanceof Plan.Staged;
          curves.add(new Curve(Source.RUN, run.words(), told.curve(), steps));
        }
      }
      if (block.theory()) {
        addTheory(rows, curves, theory, run, block.measures());
      }
    }
    return new Comparison(verdicts, rows, block.measures(), curves, unit);
  }

  private static void addTheory(
      List<Row> rows, List<Curve> curves, Theory theory, Block.Run run, List<Measure> measures) {
    String words = "Theory: " + run.words();
    List<OptionalDouble> figures =
        measures.stream()
            .map(measure -> theory.figure(run.plan(), measure, OptionalInt.empty()))
            .toList();
    if (figures.stream().anyMatch(OptionalDouble::isPresent)) {
      rows.add(
          new Row(
              Source.THEORY,
              words,
              measures.stream()
                  .map(it -> cell(it, theory.figure(run.plan(), it, OptionalInt.empty())))
                  .toList()));
    }
    if (theory.of(run.plan()).orElse(null) instanceof Prediction.Curve curve) {
      curves.add(new Curve(Source.THEORY, words, points(untilAll(curve.means())), false));
    }
  }

  private static List<Double> untilAll(List<Double> shares) {
    int count = 1;
    while (count < shares.size() && shares.get(count - 1) < PRACTICALLY_ALL) {
      count++;
    }
    return shares.subList(0, count);
  }

  private static List<String> cells(List<Measure> measures, RunResult result) {
    return measures.stream()
        .map(measure -> cell(measure, result.figure(measure, 1, OptionalInt.empty())))
        .toList();
  }

  private static String cell(Measure measure, OptionalDouble value) {
    return value.isPresent() ? FigureWords.of(value.getAsDouble(), measure.style()) : "–";
  }

  private static List<Point> points(List<Double> shares) {
    List<Point> points = new ArrayList<>();
    for (int time = 0; time < shares.size(); time++) {
      points.add(new Point(time, shares.get(time)));
    }
    return points;
  }
}

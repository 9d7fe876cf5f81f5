package p2pgossip.ui.lesson;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.Comparison;
import p2pgossip.lesson.LessonProgress;
import p2pgossip.lesson.Theory;
import p2pgossip.pack.HandIn;
import p2pgossip.pack.PackWriter;
import p2pgossip.ui.chart.Series;
import p2pgossip.ui.draw.SvgDrawing;

/// Draws the charts of a lab pack: one for each run that was made, and one for each comparison
/// whose runs were all made. FX thread only; theory has been asked before.
final class PackCharts {

  private static final double WIDTH = 560;
  private static final double HEIGHT = 300;

  private PackCharts() {}

  static List<HandIn.Attachment> of(LessonProgress progress, Theory theory) {
    List<HandIn.Attachment> charts = new ArrayList<>();
    for (Block.Run run : progress.lesson().blocks(Block.Run.class).toList()) {
      if (progress.result(run.name()).isPresent()) {
        Block.Compare alone = new Block.Compare(List.of(), List.of(run.name()), List.of(), true);
        add(
            charts,
            PackWriter.folder(run.name()) + "coverage.svg",
            Comparison.of(progress, theory, alone));
      }
    }
    int number = 0;
    for (Block.Compare compare : progress.lesson().blocks(Block.Compare.class).toList()) {
      number++;
      if (compare.runs().stream().allMatch(run -> progress.result(run).isPresent())) {
        add(
            charts,
            "comparisons/%s.svg".formatted(number),
            Comparison.of(progress, theory, compare));
      }
    }
    return List.copyOf(charts);
  }

  private static void add(List<HandIn.Attachment> charts, String name, Comparison comparison) {
    List<Series> series = ComparisonChart.series(comparison);
    if (series.isEmpty()) {
      return;
    }
    byte[] document =
        SvgDrawing.document(
                ComparisonChart.of(comparison, series)
                    .sketch(ComparisonChart.HEADING, "", WIDTH, HEIGHT))
            .getBytes(StandardCharsets.UTF_8);
    charts.add(new HandIn.Attachment(name, out -> out.write(document)));
  }
}

package p2pgossip.ui.chart;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.MeasuredSpread;
import p2pgossip.network.SpreadTimes;
import p2pgossip.story.Mark;
import p2pgossip.story.MarkWords;
import p2pgossip.ui.chart.MomentMarks.Stroke;

/// Finds where what happened stands on axes that count from the telling of a rumour. What has not
/// changed is not found again. FX thread only.
public final class SpreadMoments {

  private final boolean pausesCount;
  private List<Mark> marks = List.of();
  private @Nullable SpreadTimes times;
  private List<Stroke> strokes = List.of();

  /// @param pausesCount whether the time of a pause stands on the axis
  public SpreadMoments(boolean pausesCount) {
    this.pausesCount = pausesCount;
  }

  /// @param measured the rumour; null while there is none
  /// @param happened in the order of the times; what happened before the rumour was told is left
  ///     out
  public List<Stroke> of(@Nullable MeasuredSpread measured, List<Mark> happened) {
    SpreadTimes by = measured == null ? null : measured.times();
    if (by == null) {
      return List.of();
    }
    if (!happened.equals(marks) || !by.equals(times)) {
      marks = happened;
      times = by;
      strokes =
          happened.stream()
              .filter(mark -> !mark.at().isBefore(by.birth()))
              .map(mark -> stroke(mark, since(by, mark)))
              .toList();
    }
    return strokes;
  }

  private Duration since(SpreadTimes by, Mark mark) {
    return pausesCount ? Duration.between(by.birth(), mark.at()) : by.since(mark.at());
  }

  private static Stroke stroke(Mark mark, Duration since) {
    return new Stroke(
        since.toNanos() / 1e9, mark.at(), mark.kind().styleClass(), MarkWords.of(mark, since));
  }
}

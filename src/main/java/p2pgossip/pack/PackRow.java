package p2pgossip.pack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import p2pgossip.lesson.Block;
import p2pgossip.lesson.Moment;

/// A line of the teacher's table: what one student did in one lesson.
///
/// @param marks what is worth a second look, each in a few words; mostly none
public record PackRow(LabPack pack, List<String> marks) {

  public PackRow {
    marks = List.copyOf(marks);
  }

  public String student() {
    return pack.answers().student();
  }

  /// The prediction of that name; empty if none was made.
  public Optional<PredictionLine> line(String prediction) {
    return pack.lines().stream().filter(it -> it.predict().name().equals(prediction)).findFirst();
  }

  public int tasks() {
    return (int) pack.progress().lesson().blocks(Block.Task.class).count();
  }

  public int tasksDone() {
    return pack.progress().done().size();
  }

  /// From the beginning to the last thing that was done; empty if that is not known.
  public Optional<Duration> time() {
    Map<Moment, Instant> moments = pack.progress().moments();
    Instant begun = moments.get(Moment.BEGUN);
    return begun == null
        ? Optional.empty()
        : moments.values().stream()
            .max(Instant::compareTo)
            .map(last -> Duration.between(begun, last))
            .filter(time -> !time.isNegative());
  }
}

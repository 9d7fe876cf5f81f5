package p2pgossip.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there is to tell of the network at one moment. Immutable.
///
/// @param marks in the order of their times, those of the chosen rumour among them; of a recording,
///     also those that are still to come
/// @param outcome of the chosen rumour; null if there is none in the network that is shown
public record Story(List<Mark> marks, @Nullable Outcome outcome) {

  /// Nothing has happened yet.
  public static final Story EMPTY = new Story(List.of(), null);

  public Story {
    marks = List.copyOf(marks);
  }

  /// What happened last by a moment; null if nothing has.
  public @Nullable Mark latest(Instant now) {
    Mark latest = null;
    for (Mark mark : marks) {
      if (!mark.at().isAfter(now)) {
        latest = mark;
      }
    }
    return latest;
  }

  /// How long after the beginning of its run, or of the recording if there is none, something
  /// happened.
  ///
  /// @param start of the recording
  public Duration since(Mark mark, Instant start) {
    Instant begun = start;
    for (Mark earlier : marks) {
      if (earlier.kind() == Mark.Kind.BEGAN && !earlier.at().isAfter(mark.at())) {
        begun = earlier.at();
      }
    }
    return Duration.between(begun, mark.at());
  }
}

package p2pgossip.story;

import java.time.Duration;
import java.util.Locale;

/// Marks in plain sentences.
public final class MarkWords {

  private MarkWords() {}

  /// One sentence, with a full stop.
  ///
  /// @param since the beginning of the run
  public static String of(Mark mark, Duration since) {
    String time = String.format(Locale.ROOT, "%.1f s", Math.max(0, since.toMillis()) / 1000.0);
    return switch (mark.kind()) {
      case BEGAN -> "A new network: " + mark.words() + ".";
      case TOLD -> "At %s a rumour is told: %s.".formatted(time, mark.words());
      case FAULT -> "From %s on: %s.".formatted(time, mark.words());
      case SETTINGS -> "From %s on, %s.".formatted(time, mark.words());
      case HEALED, ENDED, JOINED, HALF, ALL, STOPPED -> "At %s: %s.".formatted(time, mark.words());
    };
  }
}

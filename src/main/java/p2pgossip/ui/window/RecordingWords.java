package p2pgossip.ui.window;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.ui.model.OpenedRecording;

/// Says whose a recording is, and from when.
final class RecordingWords {

  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

  private RecordingWords() {}

  /// For example "127.0.0.1:8080, 22 Nov 2026", short enough for the header.
  static String brief(OpenedRecording recording, ZoneId zone) {
    PeerAddress self = recording.self();
    Instant start = recording.start();
    String whose = self == null ? "" : self.toString();
    if (start == null) {
      return whose.isEmpty() ? "nothing was seen" : whose + ", nothing was seen";
    }
    String day = SHORT_DAY.format(start.atZone(zone));
    return whose.isEmpty() ? day : whose + ", " + day;
  }

  /// As a sentence.
  static String full(OpenedRecording recording, ZoneId zone) {
    PeerAddress self = recording.self();
    Instant start = recording.start();
    Instant end = recording.end();
    String whose = self == null ? "Recorded" : "Recorded in the window of " + self;
    return start == null || end == null
        ? whose + "; nothing was seen."
        : whose + ", " + span(start.atZone(zone), end.atZone(zone)) + ".";
  }

  /// @param observations of unknown kinds, which were left out
  static String leftOut(int observations) {
    return observations + " observations of kinds that a newer program knows are left out.";
  }

  private static String span(ZonedDateTime start, ZonedDateTime end) {
    String begun = DAY.format(start) + ", " + TIME.format(start) + " to ";
    return start.toLocalDate().equals(end.toLocalDate())
        ? begun + TIME.format(end)
        : begun + DAY.format(end) + ", " + TIME.format(end);
  }
}

package p2pgossip.journal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Formats a line of the log as text, as in `08:15:30.042 <- 127.0.0.1:8081 Bob met Alice.`, for
/// standard error, a file or the clipboard; a peer with a name is `127.0.0.1:8081 (Ana)`. Immutable
/// and thread-safe.
public final class LineFormat {

  private final DateTimeFormatter time;

  /// @param zone for the time of day
  public LineFormat(ZoneId zone) {
    time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
  }

  /// The time, the sign of the kind, the peer (or `-`) and the text, separated by two spaces,
  /// without a line break; a remark and a colon come before the text.
  public String format(JournalLine line) {
    String remark = line.remark().isEmpty() ? "" : line.remark() + ": ";
    return String.join("  ", time(line), line.kind().sign(), peer(line), remark + line.text());
  }

  /// The time of day alone, as in `08:15:30.042`.
  public String time(JournalLine line) {
    return time.format(line.at());
  }

  private static String peer(JournalLine line) {
    return line.peer() == null ? "-" : line.peerText();
  }
}

package p2pgossip.ui.lines;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.journal.JournalLine;
import p2pgossip.journal.LineKind;

/// Lines for the tests of this package: every line of an odd number was received from [#BOB], every
/// other one was sent to [#EVE].
public final class SampleLines {

  public static final Instant START = Instant.parse("2026-11-22T08:15:30Z");
  public static final PeerAddress BOB = PeerAddress.parse("127.0.0.1:8081");
  public static final PeerAddress EVE = PeerAddress.parse("127.0.0.1:8082");

  private SampleLines() {}

  /// The lines of these numbers, both included, a millisecond apart.
  public static List<JournalLine> lines(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(SampleLines::line).toList();
  }

  public static JournalLine line(long number) {
    return number % 2 == 1
        ? line(number, LineKind.RECEIVED, BOB, "Rumour " + number)
        : line(number, LineKind.SENT, EVE, "Rumour " + number);
  }

  public static JournalLine line(
      long number, LineKind kind, @Nullable PeerAddress peer, String text) {
    return new JournalLine(number, START.plusMillis(number), kind, peer, text);
  }
}

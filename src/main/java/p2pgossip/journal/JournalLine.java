package p2pgossip.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// One line of the log.
///
/// @param number counts up from 1 within one log, without gaps
/// @param peer the peer that it is about; null for none
/// @param remark a short note beside the text, as in "sender presumed"; empty in most lines. It is
///     separate so that no message from outside can imitate it
/// @param text one line, bounded, with control characters escaped; for a message that was sent or
///     received, the message and nothing else
public record JournalLine(
    long number,
    Instant at,
    LineKind kind,
    @Nullable PeerAddress peer,
    String remark,
    String text) {

  /// A line that needs no remark.
  public JournalLine(
      long number, Instant at, LineKind kind, @Nullable PeerAddress peer, String text) {
    this(number, at, kind, peer, "", text);
  }
}

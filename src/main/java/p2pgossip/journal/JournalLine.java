package p2pgossip.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// One line of the log.
///
/// @param number counts up from 1 within one log, without gaps
/// @param peer whom it is about; null when nobody in particular
/// @param remark what a reader has to know beside the text, in a few words, as in "sender
///   presumed"; empty in most lines. It stands apart so that no message from outside can pretend to
///   be it
/// @param text one line, bounded, with control characters shown escaped; where a message was sent
///   or received, the message and nothing else
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

package p2pgossip.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;

/// One line of the log.
///
/// @param number counts up from 1 within one log, without gaps
/// @param peer the peer that it is about; null for none
/// @param name what that peer calls itself; null if it has no name
/// @param remark a short note beside the text, as in "sender presumed"; empty in most lines. It is
///     separate so that no message from outside can imitate it
/// @param text one line, bounded, with control characters escaped; for a message that was sent or
///     received, the message and nothing else
public record JournalLine(
    long number,
    Instant at,
    LineKind kind,
    @Nullable PeerAddress peer,
    @Nullable PeerName name,
    String remark,
    String text) {

  /// A line about a peer without a name, or about none.
  public JournalLine(
      long number,
      Instant at,
      LineKind kind,
      @Nullable PeerAddress peer,
      String remark,
      String text) {
    this(number, at, kind, peer, null, remark, text);
  }

  /// A line that needs no remark.
  public JournalLine(
      long number, Instant at, LineKind kind, @Nullable PeerAddress peer, String text) {
    this(number, at, kind, peer, "", text);
  }

  /// The peer in words, as in `127.0.0.1:8081 (Ana)`; empty for none.
  public String peerText() {
    return peer == null ? "" : PeerName.beside(peer, name);
  }
}

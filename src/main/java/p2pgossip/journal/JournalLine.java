package p2pgossip.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// One line of the log.
///
/// @param number counts up from 1 within one log, without gaps
/// @param peer whom it is about; null when nobody in particular
/// @param text one line, bounded, with control characters shown escaped
public record JournalLine(
    long number, Instant at, LineKind kind, @Nullable PeerAddress peer, String text) {}

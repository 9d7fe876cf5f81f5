package p2pgossip.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;

/// One event of one peer, for a log for ShiViz.
///
/// @param index counts up in the order in which events were observed
/// @param text one line
/// @param passing what was sent or received in it; null for none
/// @param arrives whether it was received rather than sent
record ShivizEvent(
    int index,
    Instant at,
    PeerAddress host,
    String text,
    @Nullable Passing passing,
    boolean arrives) {

  /// What both ends of a transfer have in common; several transfers may share it.
  sealed interface Passing {

    /// A copy of a rumour: its sender numbers them, from 1 after each start.
    record OfCopy(PeerAddress from, PeerAddress to, RumorId rumor, long number)
        implements Passing {}

    /// A message: it has nothing but its text to recognize it by.
    record OfMessage(PeerAddress from, PeerAddress to, String text) implements Passing {}
  }
}

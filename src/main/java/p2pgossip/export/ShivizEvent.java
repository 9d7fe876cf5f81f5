package p2pgossip.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.RumorId;

/// One event of one peer, on its way into a log for ShiViz.
///
/// @param index counts up in the order in which events were observed
/// @param text one line
/// @param passing what was sent or received in it; null where nothing was
/// @param arrives whether it was received, and not sent
record ShivizEvent(
    int index,
    Instant at,
    PeerAddress host,
    String text,
    @Nullable Passing passing,
    boolean arrives) {

  /// What is the same at both ends of one way, but may be so for several ways too.
  sealed interface Passing {

    /// A copy of a rumour: its sender counts them, from 1 each time that it runs.
    record OfCopy(PeerAddress from, PeerAddress to, RumorId rumor, long number)
        implements Passing {}

    /// A message: there is no more to know it by than its words.
    record OfMessage(PeerAddress from, PeerAddress to, String text) implements Passing {}
  }
}

package p2pgossip.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// What the first line of a recording says of the rest.
///
/// @param program the version of the program that wrote it, for people to read
/// @param saved when it was written
/// @param self the peer of the window in which it was made; null where there was none
/// @param opening how many of the observations tell how the network stood at the beginning
/// @param observations how many follow these, in the order in which they were made
public record RecordingHeader(
    String program, Instant saved, @Nullable PeerAddress self, int opening, int observations) {}

package p2pgossip.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;

/// The first line of a recording.
///
/// @param program the version of the program that wrote it, for people
/// @param saved when it was written
/// @param self the peer of the window in which it was made; null if there was none
/// @param opening how many of the observations describe the network at the beginning
/// @param observations how many follow these, in the order in which they were made
public record RecordingHeader(
    String program, Instant saved, @Nullable PeerAddress self, int opening, int observations) {}

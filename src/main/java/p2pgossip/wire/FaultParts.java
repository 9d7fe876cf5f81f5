package p2pgossip.wire;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import p2pgossip.fault.Path;

/// The JSON form of the components that faults have in common, in one kind of file.
///
/// @param <P> identifies a peer there
/// @param peer of a freeze
/// @param path of a fault over a path
/// @param mean of a delay
/// @param jitter of a delay
/// @param sides of a partition
record FaultParts<P>(
    Part<P> peer,
    Part<Path<P>> path,
    Part<Duration> mean,
    Part<Duration> jitter,
    Part<List<Set<P>>> sides) {}

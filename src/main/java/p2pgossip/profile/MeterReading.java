package p2pgossip.profile;

import java.time.Instant;

/// What a [Meter] had counted at one moment.
///
/// @param since when it began; another meter, as that of a peer that was started again, began at
/// another moment
/// @param sent requests put on their way
/// @param failed those of them that were not answered, or not as they should be
/// @param received requests that others sent
/// @param periods that have begun
/// @param late those of them that began too late
/// @param skipped periods that never began, because their time went by
/// @param latencies of the requests that were answered
public record MeterReading(
    Instant since,
    Counts sent,
    Counts failed,
    Counts received,
    long periods,
    long late,
    long skipped,
    Latencies latencies) {}

package p2pgossip.profile;

import java.time.Instant;

/// The state of a [Meter] at one moment.
///
/// @param since when it began; a restarted peer has another meter, which began at another time
/// @param sent requests
/// @param failed those of them that were not answered, or not properly
/// @param received requests from others
/// @param periods that have begun
/// @param late those of them that began too late
/// @param skipped periods that never began, because their time had passed
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

package p2pgossip.results;

/// How far the runs of a shard have come.
///
/// @param done runs that were measured, now or earlier
/// @param failed runs that failed, now
/// @param most how many runs there are, at most
public record SweepProgress(int done, int failed, int most) {}

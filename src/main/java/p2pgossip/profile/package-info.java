/// Measures the program's own work: counters and latencies that are always kept, and events for
/// Flight Recorder. The only package that uses JFR and HdrHistogram. It starts no thread.
@NullMarked
package p2pgossip.profile;

import org.jspecify.annotations.NullMarked;

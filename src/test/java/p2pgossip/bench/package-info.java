/// Measurements of what assets/BENCHMARKS.md says: programs and JMH benchmarks, not run as tests.
@NullMarked
package p2pgossip.bench;

import org.jspecify.annotations.NullMarked;

/// Measurements for assets/BENCHMARKS.md: programs and JMH benchmarks, not run as tests.
@NullMarked
package p2pgossip.bench;

import org.jspecify.annotations.NullMarked;

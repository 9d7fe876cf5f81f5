/// What reads bytes from outside, tried with bytes that nobody expects. The classes are targets of
/// the fuzzer Jazzer, which calls their `fuzzerTestOneInput` (see `src/bench/fuzz.sh`); the kept
/// inputs are replayed by [CorpusTest] in every build. A target whose subject is hidden in its room
/// stands there.
@NullMarked
package p2pgossip.fuzz;

import org.jspecify.annotations.NullMarked;

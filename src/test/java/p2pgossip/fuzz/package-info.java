/// Feeds unexpected bytes to everything that reads bytes from outside. The classes are targets of
/// the fuzzer Jazzer, which calls their `fuzzerTestOneInput` (see `src/bench/fuzz.sh`);
/// [CorpusTest] replays the kept inputs in every build. A target whose subject is package-private
/// is in its package.
@NullMarked
package p2pgossip.fuzz;

import org.jspecify.annotations.NullMarked;

/// Sweeps: the folder that holds an experiment, its runs carried out on threads, what came of them
/// so far, and what it comes to.
@NullMarked
package p2pgossip.results;

import org.jspecify.annotations.NullMarked;

/// Sweeps: the folder that holds an experiment, its runs carried out on threads, their outcomes so
/// far, and tables and summaries of them.
@NullMarked
package p2pgossip.results;

import org.jspecify.annotations.NullMarked;

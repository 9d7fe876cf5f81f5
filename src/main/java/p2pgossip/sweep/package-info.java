/// Experiments as values: a base, what is varied, how often it is run, and what is measured. No
/// threads and no files.
@NullMarked
package p2pgossip.sweep;

import org.jspecify.annotations.NullMarked;

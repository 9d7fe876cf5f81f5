/// What is known of gossip in rounds in step without running it: exact values, asymptotic formulas
/// and mean fields, each with its source.
@NullMarked
package p2pgossip.theory;

import org.jspecify.annotations.NullMarked;

/// Lets the time of a simulated network pass at a pace that a user can follow.
@NullMarked
package p2pgossip.pace;

import org.jspecify.annotations.NullMarked;

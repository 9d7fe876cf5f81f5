/// What can be done to a network while it runs, and heard of it, whether its peers are real or
/// simulated.
@NullMarked
package p2pgossip.steering;

import org.jspecify.annotations.NullMarked;

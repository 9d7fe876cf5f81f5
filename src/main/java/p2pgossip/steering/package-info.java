/// What can be done to a running network, and how to hear of it, whether its peers are real or
/// simulated.
@NullMarked
package p2pgossip.steering;

import org.jspecify.annotations.NullMarked;

/// Many engines together, without a socket and in virtual time.
@NullMarked
package p2pgossip.simulated;

import org.jspecify.annotations.NullMarked;

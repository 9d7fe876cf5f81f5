/// Many engines on a simulated network in virtual time, without sockets and threads.
@NullMarked
package p2pgossip.simulation;

import org.jspecify.annotations.NullMarked;

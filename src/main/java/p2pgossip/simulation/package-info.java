/// The engines of many peers on a simulated network in virtual time, without a socket or a thread.
@NullMarked
package p2pgossip.simulation;

import org.jspecify.annotations.NullMarked;

/// Many real peers in this process, started, steered and ended together.
@NullMarked
package p2pgossip.swarm;

import org.jspecify.annotations.NullMarked;

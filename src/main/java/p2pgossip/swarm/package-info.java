/// Many peers in this process, put up, steered and ended together, and scenarios that are run on them.
@NullMarked
package p2pgossip.swarm;

import org.jspecify.annotations.NullMarked;

/// The core alone: no sockets, time passed in.
@NullMarked
package p2pgossip.gossip;

import org.jspecify.annotations.NullMarked;

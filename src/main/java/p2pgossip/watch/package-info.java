/// Gathers observations of the network: of the peers of this process, and of others that offer
/// them.
@NullMarked
package p2pgossip.watch;

import org.jspecify.annotations.NullMarked;

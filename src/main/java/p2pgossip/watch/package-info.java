/// Gathers what is seen of the network: from the peers of this process, and from others that let
/// themselves be watched.
@NullMarked
package p2pgossip.watch;

import org.jspecify.annotations.NullMarked;

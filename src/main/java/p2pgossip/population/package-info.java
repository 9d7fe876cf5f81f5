/// The rules of gossip on arrays, in rounds in step, for up to ten million peers: the strategies
/// and the loss of interest are those of [p2pgossip.gossip], the peers are bits.
@NullMarked
package p2pgossip.population;

import org.jspecify.annotations.NullMarked;

/// The picture of the network as it is known here: who is there, and who knows whom. Immutable
/// values; no screen.
@NullMarked
package p2pgossip.network;

import org.jspecify.annotations.NullMarked;

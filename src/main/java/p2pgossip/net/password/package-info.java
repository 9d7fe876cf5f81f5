/// How two peers prove to each other that they know the same password, and authenticate each
/// other's words from then on: the arithmetic, the keys and the bounds, without sockets.
@NullMarked
package p2pgossip.net.password;

import org.jspecify.annotations.NullMarked;

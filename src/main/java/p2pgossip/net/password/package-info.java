/// How two peers show each other that they know the same password, and how they know each other's
/// words from then on: the arithmetic, the keys and the bounds, without a socket.
@NullMarked
package p2pgossip.net.password;

import org.jspecify.annotations.NullMarked;

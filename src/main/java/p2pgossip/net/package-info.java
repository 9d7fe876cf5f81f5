/// HTTP: a peer's server, and the client that all peers of a process share.
@NullMarked
package p2pgossip.net;

import org.jspecify.annotations.NullMarked;

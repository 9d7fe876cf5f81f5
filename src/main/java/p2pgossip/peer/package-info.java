/// Running peers: one engine, its server, the shared client and the shared timer put together.
@NullMarked
package p2pgossip.peer;

import org.jspecify.annotations.NullMarked;

/// Running peers: each puts together one engine, its server, the shared client and the shared
/// timer.
@NullMarked
package p2pgossip.peer;

import org.jspecify.annotations.NullMarked;

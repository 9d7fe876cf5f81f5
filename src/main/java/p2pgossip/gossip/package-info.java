/// Gossip and nothing else: what a peer knows, what it sends next and what it makes of what it
/// receives. Time, randomness, requests and replies come in as values and go out as values; nothing
/// here starts a thread, opens a socket, reads a clock or draws a random number of its own.
@NullMarked
package p2pgossip.gossip;

import org.jspecify.annotations.NullMarked;

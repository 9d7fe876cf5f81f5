/// Gossip and nothing else: what a peer knows, what it sends next, and what it does with what it
/// receives. Time, randomness, requests and replies come in and go out as values. Nothing here
/// starts a thread, opens a socket, reads a clock or creates a source of random numbers.
@NullMarked
package p2pgossip.gossip;

import org.jspecify.annotations.NullMarked;

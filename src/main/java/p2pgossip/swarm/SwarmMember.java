package p2pgossip.swarm;

import p2pgossip.gossip.PeerAddress;

/// One peer of a swarm.
///
/// @param number from 1, kept for good
/// @param original whether it offers nothing beyond the original protocol
/// @param running whether it runs now; one that has ended can be started again
public record SwarmMember(int number, PeerAddress address, boolean original, boolean running) {}

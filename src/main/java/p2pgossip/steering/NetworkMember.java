package p2pgossip.steering;

import p2pgossip.gossip.PeerAddress;

/// One peer of a network.
///
/// @param number from 1, kept for good
/// @param original whether it offers nothing beyond the original protocol
/// @param running whether it runs now; one that has ended can be started again
public record NetworkMember(int number, PeerAddress address, boolean original, boolean running) {}

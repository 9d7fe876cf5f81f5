package p2pgossip.steering;

import p2pgossip.gossip.PeerAddress;

/// One peer of a network.
///
/// @param number from 1; never changes
/// @param original whether it speaks the original protocol only
/// @param running whether it runs. A member that has ended can be started again
public record NetworkMember(int number, PeerAddress address, boolean original, boolean running) {}

package p2pgossip.network;

import p2pgossip.gossip.PeerAddress;

/// One peer in the picture.
public record NetworkNode(PeerAddress address, Role role) {}

package p2pgossip.gossip;

/// How a peer has proven its identity over an encrypted connection.
///
/// @param fingerprint of its key
/// @param firstMet whether its key was unknown and is trusted because it is the first
public record Identity(Fingerprint fingerprint, boolean firstMet) {}

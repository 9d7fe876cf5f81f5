package p2pgossip.gossip;

/// How a peer has shown over an encrypted connection who it is.
///
/// @param fingerprint of its key
/// @param firstMet whether nothing was known of its key before, and it is trusted because it is the
/// first
public record Identity(Fingerprint fingerprint, boolean firstMet) {}

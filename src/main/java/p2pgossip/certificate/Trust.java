package p2pgossip.certificate;

/// Which certificates are accepted: those that were seen first, or those that an authority has
/// signed.
public sealed interface Trust permits TrustedPeers, Authority {}

package p2pgossip.certificate;

/// Whose certificates are taken: those that were seen first, or those that an authority has signed.
public sealed interface Trust permits TrustedPeers, Authority {}

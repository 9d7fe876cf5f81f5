package p2pgossip.certificate;

import javax.net.ssl.X509ExtendedTrustManager;

/// The authority of a class: the certificates that it has signed are taken, and no others.
///
/// @param manager knows its certificates
public record Authority(X509ExtendedTrustManager manager) implements Trust {}

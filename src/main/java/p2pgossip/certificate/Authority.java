package p2pgossip.certificate;

import javax.net.ssl.X509ExtendedTrustManager;

/// The authority of a class: only certificates that it has signed are accepted.
///
/// @param manager knows its certificates
public record Authority(X509ExtendedTrustManager manager) implements Trust {}

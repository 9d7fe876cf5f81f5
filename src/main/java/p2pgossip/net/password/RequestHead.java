package p2pgossip.net.password;

/// What a request is, beside its body: all of it is authenticated.
///
/// @param target path and query, as they stand in the request's first line
/// @param host the header `Host`, which is the called address
/// @param from the header `P2pgossip-From`, which is the caller's own address
/// @param contentType the header `Content-Type`; empty where there is none
/// @param fingerprint of the certificate that the called one shows on this connection; empty
///     without TLS
public record RequestHead(
    String method,
    String target,
    String host,
    String from,
    String contentType,
    String fingerprint) {}

package p2pgossip.net.password;

/// All of a request but its body; everything here is authenticated.
///
/// @param target path and query, as in the request line
/// @param host the header `Host`, which is the called address
/// @param from the header `P2pgossip-From`, which is the caller's own address
/// @param contentType the header `Content-Type`; empty if absent
/// @param fingerprint of the certificate that the called peer shows on this connection; empty
///     without TLS
public record RequestHead(
    String method,
    String target,
    String host,
    String from,
    String contentType,
    String fingerprint) {}

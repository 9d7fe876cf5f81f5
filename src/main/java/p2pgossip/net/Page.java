package p2pgossip.net;

/// A body as it is answered.
///
/// @param body not to be changed
public record Page(String contentType, byte[] body) {}

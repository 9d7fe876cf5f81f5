package p2pgossip.net;

/// The body of an answer.
///
/// @param body must not be changed
public record Page(String contentType, byte[] body) {}

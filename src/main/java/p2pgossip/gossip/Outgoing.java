package p2pgossip.gossip;

/// A request to be sent now.
///
/// @param id unique within one engine; what comes of the request is handed back with it
public record Outgoing(long id, Request request) {}

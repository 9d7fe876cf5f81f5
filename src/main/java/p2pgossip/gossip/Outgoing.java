package p2pgossip.gossip;

/// A request to be sent now.
///
/// @param id unique within one engine. The answer is passed back together with it
public record Outgoing(long id, Request request) {}

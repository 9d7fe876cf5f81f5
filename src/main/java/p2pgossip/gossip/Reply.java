package p2pgossip.gossip;

import java.util.Map;

/// What came back for a [Request].
public sealed interface Reply {

  /// For [Request.Handshake]: a peer, and this is what it says of itself.
  record Introduced(Peer peer) implements Reply {}

  /// For [Request.Connect]: accepted.
  record Accepted() implements Reply {}

  /// For [Request.AskKnownPeers].
  ///
  /// @param peers the entries that could be read, bounded in number
  /// @param ignored how many more stood there and were unreadable or over the bound
  record Known(Map<PeerAddress, Peer> peers, int ignored) implements Reply {
    public Known {
      peers = Map.copyOf(peers);
    }
  }

  /// For [Request.Tell]: heard.
  record Heard() implements Reply {}
}

package p2pgossip.gossip;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What came back for a [Request].
public sealed interface Reply {

  /// For [Request.Handshake]: a peer, and this is what it says of itself.
  ///
  /// @param identity by which it was known over an encrypted connection; null over a plain one
  record Introduced(Peer peer, @Nullable Identity identity) implements Reply {

    /// Over a plain connection.
    public Introduced(Peer peer) {
      this(peer, null);
    }
  }

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
  record Heard(Hearing hearing) implements Reply {}

  /// For [Request.Exchange].
  ///
  /// @param copies those that the asker lacked, bounded in number and size
  /// @param wanted those that the asked lacks; bounded in number
  record Exchanged(List<Copy> copies, Set<RumorId> wanted) implements Reply {
    public Exchanged {
      copies = List.copyOf(copies);
      wanted = Set.copyOf(wanted);
    }
  }

  /// For [Request.AskSettings] and [Request.Tune]: how it is set now.
  record SettingsShown(PeerSettings settings) implements Reply {}

  /// For [Request.Leave].
  record Released() implements Reply {}
}

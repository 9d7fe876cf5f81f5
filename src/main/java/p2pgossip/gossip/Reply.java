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
  /// @param knowsCaller whether the asker is among those whom it tells its gossip; null where it does
  /// not say
  /// @param leaving whether it is about to end
  record Introduced(
      Peer peer, @Nullable Identity identity, @Nullable Boolean knowsCaller, boolean leaving)
      implements Reply {

    /// One that says nothing but who it is.
    public Introduced(Peer peer, @Nullable Identity identity) {
      this(peer, identity, null, false);
    }

    /// The same, over a plain connection.
    public Introduced(Peer peer) {
      this(peer, null);
    }

    public Introduced withIdentity(@Nullable Identity newIdentity) {
      return new Introduced(peer, newIdentity, knowsCaller, leaving);
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
  ///
  /// @param checking whether it does not take this peer's word, and asks it back before it forgets it
  record Released(boolean checking) implements Reply {}
}

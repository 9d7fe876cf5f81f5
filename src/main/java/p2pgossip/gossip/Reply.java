package p2pgossip.gossip;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The answer to a [Request].
public sealed interface Reply {

  /// For [Request.Handshake]: what a peer says of itself.
  ///
  /// @param identity that it proved over an encrypted connection; null over a plain one
  /// @param knowsCaller whether it sends its gossip to the caller; null if it does not say
  /// @param leaving whether it is about to end
  record Introduced(
      Peer peer, @Nullable Identity identity, @Nullable Boolean knowsCaller, boolean leaving)
      implements Reply {

    /// A peer that says nothing else.
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

  /// For [Request.Connect]: the peer accepts.
  record Accepted() implements Reply {}

  /// For [Request.AskKnownPeers].
  ///
  /// @param peers the entries that could be read, bounded in number
  /// @param ignored how many further entries were unreadable or exceeded the bound
  record Known(Map<PeerAddress, Peer> peers, int ignored) implements Reply {
    public Known {
      peers = Map.copyOf(peers);
    }
  }

  /// For [Request.Tell].
  record Heard(Hearing hearing) implements Reply {}

  /// For [Request.Exchange].
  ///
  /// @param copies that the asking peer lacks, bounded in number and size
  /// @param wanted names of rumours that the asked peer lacks, bounded in number
  record Exchanged(List<Copy> copies, Set<RumorId> wanted) implements Reply {
    public Exchanged {
      copies = List.copyOf(copies);
      wanted = Set.copyOf(wanted);
    }
  }

  /// For [Request.AskSettings] and [Request.Tune]: the settings as they are now.
  record SettingsShown(PeerSettings settings) implements Reply {}

  /// For [Request.Begin]: the rumour has begun.
  record Begun() implements Reply {}

  /// For [Request.Leave].
  ///
  /// @param checking whether it does not take the goodbye as proven, and asks the peer before it
  /// forgets it
  record Released(boolean checking) implements Reply {}
}

package p2pgossip.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;

/// What the peers of one log are called. Bounded: the names that were learned first give way.
final class NamedPeers {

  private static final int MOST = 4_096;

  private final Map<PeerAddress, PeerName> names = new LinkedHashMap<>();

  /// @param name null if the peer has none any longer
  /// @return its name before; null if it had none
  @Nullable PeerName put(PeerAddress peer, @Nullable PeerName name) {
    if (name == null) {
      return names.remove(peer);
    }
    PeerName before = names.put(peer, name);
    if (names.size() > MOST) {
      names.remove(names.keySet().iterator().next());
    }
    return before;
  }

  /// Null if it has none, or for no peer.
  @Nullable PeerName of(@Nullable PeerAddress peer) {
    return peer == null ? null : names.get(peer);
  }

  /// As in `127.0.0.1:8081 (Ana)`.
  String called(PeerAddress peer) {
    return PeerName.beside(peer, of(peer));
  }
}

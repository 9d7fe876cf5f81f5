package p2pgossip.network;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;

/// What the peers of a network call themselves.
///
/// @param names of those that have one, also of peers that have ended
/// @param shown whether the user wants to see them; if not, peers are shown by their addresses
public record Naming(Map<PeerAddress, PeerName> names, boolean shown) {

  public static final Naming NONE = new Naming(Map.of(), true);

  public Naming {
    names = Map.copyOf(names);
  }

  /// A peer where it matters which it is: the whole address, and its name beside it if names are
  /// shown, as in `127.0.0.1:8080 (Ana)`.
  public String called(PeerAddress peer) {
    return PeerName.beside(peer, shown ? of(peer) : null);
  }

  /// Null if it has none.
  public @Nullable PeerName of(PeerAddress peer) {
    return names.get(peer);
  }
}

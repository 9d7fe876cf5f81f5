package p2pgossip.gossip;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// Who sent a message, as far as one can tell. The original program does not name itself, and its
/// requests come from a port of their own each.
public sealed interface Sender {

  /// Where it is reached; null where it is nobody that is known.
  @Nullable PeerAddress address();

  /// The sender named itself, at an address that fits the one it called from or that is known.
  record Named(PeerAddress address) implements Sender {}

  /// The sender did not name itself, but only one known peer lives at the address it called from.
  record Presumed(PeerAddress address) implements Sender {}

  /// Nobody that is known.
  record Unnamed(InetAddress source) implements Sender {

    @Override
    public @Nullable PeerAddress address() {
      return null;
    }
  }
}

package p2pgossip.gossip;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// The sender of a message, as far as it can be determined. The original program does not name
/// itself, and each of its requests comes from another port.
public sealed interface Sender {

  /// The address of the sender; null if it is not known.
  @Nullable PeerAddress address();

  /// The sender named itself. The address fits the one that it called from, or is proven.
  record Named(PeerAddress address) implements Sender {}

  /// The sender did not name itself, but only one known peer has the address that it called from.
  record Presumed(PeerAddress address) implements Sender {}

  /// The sender is not known.
  record Unnamed(InetAddress source) implements Sender {

    @Override
    public @Nullable PeerAddress address() {
      return null;
    }
  }
}

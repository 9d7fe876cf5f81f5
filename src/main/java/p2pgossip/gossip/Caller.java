package p2pgossip.gossip;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// The sender of a request, as far as it is certain.
///
/// @param source the address that the request came from
/// @param proven the address of the peer that the sender has proven to be; null if it has proven
/// nothing
public record Caller(InetAddress source, @Nullable PeerAddress proven) {

  /// A sender that has proven nothing.
  public Caller(InetAddress source) {
    this(source, null);
  }
}

package p2pgossip.gossip;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// Who sends a request, as far as that is sure.
///
/// @param source the address that it came from
/// @param proven the peer that has proven to be at this address; null where nobody has
public record Caller(InetAddress source, @Nullable PeerAddress proven) {

  /// Somebody who has proven nothing.
  public Caller(InetAddress source) {
    this(source, null);
  }
}

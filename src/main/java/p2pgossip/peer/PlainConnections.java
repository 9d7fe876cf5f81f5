package p2pgossip.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/// What a peer does not do over connections that others can read.
final class PlainConnections {

  /// Why a password is not used.
  static final String NO_PASSWORD =
      "a password is used between machines only over encrypted connections; start with --tls, or"
          + " listen on this machine only (no host alias)";

  private static final String NO_CLASS =
      "a class is joined over encrypted connections only; start with --tls";

  private PlainConnections() {}

  /// @param bound where the peer will listen
  /// @throws IOException when a peer may not be started so, with a reason for the user
  static void requireFit(PeerConfig config, List<InetAddress> bound, PeerRuntime runtime)
      throws IOException {
    if (runtime.security().isPresent()) {
      return;
    }
    if (config.password() != null && !Binding.isHidden(bound)) {
      throw new IOException(NO_PASSWORD);
    }
    if (config.joined() != null) {
      throw new IOException(NO_CLASS);
    }
  }
}

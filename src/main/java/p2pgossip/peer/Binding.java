package p2pgossip.peer;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;

/// Which address a peer's server is bound to.
final class Binding {

  private Binding() {}

  /// Loopback where no alias is given; the alias where this machine has that address; every address
  /// where it has not, because then something in between (a router, a container's host) passes the
  /// alias on.
  static InetAddress addressFor(@Nullable InetAddress alias) throws SocketException {
    if (alias == null) {
      return loopback();
    }
    boolean ours = alias.isLoopbackAddress() || NetworkInterface.getByInetAddress(alias) != null;
    return ours ? alias : InetAddress.ofLiteral("0.0.0.0");
  }

  /// The IPv4 loopback, which is what the original listens on.
  static InetAddress loopback() {
    return InetAddress.ofLiteral("127.0.0.1");
  }
}

package p2pgossip.peer;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which address a peer's server is bound to.
final class Binding {

  private static final Logger LOG = LoggerFactory.getLogger(Binding.class);

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

  /// Whether an interface of this machine has an address; false also where that can't be told.
  static boolean isOfThisMachine(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      LOG.debug("Whether {} is an address of this machine could not be told", address, e);
      return false;
    }
  }

  /// The IPv4 loopback, which is what the original listens on.
  static InetAddress loopback() {
    return InetAddress.ofLiteral("127.0.0.1");
  }
}

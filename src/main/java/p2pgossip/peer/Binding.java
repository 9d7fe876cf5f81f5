package p2pgossip.peer;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which addresses a peer's server is bound to.
final class Binding {

  private static final Logger LOG = LoggerFactory.getLogger(Binding.class);

  private Binding() {}

  /// Loopback where no alias is given; those of the alias that this machine has; every address
  /// where it has none of them, because then something in between (a router, a container's host)
  /// passes on what is sent there.
  ///
  /// @return at least one
  static List<InetAddress> addressesFor(@Nullable HostAlias alias) throws SocketException {
    if (alias == null) {
      return List.of(loopback());
    }
    List<InetAddress> ours = new ArrayList<>();
    for (InetAddress address : alias.addresses()) {
      if (address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null) {
        ours.add(address);
      }
    }
    return ours.isEmpty() ? List.of(InetAddress.ofLiteral("0.0.0.0")) : ours;
  }

  /// Whether nobody on the way can see what is said to a server that is bound to these.
  static boolean isHidden(List<InetAddress> bound) {
    return bound.stream().allMatch(InetAddress::isLoopbackAddress);
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

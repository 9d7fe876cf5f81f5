package p2pgossip.peer;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The addresses to which a peer's server is bound.
final class Binding {

  private static final Logger LOG = LoggerFactory.getLogger(Binding.class);

  private Binding() {}

  /// Loopback if there is no alias; else the addresses of the alias that this machine has; else
  /// every address, because then something in between (a router, a container's host) forwards to
  /// this machine.
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

  /// Whether nobody on the way can read what is sent to a server that is bound to these addresses.
  static boolean isHidden(List<InetAddress> bound) {
    return bound.stream().allMatch(InetAddress::isLoopbackAddress);
  }

  /// Whether an interface of this machine has the address; false also if that can't be determined.
  static boolean isOfThisMachine(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      LOG.debug("Whether {} is an address of this machine could not be told", address, e);
      return false;
    }
  }

  /// The IPv4 loopback, on which the original listens.
  static InetAddress loopback() {
    return InetAddress.ofLiteral("127.0.0.1");
  }
}

package p2pgossip.gossip;

import java.net.InetAddress;
import java.util.Set;

/// The addresses of the machine that a peer runs on, at one moment.
///
/// @param addresses of its interfaces; loopback addresses may be missing
public record OwnAddresses(Set<InetAddress> addresses) {

  /// Only loopback addresses, which every machine has.
  public static final OwnAddresses LOOPBACK = new OwnAddresses(Set.of());

  public OwnAddresses {
    addresses = Set.copyOf(addresses);
  }

  /// Whether an address belongs to this machine.
  public boolean contains(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || addresses.contains(address);
  }
}

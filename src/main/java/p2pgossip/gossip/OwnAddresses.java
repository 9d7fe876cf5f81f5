package p2pgossip.gossip;

import java.net.InetAddress;
import java.util.Set;

/// The addresses of the machine that a peer runs on, at one moment.
///
/// @param addresses those of its interfaces; loopback addresses need not be among them
public record OwnAddresses(Set<InetAddress> addresses) {

  /// Nothing is known but that every machine has loopback addresses.
  public static final OwnAddresses LOOPBACK = new OwnAddresses(Set.of());

  public OwnAddresses {
    addresses = Set.copyOf(addresses);
  }

  /// Whether an address leads to this machine.
  public boolean contains(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || addresses.contains(address);
  }
}

package p2pgossip.multicast;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.channels.DatagramChannel;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The networks that this machine is in.
public final class LocalNetworks {

  /// More than a laptop has.
  private static final int MOST = 8;

  /// Nothing is sent there.
  private static final int ANY_PORT = 9;

  private static final Logger LOG = LoggerFactory.getLogger(LocalNetworks.class);

  private LocalNetworks() {}

  /// The addresses at which others on the local network can reach this machine, the likeliest
  /// first: those of a private network before others. IPv4 only, which is what can be typed from a
  /// board. Waits for the system.
  public static List<InetAddress> addresses() {
    return usable().stream()
        .flatMap(network -> addresses(network).stream())
        .sorted(Comparator.comparing(address -> !address.isSiteLocalAddress()))
        .toList();
  }

  /// The address by which this machine is seen at another one, found without sending anything.
  ///
  /// @throws IOException when no network leads there, with a reason for the user
  public static InetAddress towards(InetAddress other) throws IOException {
    try (DatagramChannel channel = DatagramChannel.open()) {
      channel.connect(new InetSocketAddress(other, ANY_PORT));
      return ((InetSocketAddress) channel.getLocalAddress()).getAddress();
    } catch (SocketException e) {
      throw new IOException(
          "no network leads from this machine to "
              + other.getHostAddress()
              + "; connect it to the network of the class",
          e);
    }
  }

  /// The interfaces that reach others and take part in multicast.
  static List<NetworkInterface> usable() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(LocalNetworks::isUsable)
          .limit(MOST)
          .toList();
    } catch (SocketException e) {
      LOG.debug("The networks of this machine can't be listed", e);
      return List.of();
    }
  }

  private static boolean isUsable(NetworkInterface network) {
    try {
      return network.isUp()
          && !network.isLoopback()
          && network.supportsMulticast()
          && !addresses(network).isEmpty();
    } catch (SocketException e) {
      LOG.debug("{} can't be used", network, e);
      return false;
    }
  }

  static List<InetAddress> addresses(NetworkInterface network) {
    return network.inetAddresses().filter(Inet4Address.class::isInstance).toList();
  }

  /// Whether an address belongs to the network of one of these interfaces.
  static boolean isIn(List<NetworkInterface> networks, InetAddress address) {
    return networks.stream()
        .flatMap(LocalNetworks::parts)
        .anyMatch(part -> sameStart(part, address));
  }

  private static Stream<InterfaceAddress> parts(NetworkInterface network) {
    return network.getInterfaceAddresses().stream();
  }

  private static boolean sameStart(InterfaceAddress part, InetAddress address) {
    byte[] one = part.getAddress().getAddress();
    byte[] other = address.getAddress();
    if (one.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < part.getNetworkPrefixLength(); bit++) {
      int shift = Byte.SIZE - 1 - bit % Byte.SIZE;
      int difference = one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE];
      if ((difference >> shift & 1) != 0) {
        return false;
      }
    }
    return true;
  }
}

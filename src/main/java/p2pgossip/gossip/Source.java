package p2pgossip.gossip;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The source of something, for counting and limits. Whoever has one address of a source can have
/// all of them, so they share one limit.
///
/// All of loopback (`127.0.0.0/8` and `::1`) is one source. Each IPv4 address is a source, also if
/// it is written as an IPv6 address (`::ffff:10.0.0.7`, RFC 4291, section 2.5.5.2). Of an IPv6
/// address, the first 64 bits count, which is what one host is given (RFC 4291, section 2.5.4), and
/// of a link-local one the interface too, because each link has its own `fe80::/64`.
///
/// @param network the first address of the source
/// @param scope the interface of a link-local source, else 0
public record Source(InetAddress network, int scope) {

  private static final int IPV6_PREFIX = 8;
  private static final Inet4Address LOOPBACK = Inet4Address.ofLiteral("127.0.0.0");

  /// Accepts any address of the source as `network`.
  public Source {
    InetAddress address = withoutMapping(network);
    scope = address instanceof Inet6Address && address.isLinkLocalAddress() ? scope : 0;
    network = firstOf(address);
  }

  /// The source that an address belongs to.
  public static Source of(InetAddress address) {
    return new Source(address, address instanceof Inet6Address six ? six.getScopeId() : 0);
  }

  /// Whether this is the machine itself.
  public boolean isLoopback() {
    return network.equals(LOOPBACK);
  }

  /// `127.0.0.0/8`, `10.0.0.7`, `2001:db8::/64` or `fe80::/64%2`.
  @Override
  public String toString() {
    if (isLoopback()) {
      return network.getHostAddress() + "/8";
    }
    String text = PeerAddress.text(network);
    return network instanceof Inet4Address ? text : text + "/64" + (scope == 0 ? "" : "%" + scope);
  }

  private static InetAddress firstOf(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return LOOPBACK;
    }
    if (address instanceof Inet4Address) {
      return address;
    }
    byte[] bytes = address.getAddress();
    StringBuilder prefix = new StringBuilder(22);
    for (int i = 0; i < IPV6_PREFIX; i += 2) {
      prefix
          .append(Integer.toHexString((bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff)))
          .append(':');
    }
    return InetAddress.ofLiteral(prefix.append(':').toString());
  }

  /// Java converts most mapped addresses to IPv4 itself, but not those with a scope.
  private static InetAddress withoutMapping(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean mapped = bytes.length == 16 && bytes[10] == -1 && bytes[11] == -1;
    for (int i = 0; mapped && i < 10; i++) {
      mapped = bytes[i] == 0;
    }
    if (!mapped) {
      return address;
    }
    return InetAddress.ofLiteral(
        IntStream.range(12, 16)
            .mapToObj(i -> Integer.toString(bytes[i] & 0xff))
            .collect(Collectors.joining(".")));
  }
}

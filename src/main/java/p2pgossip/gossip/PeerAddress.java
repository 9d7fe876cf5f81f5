package p2pgossip.gossip;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The address of a peer: an IP address and a port, as in `127.0.0.1:8080` or `[::1]:8080`. Names
/// are resolved before they get here. Immutable.
///
/// All that a peer knows of others is found by their addresses, so an address keeps its hash code,
/// and the one number that an IPv4 address and its port make: two are compared without a look at
/// the JDK's objects behind them.
public final class PeerAddress implements Comparable<PeerAddress> {

  private static final long NOT_IPV4 = -1;

  private final InetAddress ip;
  private final int port;
  private final int hash;

  /// The IPv4 address above 16 bits for the port; [#NOT_IPV4] for any other.
  private final long ipv4;

  /// @param ip a unicast address, neither unspecified (`0.0.0.0`, `::`) nor multicast
  /// @param port 1 to 65535
  /// @throws IllegalArgumentException when no peer can listen there, saying why
  public PeerAddress(InetAddress ip, int port) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not between 1 and 65535");
    }
    if (ip.isAnyLocalAddress()) {
      throw new IllegalArgumentException(
          ip.getHostAddress() + " stands for every address of a machine, not for one peer");
    }
    if (ip.isMulticastAddress()) {
      throw new IllegalArgumentException(
          ip.getHostAddress() + " is a multicast address, not that of one peer");
    }
    this.ip = ip;
    this.port = port;
    this.hash = 31 * ip.hashCode() + port;
    this.ipv4 = ip instanceof Inet4Address ? bits(ip.getAddress()) << 16 | port : NOT_IPV4;
  }

  private static long bits(byte[] ip) {
    long bits = 0;
    for (byte part : ip) {
      bits = bits << 8 | (part & 0xff);
    }
    return bits;
  }

  public InetAddress ip() {
    return ip;
  }

  /// The bits of an IPv4 address as a number from 0; negative for any other.
  public long ipv4Bits() {
    return ipv4 >> 16;
  }

  public int port() {
    return port;
  }

  /// Reads `IP:port` or `[IPv6]:port`.
  ///
  /// @throws IllegalArgumentException when the text is anything else, saying what is wrong with it
  public static PeerAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon <= 0) {
      throw new IllegalArgumentException(Quote.of(text) + " has no port; write it as IP:port");
    }
    String host = text.substring(0, colon);
    boolean bracketed = host.length() > 2 && host.startsWith("[") && host.endsWith("]");
    if (host.indexOf(':') >= 0 && !bracketed) {
      throw new IllegalArgumentException(
          Quote.of(text) + " is ambiguous; write an IPv6 address as [IPv6]:port");
    }
    return new PeerAddress(
        parseIp(bracketed ? host.substring(1, host.length() - 1) : host),
        parsePort(text.substring(colon + 1)));
  }

  /// Reads an IP literal. A name is refused, so nothing is ever looked up. An IPv4 address has four
  /// decimal parts without leading zeros (RFC 3986, section 3.2.2), even at the end of an IPv6
  /// address: some programs read `010` as eight and others as ten, and few understand short forms
  /// such as `127.1`.
  ///
  /// @throws IllegalArgumentException when the text is no IP literal, saying why
  public static InetAddress parseIp(String text) {
    return IpText.parse(text);
  }

  /// Reads a port from 1 to 65535, digits only, without leading zeros.
  ///
  /// @throws IllegalArgumentException when the text is no such port
  public static int parsePort(String text) {
    boolean digits = !text.isEmpty() && text.length() <= 5;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    int port = digits ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + Quote.of(text) + " is not between 1 and 65535");
    }
    if (text.charAt(0) == '0') {
      throw new IllegalArgumentException("port " + Quote.of(text) + " has leading zeros");
    }
    return port;
  }

  /// The IP address as text: dotted for IPv4, the form of RFC 5952 (section 4) for IPv6.
  public static String text(InetAddress ip) {
    return ip instanceof Inet6Address six ? compress(six.getAddress()) : ip.getHostAddress();
  }

  /// The IP address as text, without brackets.
  public String host() {
    return text(ip);
  }

  /// The address as it stands on the wire: `127.0.0.1:8080` or `[::1]:8080`.
  @Override
  public String toString() {
    return ip instanceof Inet4Address ? host() + ":" + port : "[" + host() + "]:" + port;
  }

  @Override
  public boolean equals(@Nullable Object object) {
    return this == object
        || (object instanceof PeerAddress other
            && ipv4 == other.ipv4
            && (ipv4 != NOT_IPV4 || (port == other.port && ip.equals(other.ip))));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /// IPv4 before IPv6, then by the IP address, then by the port.
  @Override
  public int compareTo(PeerAddress other) {
    if (ipv4 != NOT_IPV4 && other.ipv4 != NOT_IPV4) {
      return Long.compare(ipv4, other.ipv4);
    }
    int byIp = ip.equals(other.ip) ? 0 : compare(ip.getAddress(), other.ip.getAddress());
    return byIp == 0 ? Integer.compare(port, other.port) : byIp;
  }

  private static int compare(byte[] one, byte[] other) {
    return one.length != other.length
        ? Integer.compare(one.length, other.length)
        : Arrays.compareUnsigned(one, other);
  }

  private static String compress(byte[] bytes) {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff);
    }
    int zerosAt = -1;
    int zeros = 1;
    for (int start = 0; start < 8; start++) {
      int end = start;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - start > zeros) {
        zerosAt = start;
        zeros = end - start;
      }
    }
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == zerosAt) {
        text.append("::");
        i += zeros - 1;
        continue;
      }
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}

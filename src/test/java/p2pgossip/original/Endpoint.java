package p2pgossip.original;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a peer listens, read and written like the original: `IP:port` or `[IPv6]:port`.
///
/// @param port 0 to 65535
public record Endpoint(InetAddress ip, int port) {

  private static final String PART = "(0|[1-9][0-9]{0,2})";
  private static final Pattern FOUR = Pattern.compile(PART + "(\\." + PART + "){3}");
  private static final Pattern SIX = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern WHOLE =
      Pattern.compile("(?:\\[(?<six>[^\\]]*)\\]|(?<four>[^\\[\\]:]*)):(?<port>[0-9]{1,5})");

  /// `127.0.0.1:port`.
  public static Endpoint onLoopback(int port) {
    return new Endpoint(InetAddress.ofLiteral("127.0.0.1"), port);
  }

  static Endpoint read(String text) throws Json.Refused {
    Matcher matcher = WHOLE.matcher(text);
    if (!matcher.matches()) {
      throw new Json.Refused("\"" + text + "\" is no IP:port");
    }
    String six = matcher.group("six");
    InetAddress ip = readIp(six == null ? matcher.group("four") : six);
    int port = Integer.parseInt(matcher.group("port"));
    if (ip instanceof Inet6Address != (six != null) || port > 65_535) {
      throw new Json.Refused("\"" + text + "\" is no IP:port");
    }
    return new Endpoint(ip, port);
  }

  static InetAddress readIp(String text) throws Json.Refused {
    if (!FOUR.matcher(text).matches() && !SIX.matcher(text).matches()) {
      throw new Json.Refused("\"" + text + "\" is no IP literal");
    }
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      throw new Json.Refused("\"" + text + "\" is no IP literal", e);
    }
  }

  InetSocketAddress socketAddress() {
    return new InetSocketAddress(ip, port);
  }

  @Override
  public String toString() {
    String host = ip.getHostAddress();
    return (ip instanceof Inet6Address ? "[" + host + "]" : host) + ":" + port;
  }
}

package p2pgossip.peer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;

/// A peer as a person writes it: `127.0.0.1:8081`, `[::1]:8081`, `host.example:8081`, or only `8081`
/// for a peer on this machine. Its form is checked; the name is not looked up yet.
///
/// @param host an IP literal without brackets, or a name
public record Target(String host, int port) {

  /// Reads a target.
  ///
  /// @throws IllegalArgumentException when the text is no target, saying what is wrong with it
  public static Target parse(String text) {
    String trimmed = text.strip();
    if (!trimmed.isEmpty() && trimmed.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return new Target("127.0.0.1", PeerAddress.parsePort(trimmed));
    }
    int colon = trimmed.lastIndexOf(':');
    if (colon <= 0 || trimmed.endsWith("]")) {
      throw new IllegalArgumentException(
          Quote.of(trimmed) + " has no port; write host:port, such as 127.0.0.1:8081");
    }
    String host = trimmed.substring(0, colon);
    if (host.startsWith("[") || host.indexOf(':') >= 0 || isNumeric(host)) {
      PeerAddress address = PeerAddress.parse(trimmed);
      return new Target(address.host(), address.port());
    }
    if (!isHostName(host)) {
      throw new IllegalArgumentException(Quote.of(host) + " is neither an IP address nor a name");
    }
    return new Target(host, PeerAddress.parsePort(trimmed.substring(colon + 1)));
  }

  /// The address, where no name has to be looked up for it.
  public Optional<PeerAddress> literal() {
    try {
      return Optional.of(new PeerAddress(PeerAddress.parseIp(host), port));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Looks the name up, which may take seconds where it is one.
  ///
  /// @throws UnknownHostException when nothing goes by that name
  /// @throws IllegalArgumentException when it stands for no address at which a peer can listen
  public PeerAddress resolve() throws UnknownHostException {
    return new PeerAddress(resolveHost(host), port);
  }

  /// Looks up a name or reads an IP literal; prefers IPv4, which is what peers bind.
  ///
  /// @throws UnknownHostException when nothing goes by that name
  public static InetAddress resolveHost(String host) throws UnknownHostException {
    InetAddress[] all = InetAddress.getAllByName(host);
    for (InetAddress one : all) {
      if (one.getAddress().length == 4) {
        return one;
      }
    }
    return all[0];
  }

  private static boolean isNumeric(String host) {
    return host.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
  }

  /// Whether a text may be the name of a host (RFC 1123, section 2.1), underscores allowed as in
  /// practice.
  public static boolean isHostName(String host) {
    return host.length() <= 253
        && host.matches(
            "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
                + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*\\.?");
  }

  @Override
  public String toString() {
    return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
  }
}

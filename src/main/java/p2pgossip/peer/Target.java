package p2pgossip.peer;

import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;

/// A peer as a user writes it: `127.0.0.1:8081`, `[::1]:8081`, `host.example:8081`, or only `8081`
/// or `:8081` for a peer on this machine. `http://` before it and `/` behind it are allowed. Its
/// form is checked; the name is not looked up yet.
///
/// @param host an IP literal without brackets, or a name
public record Target(String host, int port) {

  /// The last part of a host that other programs read as a number: `127.1`, `0x7f.1`, `2130706433`.
  private static final Pattern NUMERIC = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)\\.?");

  private static final Pattern NAME =
      Pattern.compile(
          "[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
              + "(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*\\.?");

  /// Reads a target.
  ///
  /// @throws IllegalArgumentException when the text is not a target, saying why
  public static Target parse(String text) {
    return TargetText.parse(text);
  }

  /// Reads targets separated by blanks, commas or semicolons, at most [TargetText#MOST] at once.
  ///
  /// @throws IllegalArgumentException when one is not a target, saying which and why
  public static List<Target> list(String text) {
    return TargetText.list(text);
  }

  /// The address, if no name has to be looked up.
  public Optional<PeerAddress> literal() {
    try {
      return Optional.of(new PeerAddress(PeerAddress.parseIp(host), port));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Looks the name up, which may take seconds.
  ///
  /// @return all addresses of the name, the likeliest for a peer first: IPv4, which peers bind
  /// @throws UnknownHostException when the name is not known
  /// @throws IllegalArgumentException when it stands for an address at which no peer can listen, or
  ///     for too many
  public List<PeerAddress> resolve() throws UnknownHostException {
    return resolve(Names.SYSTEM);
  }

  /// As [#resolve()], with `names` to look up names.
  public List<PeerAddress> resolve(Names names) throws UnknownHostException {
    return names.addresses(host).stream().map(address -> new PeerAddress(address, port)).toList();
  }

  /// Checks that a text is an IP literal (IPv6 without brackets) or can be a host name. Texts that
  /// the system would read as a number are not names: `0127.0.0.1`, `127.1`, `0x7f.1`. No peer has
  /// an unspecified or a multicast address.
  ///
  /// @throws IllegalArgumentException when it is neither, saying why
  public static void requireHost(String host) {
    if (isNumeric(host) || host.indexOf(':') >= 0) {
      PeerAddress _ = new PeerAddress(PeerAddress.parseIp(host), 1);
    } else if (!isHostName(host)) {
      throw new IllegalArgumentException(Quote.of(host) + " is neither an IP address nor a name");
    }
  }

  /// Whether [#requireHost] accepts it.
  public static boolean isHost(String host) {
    try {
      requireHost(host);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isNumeric(String host) {
    return NUMERIC.matcher(host).matches();
  }

  /// As in RFC 1123, section 2.1, with underscores, which are used in practice.
  static boolean isHostName(String host) {
    return host.length() <= 253 && NAME.matcher(host).matches() && !isNumeric(host);
  }

  @Override
  public String toString() {
    return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
  }
}

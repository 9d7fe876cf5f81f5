package p2pgossip.peer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;

/// Reads targets as users write them, or copy them from an address bar or from the graph.
final class TargetText {

  /// The most targets in one text.
  static final int MOST = 50;

  private static final String THIS_MACHINE = "127.0.0.1";

  /// What a browser adds to an address. The scheme is ignored: `--tls` decides whether this program
  /// calls over HTTPS.
  private static final Pattern LINK = Pattern.compile("(?i)(?:https?://)?([^/]*)(/.*)?");

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.*");

  private final String text;

  private TargetText(String text) {
    this.text = text;
  }

  static List<Target> list(String text) {
    List<Target> targets =
        Arrays.stream(text.split("[\\s,;]+"))
            .filter(one -> !one.isEmpty())
            .limit(MOST + 1L)
            .map(TargetText::parse)
            .toList();
    if (targets.size() > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " targets at once");
    }
    return targets;
  }

  static Target parse(String text) {
    return new TargetText(text.strip()).read();
  }

  private Target read() {
    String authority = authority();
    int colon = authority.lastIndexOf(':');
    if (colon == 0) {
      return new Target(THIS_MACHINE, PeerAddress.parsePort(authority.substring(1)));
    }
    if (!authority.isEmpty() && authority.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return new Target(THIS_MACHINE, PeerAddress.parsePort(authority));
    }
    if (colon < 0 || authority.endsWith("]")) {
      throw wrong("has no port; write host:port, such as 127.0.0.1:8081");
    }
    String host = authority.substring(0, colon);
    if (host.startsWith("[") || host.indexOf(':') >= 0) {
      PeerAddress address = PeerAddress.parse(authority);
      return new Target(address.host(), address.port());
    }
    Target.requireHost(host);
    return new Target(host, PeerAddress.parsePort(authority.substring(colon + 1)));
  }

  private String authority() {
    Matcher link = LINK.matcher(text);
    Matcher scheme = SCHEME.matcher(text);
    if (link.matches() && (link.group(2) == null || link.group(2).equals("/"))) {
      if (link.group(1).indexOf('@') > 0) {
        throw wrong("names a user; write what follows the @ alone");
      }
      return link.group(1);
    }
    if (scheme.matches() && !scheme.group(1).toLowerCase(Locale.ROOT).startsWith("http")) {
      throw wrong("is not the address of a peer, which speaks HTTP; write host:port");
    }
    throw wrong("has a path; write host:port alone, such as 127.0.0.1:8081");
  }

  private IllegalArgumentException wrong(String words) {
    return new IllegalArgumentException(Quote.of(text) + " " + words);
  }
}

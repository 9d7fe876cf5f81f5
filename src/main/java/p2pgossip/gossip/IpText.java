package p2pgossip.gossip;

import java.net.InetAddress;

/// Reads an IP address in a text, and refuses in words what other programs may read differently or
/// not at all. `InetAddress` alone accepts too much: `0127.0.0.1`, `127.1`, `[::1]`, `::00001`, a
/// scope.
final class IpText {

  private static final String NO_ADDRESS = "is not an IP address";

  private final String text;

  private IpText(String text) {
    this.text = text;
  }

  /// @throws IllegalArgumentException when the text is no IP address, saying why
  static InetAddress parse(String text) {
    return new IpText(text).read();
  }

  private InetAddress read() {
    int scope = text.indexOf('%');
    if (scope >= 0) {
      throw wrong(
          "has a scope ("
              + Quote.shorten(text.substring(scope))
              + "), which only one machine knows");
    }
    if (text.indexOf(':') < 0) {
      requireFour(text);
    } else {
      int last = text.lastIndexOf(':');
      String tail = text.substring(last + 1);
      boolean mixed = tail.indexOf('.') >= 0;
      if (mixed) {
        requireFour(tail);
      }
      requireGroups(mixed ? text.substring(0, last) : text);
    }
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(Quote.of(text) + " " + NO_ADDRESS, e);
    }
  }

  private void requireFour(String dotted) {
    String[] parts = dotted.split("\\.", -1);
    for (String part : parts) {
      if (part.isEmpty() || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
        throw wrong(NO_ADDRESS);
      }
      if (part.length() > 1 && part.charAt(0) == '0') {
        throw wrong(
            "has leading zeros, which some programs read as octal; write "
                + Quote.of(plain(dotted)));
      }
    }
    if (parts.length != 4) {
      throw wrong(NO_ADDRESS + "; an IPv4 address has four numbers, such as 127.0.0.1");
    }
  }

  private static String plain(String dotted) {
    return dotted.replaceAll("(?<![0-9])0+(?=[0-9])", "");
  }

  private void requireGroups(String groups) {
    for (String group : groups.split(":", -1)) {
      boolean hex = group.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
      if (group.length() > 4 || !hex) {
        throw wrong(NO_ADDRESS);
      }
    }
  }

  private IllegalArgumentException wrong(String words) {
    return new IllegalArgumentException(Quote.of(text) + " " + words);
  }
}

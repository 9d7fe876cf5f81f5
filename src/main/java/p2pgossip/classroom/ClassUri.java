package p2pgossip.classroom;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;

/// The URI of a class, for a QR code:
/// `p2pgossip://192.168.1.20:8080/?class=Year%209&fingerprint=SHA256:…&password=needed`.
///
/// Everything but unreserved characters (RFC 3986, section 2.3), `:` and `/` is percent-encoded. A
/// `+` stands for itself. Unknown parts are ignored, so that later versions can add some.
final class ClassUri {

  private static final String SCHEME = "p2pgossip://";
  private static final String CLASS = "class";
  private static final String FINGERPRINT = "fingerprint";
  private static final String PASSWORD = "password";
  private static final String NEEDED = "needed";
  private static final int MOST_PARTS = 16;
  private static final String UNESCAPED = "-._~:/";

  private ClassUri() {}

  static boolean isUri(String text) {
    return text.toLowerCase(Locale.ROOT).startsWith(SCHEME);
  }

  static String write(ClassAnnouncement announced) {
    return SCHEME
        + announced.address()
        + "/?"
        + CLASS
        + '='
        + encode(announced.name().text())
        + '&'
        + FINGERPRINT
        + '='
        + encode(announced.fingerprint().text())
        + (announced.locked() ? '&' + PASSWORD + '=' + NEEDED : "");
  }

  /// @param text that [#isUri] accepts, at most [ClassTarget#LONGEST] characters
  /// @throws IllegalArgumentException when it is not the URI of a class, saying why
  static ClassAnnouncement read(String text) {
    String rest = text.substring(SCHEME.length());
    int query = rest.indexOf("/?");
    if (query < 0 || rest.indexOf('#') >= 0) {
      throw new IllegalArgumentException(
          Quote.of(text) + " is not the address of a class; copy all of it, up to its end");
    }
    PeerAddress address = PeerAddress.parse(rest.substring(0, query));
    Map<String, String> parts = parts(rest.substring(query + 2));
    return new ClassAnnouncement(
        new ClassName(required(parts, CLASS)),
        address,
        new Fingerprint(required(parts, FINGERPRINT)),
        NEEDED.equals(parts.get(PASSWORD)));
  }

  private static Map<String, String> parts(String query) {
    Map<String, String> parts = new HashMap<>();
    String[] all = query.split("&", MOST_PARTS + 1);
    if (all.length > MOST_PARTS) {
      throw new IllegalArgumentException("the address of a class has too many parts");
    }
    for (String part : all) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (parts.put(name, equals < 0 ? "" : decode(part.substring(equals + 1))) != null) {
        throw new IllegalArgumentException(
            Quote.of(name) + " is given twice in the address of a class");
      }
    }
    return parts;
  }

  private static String required(Map<String, String> parts, String name) {
    String value = parts.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          Quote.of(name) + " is missing in the address of a class; copy all of it, up to its end");
    }
    return value;
  }

  private static String encode(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || UNESCAPED.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
      }
    }
    return encoded.toString();
  }

  private static String decode(String encoded) {
    ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c >= 0x80 || c <= ' ') {
        throw new IllegalArgumentException(
            Quote.of(encoded) + " has a character that must be written as %XX");
      }
      if (c == '%') {
        bytes.put(hex(encoded, i + 1));
        i += 2;
      } else {
        bytes.put((byte) c);
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(Quote.of(encoded) + " is not UTF-8", e);
    }
  }

  private static byte hex(String encoded, int from) {
    int value = 0;
    for (int i = from; i < from + 2; i++) {
      int digit = i < encoded.length() ? Character.digit(encoded.charAt(i), 16) : -1;
      if (digit < 0) {
        throw new IllegalArgumentException(
            Quote.of(encoded) + " has a % without two hexadecimal digits behind it");
      }
      value = value << 4 | digit;
    }
    return (byte) value;
  }
}

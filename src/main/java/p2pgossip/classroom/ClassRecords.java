package p2pgossip.classroom;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import p2pgossip.gossip.Fingerprint;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;

/// A class in DNS-SD (RFC 6763), as a service of the type `_p2pgossip._tcp`: what stands in its TXT
/// record. The address and the port stand in the A and SRV records.
public final class ClassRecords {

  private static final String VERSION = "txtvers";
  private static final String OUR_VERSION = "1";
  private static final String CLASS = "class";
  private static final String FINGERPRINT = "fingerprint";
  private static final String PASSWORD = "password";
  private static final String NEEDED = "needed";

  /// Of one string, as DNS has it.
  private static final int LONGEST_STRING = 255;

  /// Some more than there are, so that later versions can add to them.
  private static final int MOST_STRINGS = 16;

  private ClassRecords() {}

  /// The strings of the TXT record, each at most 255 bytes of UTF-8.
  public static List<String> text(ClassAnnouncement announced) {
    List<String> strings = new ArrayList<>();
    strings.add(VERSION + '=' + OUR_VERSION);
    strings.add(CLASS + '=' + announced.name());
    strings.add(FINGERPRINT + '=' + announced.fingerprint());
    if (announced.locked()) {
      strings.add(PASSWORD + '=' + NEEDED);
    }
    return List.copyOf(strings);
  }

  /// Reads what was heard.
  ///
  /// @param ip of the announcing machine
  /// @param text the strings of the TXT record
  /// @throws IllegalArgumentException when it is no class, saying why
  public static ClassAnnouncement read(InetAddress ip, int port, List<byte[]> text) {
    Map<String, String> values = values(text);
    if (!OUR_VERSION.equals(values.get(VERSION))) {
      throw new IllegalArgumentException("it is announced by a later version of the program");
    }
    return new ClassAnnouncement(
        new ClassName(required(values, CLASS)),
        new PeerAddress(ip, port),
        new Fingerprint(required(values, FINGERPRINT)),
        NEEDED.equals(values.get(PASSWORD)));
  }

  private static String required(Map<String, String> values, String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(Quote.of(key) + " is missing in the announcement");
    }
    return value;
  }

  /// Of a key that occurs twice, the first counts (RFC 6763, section 6.4).
  private static Map<String, String> values(List<byte[]> text) {
    if (text.size() > MOST_STRINGS) {
      throw new IllegalArgumentException("the announcement has too many strings");
    }
    Map<String, String> values = new HashMap<>();
    for (byte[] bytes : text) {
      String string = decode(bytes);
      int equals = string.indexOf('=');
      if (equals > 0) {
        values.putIfAbsent(
            string.substring(0, equals).toLowerCase(Locale.ROOT), string.substring(equals + 1));
      }
    }
    return values;
  }

  private static String decode(byte[] bytes) {
    if (bytes.length > LONGEST_STRING) {
      throw new IllegalArgumentException("a string of the announcement is too long");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the announcement is not UTF-8", e);
    }
  }
}

package p2pgossip.net;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.message.BasicHeaderValueParser;
import org.apache.hc.core5.http.message.ParserCursor;
import org.jspecify.annotations.Nullable;

/// The parameters of a header of HTTP's digest authentication (RFC 7616, section 3).
///
/// @param parameters by their names in lower case
record DigestHeader(Map<String, String> parameters) {

  private static final String SCHEME = "digest ";
  private static final int LONGEST = 2_048;

  DigestHeader {
    parameters = Map.copyOf(parameters);
  }

  /// Reads a `WWW-Authenticate` or an `Authorization`; null where it speaks of another scheme or is too
  /// long to be either.
  static @Nullable DigestHeader ofScheme(@Nullable String header) {
    if (header == null
        || header.length() < SCHEME.length()
        || !header.substring(0, SCHEME.length()).toLowerCase(Locale.ROOT).equals(SCHEME)) {
      return null;
    }
    return of(header.substring(SCHEME.length()));
  }

  /// Reads an `Authentication-Info`; null where there is none, or it is too long.
  static @Nullable DigestHeader of(@Nullable String header) {
    if (header == null || header.length() > LONGEST) {
      return null;
    }
    Map<String, String> parameters = new HashMap<>();
    ParserCursor cursor = new ParserCursor(0, header.length());
    for (HeaderElement element : BasicHeaderValueParser.INSTANCE.parseElements(header, cursor)) {
      parameters.put(
          element.getName().toLowerCase(Locale.ROOT),
          element.getValue() == null ? "" : element.getValue());
    }
    return new DigestHeader(parameters);
  }

  /// Empty where it is not there.
  String get(String name) {
    return parameters.getOrDefault(name, "");
  }

  boolean has(String name, String value) {
    return get(name).equalsIgnoreCase(value);
  }
}

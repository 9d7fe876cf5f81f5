package p2pgossip.net;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The content types of the protocol.
final class MediaTypes {

  static final String JSON = "application/json";

  /// Bytes whose meaning the two sides know (RFC 2046, section 4.5.1).
  static final String OCTETS = "application/octet-stream";

  static final String MERGE_PATCH = "application/merge-patch+json";
  static final String PROBLEM = "application/problem+json";
  static final String EVENT_STREAM = "text/event-stream";
  static final String TEXT = "text/plain; charset=utf-8";

  private MediaTypes() {}

  /// Whether the original accepts it as JSON: `application/json`, and every type that ends in
  /// `/json` or `+json`.
  static boolean isJson(@Nullable String contentType) {
    if (contentType == null || contentType.equals(JSON)) {
      return contentType != null;
    }
    String type = withoutParameters(contentType);
    return type.endsWith("/json") || type.endsWith("+json");
  }

  static boolean isProblem(@Nullable String contentType) {
    return contentType != null && withoutParameters(contentType).equals(PROBLEM);
  }

  static boolean isEventStream(@Nullable String contentType) {
    return contentType != null && withoutParameters(contentType).equals(EVENT_STREAM);
  }

  static String withoutParameters(String contentType) {
    int parameters = contentType.indexOf(';');
    return (parameters < 0 ? contentType : contentType.substring(0, parameters))
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}

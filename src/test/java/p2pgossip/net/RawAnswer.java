package p2pgossip.net;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An answer of a server, parsed by hand.
///
/// @param headers by their names in lower case
record RawAnswer(int status, Map<String, String> headers, String body) {

  @Nullable String contentType() {
    return headers.get("content-type");
  }

  boolean closesConnection() {
    return "close".equalsIgnoreCase(headers.get("connection"));
  }
}

package p2pgossip.net;

import io.undertow.server.HttpHandler;
import io.undertow.util.Headers;
import java.time.Duration;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.message.MessageSupport;
import org.jspecify.annotations.Nullable;

/// The time for which a server keeps an unused connection open, in seconds in the header
/// `Keep-Alive: timeout=30` (RFC 2068, section 19.7.1.1). A client that knows it need not open a
/// connection for each period, and does not send just as the other end closes.
final class KeptOpen {

  private static final String TIMEOUT = "timeout";

  /// As many digits as the seconds of a day; anything longer is ignored.
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}");

  private KeptOpen() {}

  /// Adds the header to every answer after which the connection stays open.
  ///
  /// @param time rounded down to whole seconds
  static HttpHandler saying(Duration time, HttpHandler next) {
    String words = words(time);
    return exchange -> {
      if (exchange.isPersistent()) {
        exchange.getResponseHeaders().put(Headers.KEEP_ALIVE, words);
      }
      next.handleRequest(exchange);
    };
  }

  /// The header's value.
  static String words(Duration time) {
    return TIMEOUT + "=" + time.toSeconds();
  }

  /// @return null if the answer does not say so, or not in whole seconds
  static @Nullable Duration saidIn(HttpResponse response) {
    Iterator<HeaderElement> elements = MessageSupport.iterate(response, HttpHeaders.KEEP_ALIVE);
    while (elements.hasNext()) {
      HeaderElement element = elements.next();
      if (element.getName().equalsIgnoreCase(TIMEOUT)) {
        return seconds(element.getValue());
      }
    }
    return null;
  }

  private static @Nullable Duration seconds(@Nullable String value) {
    return value != null && SECONDS.matcher(value).matches()
        ? Duration.ofSeconds(Integer.parseInt(value))
        : null;
  }
}

package p2pgossip.net;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Quote;

/// Refuses requests that a web page could make the user's browser send: those that say which page
/// they come from or that they are made for one, and those to a host name. A page can make its own
/// name resolve to this machine (DNS rebinding), but can't make the browser call it by an address.
final class BrowserGate implements HttpHandler {

  private static final String LOCALHOST = "localhost";
  private static final HttpString FETCH_SITE = new HttpString("Sec-Fetch-Site");
  private static final String TYPED = "none";

  private final HttpHandler next;

  BrowserGate(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    String host = exchange.getRequestHeaders().getFirst(Headers.HOST);
    if (exchange.getRequestHeaders().contains(Headers.ORIGIN)) {
      Problems.send(
          exchange,
          StatusCodes.FORBIDDEN,
          "a web page may not talk to a peer; the request has an Origin header");
    } else if (isOfPage(exchange.getRequestHeaders().getFirst(FETCH_SITE))) {
      Problems.send(
          exchange,
          StatusCodes.FORBIDDEN,
          "a web page may not talk to a peer; the request says that it is made for one");
    } else if (!isAddress(host)) {
      Problems.send(
          exchange,
          StatusCodes.FORBIDDEN,
          "call this peer by its IP address, not by the name " + Quote.of(host));
    } else {
      next.handleRequest(exchange);
    }
  }

  /// Whether a browser makes a request for a page, for example for an image in it, and not because
  /// its user has typed the address (Fetch Metadata, section 2.4).
  ///
  /// @param site the header; null if absent, as from anything but a browser
  private static boolean isOfPage(@Nullable String site) {
    return site != null && !site.equals(TYPED);
  }

  /// @param host with or without a port; null if absent, as before HTTP/1.1
  private static boolean isAddress(@Nullable String host) {
    if (host == null || host.isEmpty()) {
      return true;
    }
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon >= 0 && host.indexOf(']', colon) < 0;
    String name = hasPort ? host.substring(0, colon) : host;
    if (name.startsWith("[") && name.endsWith("]")) {
      name = name.substring(1, name.length() - 1);
    }
    if (name.equalsIgnoreCase(LOCALHOST)) {
      return true;
    }
    try {
      var _ = PeerAddress.parseIp(name);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}

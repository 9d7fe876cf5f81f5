package p2pgossip.net;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Request;
import p2pgossip.wire.ExchangeJson;
import p2pgossip.wire.MessageJson;
import p2pgossip.wire.PeerJson;

/// A [Request] as it goes over HTTP.
final class PeerRequest {

  private final String method;
  private final String path;
  private final byte @Nullable [] body;

  private PeerRequest(String method, String path, byte @Nullable [] body) {
    this.method = method;
    this.path = path;
    this.body = body;
  }

  static PeerRequest of(Request request) {
    return switch (request) {
      case Request.Handshake _ -> new PeerRequest("GET", "/", null);
      case Request.AskKnownPeers _ -> new PeerRequest("GET", "/known_peers", null);
      case Request.Connect connect ->
          new PeerRequest("POST", "/connect", PeerJson.write(connect.self()));
      case Request.Tell tell ->
          new PeerRequest("POST", "/message", MessageJson.write(tell.message()));
      case Request.Exchange exchange ->
          new PeerRequest(
              "POST", "/rumors", ExchangeJson.writeQuestion(exchange.from(), exchange.digest()));
      case Request.Leave leave -> new PeerRequest("POST", "/leave", PeerJson.write(leave.self()));
    };
  }

  /// As in "GET /known_peers".
  static String nameOf(Request request) {
    return switch (request) {
      case Request.Handshake _ -> "GET /";
      case Request.AskKnownPeers _ -> "GET /known_peers";
      case Request.Connect _ -> "POST /connect";
      case Request.Tell _ -> "POST /message";
      case Request.Exchange _ -> "POST /rumors";
      case Request.Leave _ -> "POST /leave";
    };
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  /// JSON, not to be changed; null for a GET.
  byte @Nullable [] body() {
    return body;
  }
}

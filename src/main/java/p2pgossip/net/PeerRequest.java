package p2pgossip.net;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Message;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.Request;
import p2pgossip.gossip.Tuning;
import p2pgossip.wire.ExchangeJson;
import p2pgossip.wire.MessageJson;
import p2pgossip.wire.PeerJson;
import p2pgossip.wire.TuningJson;

/// A [Request] in the form in which HTTP sends it.
final class PeerRequest {

  private final String method;
  private final String path;
  private final byte @Nullable [] body;
  private final String contentType;
  private final @Nullable PeerAddress from;

  private PeerRequest(String method, String path, byte @Nullable [] body) {
    this(method, path, body, MediaTypes.JSON, null);
  }

  private PeerRequest(
      String method,
      String path,
      byte @Nullable [] body,
      String contentType,
      @Nullable PeerAddress from) {
    this.method = method;
    this.path = path;
    this.body = body;
    this.contentType = contentType;
    this.from = from;
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
      case Request.AskSettings _ -> new PeerRequest("GET", "/settings", null);
      case Request.Tune(var _, var from, Tuning tuning) ->
          new PeerRequest(
              "PATCH", "/settings", TuningJson.write(tuning), MediaTypes.MERGE_PATCH, from);
      case Request.Begin(var _, String text) ->
          new PeerRequest("POST", "/begin", MessageJson.write(new Message(text, null)));
      case Request.Leave leave -> new PeerRequest("POST", "/leave", PeerJson.write(leave.self()));
    };
  }

  /// A message of an introduction.
  static PeerRequest introduction(String path, byte[] message) {
    return new PeerRequest("POST", path, message, MediaTypes.OCTETS, null);
  }

  /// Says and does nothing: its answer shows who is there.
  static PeerRequest probe() {
    return new PeerRequest("OPTIONS", "/", null);
  }

  /// As in "GET /known_peers".
  static String nameOf(Request request) {
    return switch (request) {
      case Request.Handshake _ -> "GET /";
      case Request.AskKnownPeers _ -> "GET /known_peers";
      case Request.Connect _ -> "POST /connect";
      case Request.Tell _ -> "POST /message";
      case Request.Exchange _ -> "POST /rumors";
      case Request.AskSettings _ -> "GET /settings";
      case Request.Tune _ -> "PATCH /settings";
      case Request.Begin _ -> "POST /begin";
      case Request.Leave _ -> "POST /leave";
    };
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  /// Of the body, if there is one.
  String contentType() {
    return contentType;
  }

  /// The asking peer, if the body doesn't name it.
  @Nullable PeerAddress from() {
    return from;
  }

  /// JSON, must not be changed; null for a GET and for [#probe].
  byte @Nullable [] body() {
    return body;
  }
}

package p2pgossip.profile;

import p2pgossip.gossip.Request;

/// The kinds of requests, with the names under which they are counted.
public enum RequestKind {
  HANDSHAKE("handshake"),
  CONNECT("connect"),
  KNOWN_PEERS("known_peers"),
  MESSAGE("message"),
  RUMORS("rumors"),
  SETTINGS("settings"),
  TUNING("tuning"),
  BEGIN("begin"),
  LEAVE("leave");

  private final String label;

  RequestKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  public static RequestKind of(Request request) {
    return switch (request) {
      case Request.Handshake _ -> HANDSHAKE;
      case Request.Connect _ -> CONNECT;
      case Request.AskKnownPeers _ -> KNOWN_PEERS;
      case Request.Tell _ -> MESSAGE;
      case Request.Exchange _ -> RUMORS;
      case Request.AskSettings _ -> SETTINGS;
      case Request.Tune _ -> TUNING;
      case Request.Begin _ -> BEGIN;
      case Request.Leave _ -> LEAVE;
    };
  }
}

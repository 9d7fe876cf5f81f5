package p2pgossip.ui.graph;

import p2pgossip.network.Role;

/// What can be done with a peer, and with which.
enum PeerDeed {
  CONNECT("Connect"),
  DISCONNECT("Disconnect"),
  SEND("Send a message now"),
  COPY_ADDRESS("Copy address");

  private final String text;

  PeerDeed(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /// Whether this makes sense for a peer of the role. Connecting to a pending or unreachable one
  /// tries it once more.
  boolean suits(Role role) {
    return switch (this) {
      case CONNECT -> role != Role.SELF && role != Role.CONNECTED;
      case DISCONNECT -> role != Role.SELF && role != Role.HEARD_OF;
      case SEND -> role == Role.CONNECTED || role == Role.LEARNED;
      case COPY_ADDRESS -> true;
    };
  }
}

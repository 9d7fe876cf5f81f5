package p2pgossip.ui.model;

import p2pgossip.network.Role;

/// What can be done with a peer, and with which.
public enum PeerDeed {
  CONNECT,
  DISCONNECT,
  SEND,
  COPY_ADDRESS;

  /// As it stands in the menu, or on a button.
  ///
  /// @param neighbor whether the peer is one of this peer's neighbours, in reach or not
  public String text(Role role, boolean neighbor) {
    return switch (this) {
      case CONNECT -> isTried(role, neighbor) ? "Try again now" : "Connect";
      // Of the others, nobody was told that they are known.
      case DISCONNECT -> role == Role.CONNECTED ? "Disconnect" : "Drop";
      case SEND -> "Send a message now";
      case COPY_ADDRESS -> "Copy address";
    };
  }

  /// Whether this makes sense for a peer of the role.
  ///
  /// @param neighbor as for [#text]
  public boolean suits(Role role, boolean neighbor) {
    return switch (this) {
      case CONNECT -> role != Role.SELF && role != Role.CONNECTED;
      case DISCONNECT -> role != Role.SELF && neighbor;
      case SEND -> role == Role.CONNECTED || role == Role.LEARNED;
      case COPY_ADDRESS -> true;
    };
  }

  /// Whether it is tried now and then anyway.
  private static boolean isTried(Role role, boolean neighbor) {
    return neighbor && (role == Role.PENDING || role == Role.UNREACHABLE || role == Role.REFUSED);
  }
}

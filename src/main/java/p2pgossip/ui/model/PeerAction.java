package p2pgossip.ui.model;

import p2pgossip.network.Role;

/// What a user can do with one peer, and for which peers it makes sense.
public enum PeerAction {
  CONNECT,
  DISCONNECT,
  SEND,
  COPY_ADDRESS;

  /// The words in the menu and on the button.
  ///
  /// @param neighbor whether the peer is a neighbour of this window's peer, reachable or not
  public String text(Role role, boolean neighbor) {
    return switch (this) {
      case CONNECT -> isTried(role, neighbor) ? "Try again now" : "Connect";
      // The other end of a link that isn't up was never told of it: nothing is disconnected.
      case DISCONNECT -> role == Role.CONNECTED ? "Disconnect" : "Drop";
      case SEND -> "Send a message now";
      case COPY_ADDRESS -> "Copy address";
    };
  }

  /// Whether this makes sense for a peer of this role.
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

  /// Whether this window's peer tries to reach it from time to time.
  private static boolean isTried(Role role, boolean neighbor) {
    return neighbor && (role == Role.PENDING || role == Role.UNREACHABLE || role == Role.REFUSED);
  }
}

package p2pgossip.gossip;

/// How a known peer stands to this one.
public enum Standing {
  /// Asked, called or heard of, but not yet checked by a handshake; never sent a message.
  PENDING,
  /// One was introduced to the other; unless it is known that each knows the other, nothing says that
  /// the other does not. Sent messages.
  CONNECTED,
  /// Known, from somebody's list for example, and checked, but it does not know this peer; messages flow
  /// one way.
  LEARNED,
  /// Its last request failed; tried again after growing pauses, and sent nothing meanwhile.
  UNREACHABLE,
  /// One of the two does not let the other in: it has another password, or a certificate that is not
  /// trusted. Sent no message; asked again now and then, and once that is mended.
  REFUSED
}

package p2pgossip.gossip;

/// How a known peer stands to this one.
public enum Standing {
  /// Asked, called or heard of, but not yet checked by a handshake; never sent a message.
  PENDING,
  /// Each has told the other; messages flow both ways.
  CONNECTED,
  /// Known from somebody's list and checked, but never told; messages flow one way.
  LEARNED,
  /// Its last request failed; tried again after growing pauses.
  UNREACHABLE,
  /// One of the two does not let the other in: it has another password, or a certificate that is not
  /// trusted. Sent no message; asked again now and then, and once that is mended.
  REFUSED
}

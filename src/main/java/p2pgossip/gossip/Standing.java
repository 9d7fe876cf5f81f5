package p2pgossip.gossip;

/// The state of a known peer.
public enum Standing {
  /// It was asked for, called, or was listed, but has not answered a handshake yet. It is sent no
  /// messages.
  PENDING,
  /// One of the two has introduced itself to the other, and nothing shows that the other does not
  /// know this peer. It is sent messages.
  CONNECTED,
  /// It answers handshakes but does not know this peer, for example because it was learned from a
  /// list. It is sent messages; the link is one-way.
  LEARNED,
  /// Its last request failed. It is tried again after growing pauses and sent no messages
  /// meanwhile.
  UNREACHABLE,
  /// One of the two refuses the other because of a password or a certificate. It is sent no
  /// messages, and is asked again from time to time and once the cause is fixed.
  REFUSED;

  /// Whether it is sent messages.
  boolean isHealthy() {
    return this == CONNECTED || this == LEARNED;
  }
}

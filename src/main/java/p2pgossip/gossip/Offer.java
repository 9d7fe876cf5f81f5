package p2pgossip.gossip;

/// Something beyond the original protocol that a peer says, in its handshake, that it understands.
/// What a peer did not offer is never sent to it.
public enum Offer {
  /// It reads who sent a message from the message itself (`from`).
  SENDER,
  /// It takes rumours: copies in messages, and questions for them.
  RUMORS,
  /// It lets others watch what happens to it.
  EVENTS,
  /// It reads the goodbye of a peer that leaves.
  LEAVE,
  /// It speaks over encrypted connections only.
  TLS,
  /// It lets others change its settings.
  TUNING
}

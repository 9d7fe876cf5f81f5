package p2pgossip.gossip;

/// An extension of the original protocol that a peer says in its handshake that it understands. It
/// is never sent an extension that it does not offer.
public enum Offer {
  /// It reads the sender of a message from the message itself (`from`).
  SENDER,
  /// It takes rumours: copies in messages, and questions for rumours.
  RUMORS,
  /// It lets others watch its events.
  EVENTS,
  /// It understands the goodbye of a peer that leaves.
  LEAVE,
  /// It speaks over encrypted connections only.
  TLS,
  /// It lets others change its settings.
  TUNING
}

package p2pgossip.gossip;

/// What one peer asks of another.
public sealed interface Request {

  PeerAddress to();

  /// `GET /`: are you a peer, and which?
  record Handshake(PeerAddress to) implements Request {}

  /// `POST /connect`: take me, `self`, among those that you know.
  record Connect(PeerAddress to, Peer self) implements Request {}

  /// `GET /known_peers`: whom do you know?
  record AskKnownPeers(PeerAddress to) implements Request {}

  /// `POST /message`: hear this.
  record Tell(PeerAddress to, Message message) implements Request {}

  /// `POST /rumors`: I have these; which others are there?
  record Exchange(PeerAddress to, PeerAddress from, Digest digest) implements Request {}

  /// `GET /settings`: how are you set?
  record AskSettings(PeerAddress to) implements Request {}

  /// `PATCH /settings`: be set so, says `from`.
  record Tune(PeerAddress to, PeerAddress from, Tuning tuning) implements Request {}

  /// `POST /leave`: I go; do not wait for me.
  record Leave(PeerAddress to, Peer self) implements Request {}
}

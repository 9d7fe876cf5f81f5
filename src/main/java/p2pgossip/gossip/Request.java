package p2pgossip.gossip;

import org.jspecify.annotations.Nullable;

/// What one peer asks of another.
public sealed interface Request {

  PeerAddress to();

  /// `GET /`: are you a peer, and which?
  ///
  /// @param from where the one who asks is reached; null where it does not say, or leaves that to what
  /// carries the request
  record Handshake(PeerAddress to, @Nullable PeerAddress from) implements Request {
    public Handshake(PeerAddress to) {
      this(to, null);
    }
  }

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

  /// `PATCH /settings`: be set so.
  ///
  /// @param from where the one who says so is reached; null where it does not say
  record Tune(PeerAddress to, @Nullable PeerAddress from, Tuning tuning) implements Request {}

  /// `POST /leave`: I go; do not wait for me.
  record Leave(PeerAddress to, Peer self) implements Request {}
}

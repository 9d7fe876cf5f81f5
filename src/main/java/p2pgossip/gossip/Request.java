package p2pgossip.gossip;

import org.jspecify.annotations.Nullable;

/// A request of one peer to another.
public sealed interface Request {

  PeerAddress to();

  /// `GET /`: are you a peer, and which one?
  ///
  /// @param from the address of the asking peer; null if it does not say, or the transport says it
  record Handshake(PeerAddress to, @Nullable PeerAddress from) implements Request {
    public Handshake(PeerAddress to) {
      this(to, null);
    }
  }

  /// `POST /connect`: take me, `self`, as a neighbour.
  record Connect(PeerAddress to, Peer self) implements Request {}

  /// `GET /known_peers`: which peers do you know?
  record AskKnownPeers(PeerAddress to) implements Request {}

  /// `POST /message`: hear this.
  record Tell(PeerAddress to, Message message) implements Request {}

  /// `POST /rumors`: I have these rumours; which others do you have?
  record Exchange(PeerAddress to, PeerAddress from, Digest digest) implements Request {}

  /// `GET /settings`: what are your settings?
  record AskSettings(PeerAddress to) implements Request {}

  /// `PATCH /settings`: change your settings.
  ///
  /// @param from the address of the peer that changes them; null if it does not say
  record Tune(PeerAddress to, @Nullable PeerAddress from, Tuning tuning) implements Request {}

  /// `POST /begin`: tell a rumour of your own.
  ///
  /// @param text at most [PeerSettings#LONGEST_TEXT] bytes of UTF-8
  record Begin(PeerAddress to, String text) implements Request {}

  /// `POST /leave`: I leave; do not wait for me.
  record Leave(PeerAddress to, Peer self) implements Request {}
}

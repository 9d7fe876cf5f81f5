package p2pgossip.net;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.password.CalledSession;
import p2pgossip.net.password.Proof;

/// A request by somebody who has shown that he knows the password, as it stands with its exchange.
final class Admitted {

  private static final AttachmentKey<Admitted> KEY = AttachmentKey.create(Admitted.class);

  private final CalledSession session;
  private final Proof proof;

  Admitted(CalledSession session, Proof proof) {
    this.session = session;
    this.proof = proof;
  }

  void attachTo(HttpServerExchange exchange) {
    exchange.putAttachment(KEY, this);
  }

  /// Null where there is no password.
  static @Nullable Admitted by(HttpServerExchange exchange) {
    return exchange.getAttachment(KEY);
  }

  /// The peer that makes the request.
  PeerAddress caller() {
    return session.caller();
  }

  /// Whether an address is the caller's, as it is seen from here or as it says itself.
  boolean isOf(PeerAddress address) {
    return session.isOf(address);
  }

  /// Whether the caller is still somebody who knows the password, after it may have changed.
  boolean lasts() {
    return !session.isOver();
  }

  /// Whether a body is the one that was sent.
  boolean isBody(byte[] body) {
    return CalledSession.isBodyOf(proof, body);
  }

  String prove(int status, String contentType, byte[] body) {
    return session.proveAnswer(proof.counter(), status, contentType, body);
  }

  /// @param number of the event in its stream, from 1
  String proveEvent(long number, String name, byte[] data) {
    return session.proveEvent(proof.counter(), number, name, data);
  }
}

package p2pgossip.net;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.password.CalledSession;
import p2pgossip.net.password.Proof;

/// Attached to the exchange of a request whose caller has proven that it knows the password.
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

  /// Null if there is no password.
  static @Nullable Admitted by(HttpServerExchange exchange) {
    return exchange.getAttachment(KEY);
  }

  /// The peer that makes the request.
  PeerAddress caller() {
    return session.caller();
  }

  /// Whether an address is the caller's, as seen from here or as the caller itself says.
  boolean isOf(PeerAddress address) {
    return session.isOf(address);
  }

  /// Whether the caller still counts as knowing the password, which may have changed.
  boolean lasts() {
    return !session.isOver();
  }

  /// Whether a body is the one that the caller has sent.
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

package p2pgossip.net;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.password.CallersSession;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.Proof;
import p2pgossip.net.password.RequestHead;

/// By what one try of a request shows who makes it, and what its answer has to show. Where there is
/// no password, nothing is shown.
final class Admittance {

  private static final int UNAUTHORIZED = 401;
  private static final byte[] NOTHING = {};
  private static final String OLDER = "digest realm=\"p2pgossip\"";

  private final Credentials credentials;
  private final @Nullable CallersSession session;
  private final @Nullable Proof proof;

  private Admittance(
      Credentials credentials, @Nullable CallersSession session, @Nullable Proof proof) {
    this.credentials = credentials;
    this.session = session;
    this.proof = proof;
  }

  /// Of somebody who knows no password.
  static Admittance withoutPassword(Credentials credentials) {
    return new Admittance(credentials, null, null);
  }

  static Admittance of(Credentials credentials, CallersSession session, PeerRequest request) {
    byte[] body = request.body();
    return of(
        credentials,
        session,
        request.method(),
        request.path(),
        body == null ? "" : request.contentType(),
        body == null ? NOTHING : body);
  }

  /// Of a request for a stream of events.
  static Admittance ofStream(Credentials credentials, CallersSession session, String path) {
    return of(credentials, session, "GET", path, "", NOTHING);
  }

  private static Admittance of(
      Credentials credentials,
      CallersSession session,
      String method,
      String target,
      String contentType,
      byte[] body) {
    RequestHead head =
        new RequestHead(
            method,
            target,
            session.meeting().called().toString(),
            session.meeting().caller().toString(),
            contentType,
            session.meeting().fingerprint());
    return new Admittance(credentials, session, session.prove(head, body));
  }

  /// Whether a password may be used there at all: over an encrypted connection, or within this
  /// machine.
  static boolean isHidden(PeerAddress to, @Nullable TransportSecurity security) {
    return security != null || to.ip().isLoopbackAddress();
  }

  /// Why a password that there is can't be used.
  static Failure inTheClear() {
    return new Failure(
        Failure.Kind.UNAUTHORIZED,
        "a password is used with other machines only over encrypted connections; start this peer"
            + " and that one with --tls");
  }

  /// For the head of the request.
  Shown shown() {
    return session == null || proof == null
        ? new Shown(credentials.self(), null)
        : new Shown(session.meeting().caller(), proof.header());
  }

  /// Whether the other says that it does not know the session, and so wants to be introduced to
  /// anew. The session is forgotten then.
  boolean isForgotten(HttpAnswer answer) {
    if (session == null
        || answer.status() != UNAUTHORIZED
        || !PasswordGate.UNKNOWN_SESSION.equals(answer.challenge())) {
      return false;
    }
    credentials.forget(session);
    return true;
  }

  /// Makes sure that an answer comes from a peer that knows the password, if there is one, and is
  /// whole; or that the other lets in who has none.
  ///
  /// @throws FailedRequest when not
  void require(HttpAnswer answer) throws FailedRequest {
    if (session == null || proof == null) {
      if (answer.status() == UNAUTHORIZED && isOurs(answer.challenge())) {
        throw unauthorized(
            "it lets in only those who know its password; give this peer the same one");
      }
      return;
    }
    boolean proven =
        !answer.cut()
            && session.isAnswer(
                proof.counter(),
                answer.proof(),
                answer.status(),
                answer.contentType(),
                answer.body());
    if (!proven) {
      // Nothing that it says is believed.
      throw answer.isGood()
          ? unauthorized("its answer does not show that it comes from a peer with this password")
          : new FailedRequest(
              new Failure(
                  Failure.Kind.REFUSED,
                  "it refused, without showing that it knows the password (status "
                      + answer.status()
                      + ")"));
    }
  }

  /// Tells whether the events of a stream are those that the other has sent, one after the other.
  StreamProof events() {
    CallersSession of = session;
    Proof asked = proof;
    if (of == null || asked == null) {
      return StreamProof.NOT_NEEDED;
    }
    return new StreamProof() {
      private long number;

      @Override
      public boolean isEvent(String name, byte[] data, String mac) {
        return of.isEvent(asked.counter(), ++number, name, data, mac);
      }
    };
  }

  /// Whether a `WWW-Authenticate` is that of a p2pgossip peer, of whatever version.
  static boolean isOurs(@Nullable String challenge) {
    return isOlder(challenge)
        || (challenge != null
            && (challenge.equals(Proof.SCHEME) || challenge.startsWith(Proof.SCHEME + " ")));
  }

  /// Whether it is that of version 1.0, which is answered by nothing.
  static boolean isOlder(@Nullable String challenge) {
    return challenge != null && challenge.toLowerCase(Locale.ROOT).startsWith(OLDER);
  }

  static FailedRequest unauthorized(String reason) {
    return new FailedRequest(new Failure(Failure.Kind.UNAUTHORIZED, reason));
  }
}

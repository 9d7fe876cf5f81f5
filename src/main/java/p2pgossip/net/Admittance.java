package p2pgossip.net;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.net.password.CallersSession;
import p2pgossip.net.password.Credentials;
import p2pgossip.net.password.Proof;
import p2pgossip.net.password.RequestHead;

/// The proof that one attempt of a request sends, and the check of the proof in its answer. Without
/// a password there is no proof.
final class Admittance {

  /// What is wrong with a peer that proves its password as version 1.0 does.
  static final String OLDER_PROOF =
      "it proves its password in the older way, which can be relayed; update it to 1.1";

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

  /// For a peer without a password.
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

  /// For a request for a stream of events.
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

  /// Whether a password may be used on the way to an address: over an encrypted connection, or
  /// within this machine.
  static boolean isHidden(PeerAddress to, @Nullable TransportSecurity security) {
    return security != null || to.ip().isLoopbackAddress();
  }

  /// The failure when a password may not be used.
  static Failure notEncrypted() {
    return new Failure(
        Failure.Kind.UNAUTHORIZED,
        "a password is used with other machines only over encrypted connections; start this peer"
            + " and that one with --tls");
  }

  /// The headers of the request that prove its sender.
  Shown shown() {
    return session == null || proof == null
        ? new Shown(credentials.self(), null)
        : new Shown(session.meeting().caller(), proof.header());
  }

  /// Whether the answer says that the other peer does not know the session and asks for a new
  /// introduction. If so, the session is forgotten.
  boolean isForgotten(HttpAnswer answer) {
    if (session == null
        || answer.status() != UNAUTHORIZED
        || !PasswordGate.UNKNOWN_SESSION.equals(answer.challenge())) {
      return false;
    }
    credentials.forget(session);
    return true;
  }

  /// Checks that an answer is complete and comes from a peer that knows the password; without a
  /// password, that the other peer requires none.
  ///
  /// @throws FailedRequest when not
  void require(HttpAnswer answer) throws FailedRequest {
    if (session == null || proof == null) {
      if (answer.status() == UNAUTHORIZED && isOurs(answer.challenge())) {
        throw unauthorized(
            "it lets in only peers that know its password; give this peer the same one");
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
      // Nothing else in the answer is believed.
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

  /// Checks that the events of a stream are those that the other peer has sent, in order.
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

  /// Whether a `WWW-Authenticate` header comes from a p2pgossip peer, of any version.
  static boolean isOurs(@Nullable String challenge) {
    return isOlder(challenge)
        || (challenge != null
            && (challenge.equals(Proof.SCHEME) || challenge.startsWith(Proof.SCHEME + " ")));
  }

  /// Whether the header comes from version 1.0, which is never answered.
  static boolean isOlder(@Nullable String challenge) {
    return challenge != null && challenge.toLowerCase(Locale.ROOT).startsWith(OLDER);
  }

  static FailedRequest unauthorized(String reason) {
    return new FailedRequest(new Failure(Failure.Kind.UNAUTHORIZED, reason));
  }
}

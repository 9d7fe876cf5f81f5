package p2pgossip.net;

import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.Failure;
import p2pgossip.gossip.PeerAddress;

/// What one try of a request shows of the password, and what its answer has to show.
final class Admittance {

  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY = 429;

  private final Credentials credentials;
  private final PeerAddress to;
  private final boolean hasPassword;
  private final Credentials.@Nullable Shown shown;

  private Admittance(
      Credentials credentials,
      PeerAddress to,
      boolean hasPassword,
      Credentials.@Nullable Shown shown) {
    this.credentials = credentials;
    this.to = to;
    this.hasPassword = hasPassword;
    this.shown = shown;
  }

  /// Whether a password may be shown there at all: over an encrypted connection, or within this machine.
  static boolean isHidden(PeerAddress to, @Nullable TransportSecurity security) {
    return security != null || to.ip().isLoopbackAddress();
  }

  /// Why a password that there is can't be shown.
  static Failure inTheClear() {
    return new Failure(
        Failure.Kind.UNAUTHORIZED,
        "a password is shown to other machines only over encrypted connections; start this peer and"
            + " that one with --tls");
  }

  static Admittance of(Credentials credentials, PeerAddress to, PeerRequest request) {
    return of(credentials, to, request.method(), request.path());
  }

  static Admittance of(Credentials credentials, PeerAddress to, String method, String path) {
    return new Admittance(
        credentials, to, credentials.password() != null, credentials.show(to, method, path));
  }

  /// For `Authorization`; null where nothing is shown.
  @Nullable String header() {
    return shown == null ? null : shown.header();
  }

  /// Whether the other wants the password shown, or shown anew, and it can be.
  boolean isWantedAnew(HttpAnswer answer) {
    return answer.status() == UNAUTHORIZED
        && !answer.cut()
        && credentials.challenged(to, answer.challenge(), shown);
  }

  /// Makes sure that the other lets this peer in and has shown that it knows the password, if there is one.
  ///
  /// @throws FailedRequest when not
  void require(HttpAnswer answer) throws FailedRequest {
    if (answer.status() == UNAUTHORIZED && Credentials.isOurs(answer.challenge())) {
      throw unauthorized(
          hasPassword
              ? "it has another password than this peer"
              : "it lets in only those who know its password; give this peer the same one");
    }
    if (answer.status() == TOO_MANY && shown != null) {
      throw unauthorized("it takes no more passwords for a while, after too many wrong ones");
    }
    if (answer.isGood() && hasPassword && !Credentials.isProof(shown, answer.proof())) {
      throw unauthorized(
          "it has no password, or another one: it did not show that it knows that of this peer");
    }
  }

  private static FailedRequest unauthorized(String reason) {
    return new FailedRequest(new Failure(Failure.Kind.UNAUTHORIZED, reason));
  }
}

package p2pgossip.net;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came back over HTTP, whoever it was that answered.
final class HttpAnswer {

  private final int status;
  private final @Nullable String contentType;
  private final byte[] body;
  private final boolean cut;
  private final @Nullable String challenge;
  private final @Nullable String proof;
  private final @Nullable Duration keptOpen;

  /// @param contentType as it stands in the header; null if none was given
  /// @param body its first bytes, or all of it
  /// @param cut whether the body was longer, or broke off
  /// @param challenge how it is to be shown that the password is known, as it stands in
  ///     `WWW-Authenticate`
  /// @param proof of whose answer it is, as it stands in `Authentication-Info`
  /// @param keptOpen for how long the other end keeps the connection open unused, as it says in
  ///     `Keep-Alive`; null where it does not say so
  HttpAnswer(
      int status,
      @Nullable String contentType,
      byte[] body,
      boolean cut,
      @Nullable String challenge,
      @Nullable String proof,
      @Nullable Duration keptOpen) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.cut = cut;
    this.challenge = challenge;
    this.proof = proof;
    this.keptOpen = keptOpen;
  }

  @Nullable String challenge() {
    return challenge;
  }

  @Nullable String proof() {
    return proof;
  }

  @Nullable Duration keptOpen() {
    return keptOpen;
  }

  boolean isGood() {
    return status >= 200 && status <= 299;
  }

  int status() {
    return status;
  }

  @Nullable String contentType() {
    return contentType;
  }

  byte[] body() {
    return body;
  }

  boolean cut() {
    return cut;
  }
}

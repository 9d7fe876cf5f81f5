package p2pgossip.net;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// An HTTP answer, whoever sent it.
final class HttpAnswer {

  private final int status;
  private final @Nullable String contentType;
  private final byte[] body;
  private final boolean cut;
  private final @Nullable String challenge;
  private final @Nullable String proof;
  private final @Nullable Duration keptOpen;

  /// @param contentType the header; null if absent
  /// @param body its first bytes, or all of it
  /// @param cut whether the body was longer, or broke off
  /// @param challenge how to prove the password, from `WWW-Authenticate`
  /// @param proof of who answers, from `Authentication-Info`
  /// @param keptOpen for how long the other end keeps the unused connection open, from
  ///     `Keep-Alive`; null if it does not say
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

package p2pgossip.net;

import org.jspecify.annotations.Nullable;

/// What came back over HTTP, whoever it was that answered.
final class HttpAnswer {

  private final int status;
  private final @Nullable String contentType;
  private final byte[] body;
  private final boolean cut;

  /// @param contentType as it stands in the header; null if none was given
  /// @param body its first bytes, or all of it
  /// @param cut whether the body was longer, or broke off
  HttpAnswer(int status, @Nullable String contentType, byte[] body, boolean cut) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.cut = cut;
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

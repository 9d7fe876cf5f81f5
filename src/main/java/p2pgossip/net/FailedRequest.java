package p2pgossip.net;

import java.io.Serial;
import p2pgossip.gossip.Failure;

/// Carries a [Failure] out of the reading of an answer.
final class FailedRequest extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  FailedRequest(Failure failure) {
    super(failure.reason());
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}

package p2pgossip.peer;

import org.jspecify.annotations.Nullable;
import p2pgossip.classroom.ClassTarget;
import p2pgossip.gossip.Fingerprint;

/// The teacher of the class that a peer has joined, if any. While the peer runs, only the teacher's
/// key is accepted at the teacher's address. Thread-safe.
final class ExpectedTeacher {

  private final @Nullable ClassTarget joined;
  private final PeerRuntime runtime;

  /// @param joined null outside a class
  ExpectedTeacher(@Nullable ClassTarget joined, PeerRuntime runtime) {
    this.joined = joined;
    this.runtime = runtime;
  }

  /// Before the first connection to the teacher.
  void expect() {
    if (joined != null) {
      runtime.security().ifPresent(security -> security.pin(joined.address(), joined.key()));
    }
  }

  /// Once the peer has ended.
  void forget() {
    if (joined != null) {
      runtime.security().ifPresent(security -> security.unpin(joined.address(), joined.key()));
    }
  }

  /// Whether a caller may be obeyed: outside a class anybody, in a class the teacher alone.
  ///
  /// @param key that the caller has proven to have; null if none
  boolean obeys(@Nullable Fingerprint key) {
    return joined == null || (key != null && joined.key().fits(key));
  }
}

package p2pgossip.original;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// How long tests over sockets wait for what happens by itself.
public final class Patience {

  private Patience() {}

  /// Polls every few milliseconds, for long enough for a busy machine.
  public static ConditionFactory await() {
    return Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(20));
  }
}

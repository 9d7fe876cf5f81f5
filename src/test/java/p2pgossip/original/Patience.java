package p2pgossip.original;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/// How long tests over sockets wait for something that is to come by itself.
public final class Patience {

  private Patience() {}

  /// Looks every few milliseconds, and bears with a machine that is busy otherwise.
  public static ConditionFactory await() {
    return Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(20));
  }
}

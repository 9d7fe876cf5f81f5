package p2pgossip.original;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The flags of an [OriginalPeer]: the original's, and its time limit, which is fixed there.
///
/// @param port 0 for a free one, which the original announces as 0
/// @param connect peers to connect to, one after another, before it listens
/// @param period between its messages, above 0
/// @param hostAlias announced, and the address that it binds; null: 127.0.0.1 and nothing announced
/// @param update whether it asks its neighbours each period for the peers that they know
/// @param timeLimit for each request; 5 s in the original
public record OriginalFlags(
    int port,
    List<Endpoint> connect,
    Duration period,
    @Nullable InetAddress hostAlias,
    boolean update,
    Duration timeLimit) {

  /// The original with a port alone.
  public static final OriginalFlags NONE =
      new OriginalFlags(0, List.of(), Duration.ofSeconds(5), null, false, Duration.ofSeconds(5));

  public OriginalFlags {
    connect = List.copyOf(connect);
    if (!period.isPositive()) {
      throw new IllegalArgumentException("the original panics at a period of " + period);
    }
  }

  public OriginalFlags port(int newPort) {
    return new OriginalFlags(newPort, connect, period, hostAlias, update, timeLimit);
  }

  public OriginalFlags connect(Endpoint... targets) {
    return new OriginalFlags(port, List.of(targets), period, hostAlias, update, timeLimit);
  }

  public OriginalFlags period(Duration newPeriod) {
    return new OriginalFlags(port, connect, newPeriod, hostAlias, update, timeLimit);
  }

  public OriginalFlags hostAlias(InetAddress alias) {
    return new OriginalFlags(port, connect, period, alias, update, timeLimit);
  }

  /// With `-u`.
  public OriginalFlags updating() {
    return new OriginalFlags(port, connect, period, hostAlias, true, timeLimit);
  }

  public OriginalFlags timeLimit(Duration newLimit) {
    return new OriginalFlags(port, connect, period, hostAlias, update, newLimit);
  }
}

package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// How many handshakes may go to addresses that only others have named and where no peer has answered yet.
/// Without a bound, whoever names the address of a third machine often enough would have this one attack
/// it. Bounded itself: the machine that was asked the longest ago is forgotten.
///
/// Each machine, which for IPv6 is a network of 64 bits, has a bucket that fills by two handshakes a second up to a minute's worth, and so has the
/// network as a whole. Peers of this machine among themselves need no budget.
final class HandshakeBudget {

  /// In a minute, to one machine.
  static final int TO_ONE = 120;

  /// In a minute, to all.
  static final int TO_ALL = 600;

  /// When one for which there was no room may be tried again.
  static final Duration LATER = Duration.ofSeconds(10);

  static final int MACHINES = 1_024;

  private final SequencedMap<Source, Bucket> machines = new LinkedHashMap<>();
  private final Bucket all = new Bucket(TO_ALL);

  /// Whether a handshake may go there now; if so, it is counted.
  boolean take(PeerAddress address, Instant now) {
    Source asked = Source.of(address.ip());
    if (asked.isLoopback()) {
      return true;
    }
    Bucket machine = machines.remove(asked);
    if (machine == null) {
      machine = new Bucket(TO_ONE);
    }
    machines.putLast(asked, machine);
    if (machines.size() > MACHINES) {
      machines.pollFirstEntry();
    }
    return machine.has(now) && all.has(now) && machine.take() && all.take();
  }

  private static final class Bucket {

    private final int size;
    private double left;
    private Instant filled = Instant.MIN;

    private Bucket(int size) {
      this.size = size;
      left = size;
    }

    private boolean has(Instant now) {
      if (filled.equals(Instant.MIN)) {
        filled = now;
      }
      double minutes = Duration.between(filled, now).toNanos() / 60e9;
      left = Math.min(size, left + minutes * size);
      filled = now;
      return left >= 1;
    }

    private boolean take() {
      left--;
      return true;
    }
  }
}

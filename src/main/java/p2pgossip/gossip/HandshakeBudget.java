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
///
/// What is left for all is shared out by who names: a source may take while more is left than it has taken
/// lately itself. So one alone takes half of it at most, two a third each, and there is something left for
/// whoever has named nobody yet.
final class HandshakeBudget {

  /// In a minute, to one machine.
  static final int TO_ONE = 120;

  /// In a minute, to all.
  static final int TO_ALL = 600;

  /// When one for which there was no room may be tried again.
  static final Duration LATER = Duration.ofSeconds(10);

  static final int MACHINES = 1_024;

  private final SequencedMap<Source, Bucket> machines = new LinkedHashMap<>();
  private final SequencedMap<Source, Bucket> namers = new LinkedHashMap<>();
  private final Bucket all = new Bucket(TO_ALL);

  /// Whether a handshake may go there now; if so, it is counted.
  ///
  /// @param namer who has named the address
  boolean take(PeerAddress address, Source namer, Instant now) {
    Source asked = Source.of(address.ip());
    if (asked.isLoopback()) {
      return true;
    }
    Bucket machine = bucket(machines, asked, TO_ONE);
    Bucket share = bucket(namers, namer, TO_ALL);
    double left = all.left(now);
    if (machine.left(now) < 1 || left < 1 || share.taken(now) >= left) {
      return false;
    }
    machine.take();
    share.take();
    all.take();
    return true;
  }

  private static Bucket bucket(SequencedMap<Source, Bucket> buckets, Source of, int size) {
    Bucket bucket = buckets.remove(of);
    if (bucket == null) {
      bucket = new Bucket(size);
    }
    buckets.putLast(of, bucket);
    if (buckets.size() > MACHINES) {
      buckets.pollFirstEntry();
    }
    return bucket;
  }

  private static final class Bucket {

    private final int size;
    private double left;
    private Instant filled = Instant.MIN;

    private Bucket(int size) {
      this.size = size;
      left = size;
    }

    private double left(Instant now) {
      if (filled.equals(Instant.MIN)) {
        filled = now;
      }
      double minutes = Duration.between(filled, now).toNanos() / 60e9;
      left = Math.min(size, left + minutes * size);
      filled = now;
      return left;
    }

    private double taken(Instant now) {
      return size - left(now);
    }

    private void take() {
      left--;
    }
  }
}

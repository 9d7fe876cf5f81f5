package p2pgossip.gossip;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Limits the handshakes to addresses that only others have named and at which no peer has answered
/// yet. Without a limit, naming the address of a third machine often enough would make this peer
/// attack it. The budget itself is bounded: the machine that was asked longest ago is forgotten.
///
/// Each machine (for IPv6, each network of 64 bits) has a bucket that refills at two handshakes a
/// second, up to a minute's worth, and so has the network as a whole, at ten a second. Peers on
/// this machine need no budget among themselves.
///
/// What is left of the budget for all is divided among those that name addresses: a source may take
/// another handshake while more is left than it has taken lately. A source that is alone takes half
/// of it at most, two take a third each, and something is left for a source that has named no
/// address yet.
final class HandshakeBudget {

  /// Handshakes a minute to one machine.
  static final int TO_ONE = 120;

  /// Handshakes a minute to all machines.
  static final int TO_ALL = 600;

  /// When a handshake for which there was no budget may be tried again.
  static final Duration LATER = Duration.ofSeconds(10);

  static final int MACHINES = 1_024;

  /// Without a limit. It keeps no state, so that any number of peers can share it.
  private static final HandshakeBudget UNLIMITED = new HandshakeBudget(false);

  private final SequencedMap<Source, Bucket> machines = new LinkedHashMap<>();
  private final SequencedMap<Source, Bucket> namers = new LinkedHashMap<>();
  private final Bucket all = new Bucket(TO_ALL);
  private final boolean limited;

  /// @param limited whether there is a limit at all
  HandshakeBudget(boolean limited) {
    this.limited = limited;
  }

  /// That of a peer with these limits.
  static HandshakeBudget of(Limits limits) {
    return limits.sparesStrangers() ? new HandshakeBudget(true) : UNLIMITED;
  }

  /// Takes one handshake to an address out of the budget, if there is one left.
  ///
  /// @param namer the source that named the address
  boolean take(PeerAddress address, Source namer, Instant now) {
    if (!limited) {
      return true;
    }
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

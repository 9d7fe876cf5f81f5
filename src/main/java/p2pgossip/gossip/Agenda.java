package p2pgossip.gossip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When each known peer is to be checked outside the periods: a binary heap, in which each peer
/// knows its place, so that it can be planned anew or cancelled without being looked for.
final class Agenda {

  private long[] times = new long[8];
  private @Nullable KnownPeer[] peers = new KnownPeer[8];
  private int size;

  /// Plans a check, in place of the one that may be planned.
  void plan(KnownPeer peer, Instant at) {
    cancel(peer);
    if (size == peers.length) {
      int room = size + (size >> 1);
      times = Arrays.copyOf(times, room);
      peers = Arrays.copyOf(peers, room);
    }
    rise(size++, Nanos.of(at), peer);
  }

  void cancel(KnownPeer peer) {
    int hole = peer.place();
    if (hole < 0) {
      return;
    }
    peer.moveTo(-1);
    size--;
    KnownPeer last = peers[size];
    peers[size] = null;
    if (hole < size && last != null) {
      sink(hole, times[size], last);
      rise(last.place(), times[size], last);
    }
  }

  /// Removes and returns all that were planned for `now` or earlier, in the order of their times,
  /// those of one time in the order of their addresses.
  List<PeerAddress> takeDue(Instant now) {
    long until = Nanos.of(now);
    KnownPeer first = first();
    if (first == null || times[0] > until) {
      return List.of();
    }
    List<PeerAddress> due = new ArrayList<>();
    while (first != null && times[0] <= until) {
      due.add(first.address());
      cancel(first);
      first = first();
    }
    return due;
  }

  /// When the first check is planned, as [Nanos] tells it; [Nanos#NEVER] if none is.
  long earliest() {
    return size == 0 ? Nanos.NEVER : times[0];
  }

  private @Nullable KnownPeer first() {
    return peers[0];
  }

  /// Puts a peer at a hole, or above it as long as it is before those there.
  private void rise(int from, long time, KnownPeer peer) {
    int hole = from;
    while (hole > 0) {
      int above = (hole - 1) / 2;
      KnownPeer there = peers[above];
      if (there == null || !isBefore(time, peer, times[above], there)) {
        break;
      }
      put(hole, times[above], there);
      hole = above;
    }
    put(hole, time, peer);
  }

  /// Puts a peer at a hole, or below it as long as others are before it.
  private void sink(int from, long time, KnownPeer peer) {
    int hole = from;
    while (2 * hole + 1 < size) {
      int below = 2 * hole + 1;
      if (below + 1 < size && isBefore(below + 1, below)) {
        below++;
      }
      KnownPeer there = peers[below];
      if (there == null || !isBefore(times[below], there, time, peer)) {
        break;
      }
      put(hole, times[below], there);
      hole = below;
    }
    put(hole, time, peer);
  }

  private void put(int place, long time, KnownPeer peer) {
    times[place] = time;
    peers[place] = peer;
    peer.moveTo(place);
  }

  private boolean isBefore(int one, int other) {
    KnownPeer first = peers[one];
    KnownPeer second = peers[other];
    return first != null && second != null && isBefore(times[one], first, times[other], second);
  }

  private static boolean isBefore(long time, KnownPeer peer, long otherTime, KnownPeer other) {
    return time < otherTime || (time == otherTime && peer.address().compareTo(other.address()) < 0);
  }
}

package p2pgossip.gossip;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The neighbours that messages go to, in the order of their addresses, so that a run can be
/// repeated. They are kept in order as they come and go, so a period needs no sorting. Each is
/// shown as it is known at the moment of the call.
///
/// Used by the thread that drives the engine only. Indices are valid until a neighbour comes or
/// goes.
final class HealthyNeighbors extends AbstractList<Neighbor> implements RandomAccess {

  private final List<KnownPeer> inOrder = new ArrayList<>();
  private int @Nullable [] takers;

  @Override
  public Neighbor get(int index) {
    return inOrder.get(index).neighbor();
  }

  @Override
  public int size() {
    return inOrder.size();
  }

  /// The same as [#get(int)], as it changes.
  KnownPeer at(int index) {
    return inOrder.get(index);
  }

  /// The indices of those that can be asked for rumours, in ascending order. Not to be modified.
  int[] takers() {
    if (takers == null) {
      takers = IntStream.range(0, size()).filter(index -> at(index).offers(Offer.RUMORS)).toArray();
    }
    return takers;
  }

  /// What is known of a peer has changed.
  ///
  /// @param was whether it was one of these
  /// @param tookRumors whether it could be asked for rumours
  /// @param is whether it is one of these now
  void changed(KnownPeer peer, boolean was, boolean tookRumors, boolean is) {
    if (was != is) {
      takers = null;
      int at = indexOf(peer.address());
      if (is) {
        inOrder.add(-at - 1, peer);
      } else {
        inOrder.remove(at);
      }
    } else if (is && tookRumors != peer.offers(Offer.RUMORS)) {
      takers = null;
    }
  }

  /// The index of a peer; if it is none of these, the index at which it would stand, as
  /// [java.util.Arrays#binarySearch(int[], int)] gives it.
  private int indexOf(PeerAddress address) {
    int low = 0;
    int high = inOrder.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = inOrder.get(middle).address().compareTo(address);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }
}

package p2pgossip.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Observation;

/// Observations that wait to be taken. Bounded: the oldest are dropped, and their peers are
/// remembered. One peer may be favoured: no other can take its places. Thread-safe.
final class ObservationQueue {

  private final int mostOfOne;

  // All guarded by this.
  private final Places common;
  private final Places reserved;
  private final Map<PeerAddress, Integer> ofOne = new HashMap<>();
  private final Set<PeerAddress> gaps = new HashSet<>();

  /// Dropped observations of runs that began or ended. The others make no sense without them, and
  /// there are few.
  private final List<Observation> ofRuns = new ArrayList<>();

  private @Nullable PeerAddress favored;
  private long lastNumber;
  private boolean faultsMissed;

  /// An observation with its ascending number.
  private record Numbered(long number, Observation observation) {}

  /// A bounded part of the queue.
  private static final class Places {

    private final int most;
    private final Deque<Numbered> waiting = new ArrayDeque<>();
    private long dropped;

    private Places(int most) {
      this.most = most;
    }

    private void clear() {
      waiting.clear();
      dropped = 0;
    }
  }

  /// Everything that waits, and what was dropped before it.
  ///
  /// @param gaps the peers of which something was dropped
  /// @param faultsMissed whether a change of the faults was dropped
  record Taken(Gathered gathered, Set<PeerAddress> gaps, boolean faultsMissed) {}

  /// @param most observations of all peers but the favoured one
  /// @param mostOfFavored of that one
  /// @param mostOfOne of them, of one that is not trusted
  ObservationQueue(int most, int mostOfFavored, int mostOfOne) {
    this.common = new Places(most);
    this.reserved = new Places(mostOfFavored);
    this.mostOfOne = mostOfOne;
  }

  /// From now on this peer has places of its own, instead of the previous one.
  synchronized void favor(PeerAddress peer) {
    favored = peer;
  }

  /// @param trusted whether it may fill the queue alone
  /// @return whether it is the first that waits
  synchronized boolean add(Observation observation, boolean trusted) {
    PeerAddress of = observer(observation);
    if (of != null && !trusted && ofOne.getOrDefault(of, 0) >= mostOfOne) {
      gaps.add(of);
      common.dropped++;
      return false;
    }
    boolean first = common.waiting.isEmpty() && reserved.waiting.isEmpty();
    Places places = of != null && of.equals(favored) ? reserved : common;
    if (places.waiting.size() >= places.most) {
      drop(places);
    }
    if (of != null) {
      ofOne.merge(of, 1, Integer::sum);
    }
    lastNumber++;
    places.waiting.addLast(new Numbered(lastNumber, observation));
    return first;
  }

  private void drop(Places places) {
    Observation observation = places.waiting.removeFirst().observation();
    if (observation instanceof Observation.RunBegan
        || observation instanceof Observation.RunEnded) {
      ofRuns.add(observation);
      return;
    }
    places.dropped++;
    PeerAddress of = observer(observation);
    if (of == null) {
      faultsMissed = true;
    } else {
      gaps.add(of);
      ofOne.merge(of, -1, Integer::sum);
    }
  }

  synchronized int size() {
    return common.waiting.size() + reserved.waiting.size();
  }

  synchronized Taken take() {
    List<Observation> taken = new ArrayList<>(ofRuns);
    List<Numbered> waiting = new ArrayList<>(common.waiting);
    waiting.addAll(reserved.waiting);
    // Two sorted parts, which this sort merges in one pass.
    waiting.sort(Comparator.comparingLong(Numbered::number));
    waiting.forEach(it -> taken.add(it.observation()));
    Gathered gathered = new Gathered(taken, common.dropped + reserved.dropped, reserved.dropped);
    Taken all = new Taken(gathered, Set.copyOf(gaps), faultsMissed);
    clear();
    return all;
  }

  synchronized void clear() {
    common.clear();
    reserved.clear();
    ofRuns.clear();
    ofOne.clear();
    gaps.clear();
    faultsMissed = false;
  }

  private static @Nullable PeerAddress observer(Observation observation) {
    return switch (observation) {
      case Observation.Happened it -> it.observer();
      case Observation.Seen it -> it.snapshot().address();
      case Observation.LostSight it -> it.observer();
      case Observation.FaultsChanged _,
          Observation.RunBegan _,
          Observation.RunEnded _,
          Observation.RumorRecalled _ ->
          null;
    };
  }
}

package p2pgossip.watch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Observation;

/// Observations on their way to whoever folds them. Bounded: the oldest are dropped, and it is remembered
/// whose they were. Thread-safe.
final class ObservationQueue {

  private final int most;
  private final int mostOfOne;

  // All guarded by this.
  private final Deque<Observation> waiting = new ArrayDeque<>();
  private final Map<PeerAddress, Integer> ofOne = new HashMap<>();
  private final Set<PeerAddress> gaps = new HashSet<>();

  /// Runs that began or ended, of which too much has come since. Without them nothing of what came would be
  /// understood, and there are few.
  private final List<Observation> ofRuns = new ArrayList<>();

  private boolean faultsMissed;
  private long dropped;

  /// Everything that waits, and what was dropped before it.
  ///
  /// @param gaps of whom something was dropped
  /// @param faultsMissed whether a change of the faults was
  record Taken(Gathered gathered, Set<PeerAddress> gaps, boolean faultsMissed) {}

  ObservationQueue(int most, int mostOfOne) {
    this.most = most;
    this.mostOfOne = mostOfOne;
  }

  /// @param trusted whether it may fill the queue alone
  /// @return whether it is the first that waits
  synchronized boolean add(Observation observation, boolean trusted) {
    PeerAddress of = observer(observation);
    if (of != null && !trusted && ofOne.getOrDefault(of, 0) >= mostOfOne) {
      gaps.add(of);
      dropped++;
      return false;
    }
    if (waiting.size() >= most) {
      drop(waiting.removeFirst());
    }
    if (of != null) {
      ofOne.merge(of, 1, Integer::sum);
    }
    waiting.addLast(observation);
    return waiting.size() == 1;
  }

  private void drop(Observation observation) {
    if (observation instanceof Observation.RunBegan
        || observation instanceof Observation.RunEnded) {
      ofRuns.add(observation);
      return;
    }
    dropped++;
    PeerAddress of = observer(observation);
    if (of == null) {
      faultsMissed = true;
    } else {
      gaps.add(of);
      ofOne.merge(of, -1, Integer::sum);
    }
  }

  synchronized Taken take() {
    List<Observation> taken = new ArrayList<>(ofRuns);
    taken.addAll(waiting);
    Taken all = new Taken(new Gathered(taken, dropped), Set.copyOf(gaps), faultsMissed);
    clear();
    return all;
  }

  synchronized void clear() {
    waiting.clear();
    ofRuns.clear();
    ofOne.clear();
    gaps.clear();
    faultsMissed = false;
    dropped = 0;
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

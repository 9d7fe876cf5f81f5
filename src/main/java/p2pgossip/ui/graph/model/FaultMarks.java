package p2pgossip.ui.graph.model;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Link;
import p2pgossip.network.NetworkPicture;

/// What the faults in force do to the peers and links of a picture. Plain values, no screen.
///
/// A way is marked where a link is in the picture, and where a fault names its two ends.
public final class FaultMarks {

  public static final FaultMarks NONE = new FaultMarks();

  public static final double SIDE_AROUND = 10;
  public static final double ICE_AROUND = 8;

  /// What can be seen to be wrong.
  public enum Trouble {
    FROZEN,
    LOSS,
    DELAY,
    BLOCK,
    PARTITION
  }

  /// What is wrong with all that one peer sends another.
  ///
  /// @param loss 0 to 1, of several independent losses together
  /// @param delay the mean, of several together
  public record Course(double loss, Duration delay, boolean blocked, boolean parted) {

    private boolean isTroubled() {
      return loss > 0 || !delay.isZero() || blocked || parted;
    }

    private Set<Trouble> troubles() {
      Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
      if (loss > 0) {
        troubles.add(Trouble.LOSS);
      }
      if (!delay.isZero()) {
        troubles.add(Trouble.DELAY);
      }
      if (blocked) {
        troubles.add(Trouble.BLOCK);
      }
      if (parted) {
        troubles.add(Trouble.PARTITION);
      }
      return troubles;
    }
  }

  /// Two peers with something wrong between them.
  ///
  /// @param there from the one to the other
  /// @param back from the other to the one
  public record Way(PeerAddress one, PeerAddress other, Course there, Course back) {}

  private final Set<PeerAddress> frozen = new HashSet<>();
  private final Map<PeerAddress, Integer> sides = new HashMap<>();
  private final Map<Link, Way> ways = new LinkedHashMap<>();
  private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);

  private FaultMarks() {}

  public static FaultMarks of(List<Fault<PeerAddress>> faults, NetworkPicture picture) {
    if (faults.isEmpty()) {
      return NONE;
    }
    FaultMarks marks = new FaultMarks();
    Set<PeerAddress> present = picture.nodes().keySet();
    Set<Link> pairs = new HashSet<>();
    picture.links().forEach(link -> pairs.add(ordered(link.from(), link.to())));
    int side = 0;
    for (Fault<PeerAddress> fault : faults) {
      switch (fault) {
        case Fault.Freeze(PeerAddress peer) -> marks.freeze(peer, present);
        case Fault.Loss(Path<PeerAddress> path, double _) -> name(path, present, pairs);
        case Fault.Delay(Path<PeerAddress> path, Duration _, Duration _) ->
            name(path, present, pairs);
        case Fault.Block(Path<PeerAddress> path) -> name(path, present, pairs);
        case Fault.Partition(List<Set<PeerAddress>> parts) -> {
          for (Set<PeerAddress> part : parts) {
            int number = side++;
            part.stream()
                .filter(present::contains)
                .forEach(peer -> marks.sides.putIfAbsent(peer, number));
          }
        }
      }
    }
    if (!marks.sides.isEmpty()) {
      marks.troubles.add(Trouble.PARTITION);
    }
    for (Link pair : pairs) {
      marks.add(
          new Way(
              pair.from(),
              pair.to(),
              course(faults, pair.from(), pair.to()),
              course(faults, pair.to(), pair.from())));
    }
    return marks;
  }

  private void freeze(PeerAddress peer, Set<PeerAddress> present) {
    if (present.contains(peer)) {
      frozen.add(peer);
      troubles.add(Trouble.FROZEN);
    }
  }

  private void add(Way way) {
    if (way.there.isTroubled() || way.back.isTroubled()) {
      ways.put(new Link(way.one, way.other), way);
      troubles.addAll(way.there.troubles());
      troubles.addAll(way.back.troubles());
    }
  }

  private static void name(Path<PeerAddress> path, Set<PeerAddress> present, Set<Link> pairs) {
    switch (path) {
      case Path.OneWay(PeerAddress from, PeerAddress to) -> name(from, to, present, pairs);
      case Path.Between(PeerAddress one, PeerAddress other) -> name(one, other, present, pairs);
      case Path.Around<PeerAddress> _, Path.Everywhere<PeerAddress> _ -> {
        // Names no two peers: only links are marked.
      }
    }
  }

  private static void name(
      PeerAddress one, PeerAddress other, Set<PeerAddress> present, Set<Link> pairs) {
    if (!one.equals(other) && present.contains(one) && present.contains(other)) {
      pairs.add(ordered(one, other));
    }
  }

  private static Link ordered(PeerAddress one, PeerAddress other) {
    return one.compareTo(other) <= 0 ? new Link(one, other) : new Link(other, one);
  }

  private static Course course(List<Fault<PeerAddress>> faults, PeerAddress from, PeerAddress to) {
    double arrives = 1;
    Duration late = Duration.ZERO;
    boolean blocked = false;
    boolean parted = false;
    for (Fault<PeerAddress> fault : faults) {
      switch (fault) {
        case Fault.Freeze<PeerAddress> _ -> {
          // Marked at the peer.
        }
        case Fault.Loss(Path<PeerAddress> path, double share) ->
            arrives *= path.covers(from, to) ? 1 - share : 1;
        case Fault.Delay(Path<PeerAddress> path, Duration mean, Duration _) ->
            late = path.covers(from, to) ? late.plus(mean) : late;
        case Fault.Block(Path<PeerAddress> path) -> blocked |= path.covers(from, to);
        case Fault.Partition<PeerAddress> partition ->
            parted |= partition.effect(from, to).loss() > 0;
      }
    }
    return new Course(1 - arrives, late, blocked, parted);
  }

  public boolean isFrozen(PeerAddress peer) {
    return frozen.contains(peer);
  }

  /// On which side of a partition it stands, from 0; null where on none.
  public @Nullable Integer side(PeerAddress peer) {
    return sides.get(peer);
  }

  /// By how much what is drawn round the peer reaches out of its shape, in pixels at full size.
  public double around(PeerAddress peer) {
    return sides.containsKey(peer) ? SIDE_AROUND : frozen.contains(peer) ? ICE_AROUND : 0;
  }

  public Collection<Way> ways() {
    return Collections.unmodifiableCollection(ways.values());
  }

  /// Whether something is wrong between these two.
  public boolean isTroubled(PeerAddress one, PeerAddress other) {
    return !ways.isEmpty() && ways.containsKey(ordered(one, other));
  }

  /// What the legend has to explain.
  public Set<Trouble> troubles() {
    return Collections.unmodifiableSet(troubles);
  }
}

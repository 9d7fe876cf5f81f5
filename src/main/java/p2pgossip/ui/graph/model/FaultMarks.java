package p2pgossip.ui.graph.model;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import p2pgossip.fault.Fault;
import p2pgossip.fault.Path;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.Link;
import p2pgossip.network.NetworkPicture;
import p2pgossip.ui.faultlook.Extents;
import p2pgossip.ui.faultlook.FaultLook;
import p2pgossip.ui.faultlook.MarkedPeers;

/// What the faults in force do to the peers and links of a picture. Plain values, no screen.
///
/// A way is marked where the picture has a link, and where a fault names its two ends.
public final class FaultMarks {

  public static final FaultMarks NONE = new FaultMarks(MarkedPeers.NONE);

  /// What is wrong with all that one peer sends another.
  ///
  /// @param extents how far each kind of fault goes. Where nothing gets through, only the kind that
  ///     cuts the way
  public record Course(Map<FaultLook, Double> extents) {

    public Course {
      extents = Map.copyOf(extents);
    }

    private static Course of(List<Fault<PeerAddress>> faults, PeerAddress from, PeerAddress to) {
      Map<FaultLook, Double> extents = new EnumMap<>(FaultLook.class);
      for (Fault<PeerAddress> fault : faults) {
        FaultLook look = FaultLook.of(fault);
        double extent = look.extent(fault.effect(from, to));
        if (extent > 0) {
          extents.merge(look, extent, look::together);
        }
      }
      FaultLook cut = null;
      for (FaultLook look : extents.keySet()) {
        cut = look.isCut() ? look : cut;
      }
      return new Course(cut == null ? extents : Map.of(cut, extents.getOrDefault(cut, 1.0)));
    }

    private double extent(FaultLook look) {
      return extents.getOrDefault(look, 0.0);
    }
  }

  /// Two peers with something wrong between them.
  ///
  /// @param there from the one to the other
  /// @param back from the other to the one
  public record Way(PeerAddress one, PeerAddress other, Course there, Course back) {

    public Extents extents(FaultLook look) {
      return new Extents(there.extent(look), back.extent(look));
    }

    /// The kinds of fault on it, the gravest last.
    public Set<FaultLook> looks() {
      Set<FaultLook> looks = EnumSet.noneOf(FaultLook.class);
      looks.addAll(there.extents.keySet());
      looks.addAll(back.extents.keySet());
      return looks;
    }
  }

  private final MarkedPeers peers;
  private final Map<Link, Way> ways = new LinkedHashMap<>();
  private final Set<FaultLook> looks = EnumSet.noneOf(FaultLook.class);

  private FaultMarks(MarkedPeers peers) {
    this.peers = peers;
    looks.addAll(peers.looks());
  }

  public static FaultMarks of(List<Fault<PeerAddress>> faults, NetworkPicture picture) {
    if (faults.isEmpty()) {
      return NONE;
    }
    Set<PeerAddress> present = picture.nodes().keySet();
    FaultMarks marks = new FaultMarks(MarkedPeers.of(faults, present));
    Set<Link> pairs = new HashSet<>();
    picture.links().forEach(link -> pairs.add(ordered(link.from(), link.to())));
    for (Fault<PeerAddress> fault : faults) {
      if (fault instanceof Fault.OverPath<PeerAddress> over) {
        name(over.path(), present, pairs);
      }
    }
    for (Link pair : pairs) {
      marks.add(
          new Way(
              pair.from(),
              pair.to(),
              Course.of(faults, pair.from(), pair.to()),
              Course.of(faults, pair.to(), pair.from())));
    }
    return marks;
  }

  private void add(Way way) {
    if (!way.looks().isEmpty()) {
      ways.put(new Link(way.one, way.other), way);
      looks.addAll(way.looks());
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

  /// The peers that are marked themselves.
  public MarkedPeers peers() {
    return peers;
  }

  public Collection<Way> ways() {
    return Collections.unmodifiableCollection(ways.values());
  }

  /// Whether something is wrong between these two.
  public boolean isFaulty(PeerAddress one, PeerAddress other) {
    return !ways.isEmpty() && ways.containsKey(ordered(one, other));
  }

  /// What the legend has to explain.
  public Set<FaultLook> looks() {
    return Collections.unmodifiableSet(looks);
  }
}

package p2pgossip.fault;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import p2pgossip.gossip.PeerAddress;

/// Something that goes wrong until it is ended. It is laid on peers of this program, between a peer and
/// its client, and so works towards any peer.
public sealed interface Fault {

  /// The peer takes connections and requests but answers none, and sends nothing.
  record Freeze(PeerAddress peer) implements Fault {}

  /// A part of what is sent over `path` never arrives.
  ///
  /// @param share 0 to 1
  record Loss(Path path, double share) implements Fault {
    /// @throws IllegalArgumentException when the share is out of range
    public Loss {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "a loss of " + share * 100 + " % is not between 0 and 100 %");
      }
    }
  }

  /// What is sent over `path` sets off later.
  ///
  /// @param mean 0 to [#LONGEST]
  /// @param jitter each delay is spread evenly from `mean - jitter` to `mean + jitter`; at most `mean`
  record Delay(Path path, Duration mean, Duration jitter) implements Fault {
    public static final Duration LONGEST = Duration.ofMinutes(1);

    /// @throws IllegalArgumentException when a duration is out of range
    public Delay {
      if (mean.isNegative() || mean.compareTo(LONGEST) > 0) {
        throw new IllegalArgumentException(
            "a delay of " + mean.toMillis() + " ms is not between 0 and 60000 ms");
      }
      if (jitter.isNegative() || jitter.compareTo(mean) > 0) {
        throw new IllegalArgumentException(
            "a jitter of %s ms is not between 0 and the delay of %s ms"
                .formatted(jitter.toMillis(), mean.toMillis()));
      }
    }
  }

  /// Nothing gets through over `path`.
  record Block(Path path) implements Fault {}

  /// Nothing gets from one side to another. A peer on no side reaches all.
  ///
  /// @param sides disjoint
  record Partition(List<Set<PeerAddress>> sides) implements Fault {
    /// @throws IllegalArgumentException when a peer stands on two sides
    public Partition {
      sides = sides.stream().map(Set::copyOf).toList();
      long all = sides.stream().mapToLong(Set::size).sum();
      long distinct = sides.stream().flatMap(Set::stream).distinct().count();
      if (all != distinct) {
        throw new IllegalArgumentException("a peer can't be on two sides of a partition");
      }
    }

    /// Whether it keeps what `from` sends from `to`.
    public boolean parts(PeerAddress from, PeerAddress to) {
      return sides.stream().anyMatch(side -> side.contains(from) && !side.contains(to))
          && sides.stream().anyMatch(side -> side.contains(to));
    }
  }

  /// Whether anything goes wrong by it for one of these peers.
  default boolean concerns(Set<PeerAddress> peers) {
    return switch (this) {
      case Freeze(PeerAddress peer) -> peers.contains(peer);
      case Loss(Path path, double _) -> path.touches(peers);
      case Delay(Path path, Duration _, Duration _) -> path.touches(peers);
      case Block(Path path) -> path.touches(peers);
      case Partition(List<Set<PeerAddress>> sides) ->
          sides.stream().flatMap(Set::stream).anyMatch(peers::contains);
    };
  }

  /// Between whom.
  sealed interface Path {

    /// Whether what `from` sends to `to` goes this way.
    boolean covers(PeerAddress from, PeerAddress to);

    /// Whether one of these peers has to do with it.
    default boolean touches(Set<PeerAddress> peers) {
      return switch (this) {
        case OneWay(PeerAddress from, PeerAddress to) -> peers.contains(from) || peers.contains(to);
        case Between(PeerAddress one, PeerAddress other) ->
            peers.contains(one) || peers.contains(other);
        case Around(Set<PeerAddress> around) -> around.stream().anyMatch(peers::contains);
        case Everywhere _ -> true;
      };
    }

    /// One way only.
    record OneWay(PeerAddress from, PeerAddress to) implements Path {
      @Override
      public boolean covers(PeerAddress sender, PeerAddress receiver) {
        return from.equals(sender) && to.equals(receiver);
      }
    }

    /// Both ways between two.
    record Between(PeerAddress one, PeerAddress other) implements Path {
      @Override
      public boolean covers(PeerAddress sender, PeerAddress receiver) {
        return (one.equals(sender) && other.equals(receiver))
            || (other.equals(sender) && one.equals(receiver));
      }
    }

    /// All that these peers send or are sent.
    record Around(Set<PeerAddress> peers) implements Path {
      public Around {
        peers = Set.copyOf(peers);
      }

      @Override
      public boolean covers(PeerAddress sender, PeerAddress receiver) {
        return peers.contains(sender) || peers.contains(receiver);
      }
    }

    /// Everything.
    record Everywhere() implements Path {
      @Override
      public boolean covers(PeerAddress sender, PeerAddress receiver) {
        return true;
      }
    }
  }
}

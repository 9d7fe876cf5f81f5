package p2pgossip.scenario;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import p2pgossip.fault.Fault;

/// A [Fault] before there are addresses: it speaks of peers by their numbers in the scenario.
public sealed interface PlannedFault {

  /// The numbers of all peers that it names.
  Stream<Integer> named();

  /// What goes wrong between peers.
  sealed interface OverPath extends PlannedFault {

    PlannedPath path();

    @Override
    default Stream<Integer> named() {
      return path().named();
    }
  }

  /// As [Fault.Freeze], for each of them.
  record Freeze(Selection peers) implements PlannedFault {
    @Override
    public Stream<Integer> named() {
      return peers.named().stream();
    }
  }

  /// As [Fault.Loss].
  ///
  /// @param share 0 to 1
  record Loss(PlannedPath path, double share) implements OverPath {
    /// @throws IllegalArgumentException when the share is out of range
    public Loss {
      Fault _ = new Fault.Loss(new Fault.Path.Everywhere(), share);
    }
  }

  /// As [Fault.Delay].
  record Delay(PlannedPath path, Duration mean, Duration jitter) implements OverPath {
    /// @throws IllegalArgumentException when a duration is out of range
    public Delay {
      Fault _ = new Fault.Delay(new Fault.Path.Everywhere(), mean, jitter);
    }
  }

  /// As [Fault.Block].
  record Block(PlannedPath path) implements OverPath {}

  /// As [Fault.Partition].
  ///
  /// @param sides two or more, disjoint; by name only, so that nobody can be on two
  record Partition(List<Selection.These> sides) implements PlannedFault {
    /// @throws IllegalArgumentException when there are fewer than two sides, or a peer is on two
    public Partition {
      sides = List.copyOf(sides);
      if (sides.size() < 2) {
        throw new IllegalArgumentException("a partition needs two sides or more");
      }
      List<Integer> all = sides.stream().flatMap(side -> side.numbers().stream()).toList();
      if (all.stream().distinct().count() != all.size()) {
        throw new IllegalArgumentException("a peer can't be on two sides of a partition");
      }
    }

    @Override
    public Stream<Integer> named() {
      return sides.stream().flatMap(side -> side.numbers().stream());
    }
  }

  /// Between whom, by their numbers.
  sealed interface PlannedPath {

    /// The numbers of all peers that it names.
    Stream<Integer> named();

    /// As [Fault.Path.OneWay].
    record OneWay(int from, int to) implements PlannedPath {
      @Override
      public Stream<Integer> named() {
        return Stream.of(from, to);
      }
    }

    /// As [Fault.Path.Between].
    record Between(int one, int other) implements PlannedPath {
      @Override
      public Stream<Integer> named() {
        return Stream.of(one, other);
      }
    }

    /// As [Fault.Path.Around].
    record Around(Selection peers) implements PlannedPath {
      @Override
      public Stream<Integer> named() {
        return peers.named().stream();
      }
    }

    /// As [Fault.Path.Everywhere].
    record Everywhere() implements PlannedPath {
      @Override
      public Stream<Integer> named() {
        return Stream.of();
      }
    }
  }
}

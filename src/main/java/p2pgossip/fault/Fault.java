package p2pgossip.fault;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something that goes wrong until it is ended. Faults are laid on peers of this program, between a
/// peer and its client, and so act towards any peer.
///
/// Each kind is one record: what it acts on, what it does to a message, and its words.
///
/// @param <P> names a peer. In force, that is its address. In a plan, it is whatever the plan calls
///     a peer by, and [#map] makes the faults to put in force.
public sealed interface Fault<P> {

  /// The peers that it names.
  Stream<P> named();

  /// Whether anything goes wrong by it for one of these peers.
  default boolean concerns(Set<P> some) {
    return named().anyMatch(some::contains);
  }

  /// Whether this peer takes connections and requests but answers none, and sends nothing.
  default boolean freezes(P peer) {
    return false;
  }

  /// What it does to a message that `from` sends `to`.
  Effect effect(P from, P to);

  /// As in `loss of 20 % between 3 and 4`.
  ///
  /// @param naming says in words which peers these are
  String words(Function<Set<P>, String> naming);

  /// The same for peers that are named otherwise. Where a name stands for several peers, there may
  /// be a fault for each of them.
  ///
  /// @param meant the peers that a name stands for
  <Q> Stream<Fault<Q>> map(Function<P, ? extends Collection<Q>> meant);

  /// A fault that acts on all messages on a path.
  sealed interface OverPath<P> extends Fault<P> {

    Path<P> path();

    /// The same fault on another path.
    <Q> Fault<Q> over(Path<Q> path);

    /// What it does to each message on its path.
    Effect effect();

    /// As in `loss of 20 %`.
    String name();

    @Override
    default Stream<P> named() {
      return path().named();
    }

    @Override
    default boolean concerns(Set<P> some) {
      return path().touches(some);
    }

    @Override
    default Effect effect(P from, P to) {
      return path().covers(from, to) ? effect() : Effect.NONE;
    }

    @Override
    default String words(Function<Set<P>, String> naming) {
      return name() + " " + path().words(naming);
    }

    @Override
    default <Q> Stream<Fault<Q>> map(Function<P, ? extends Collection<Q>> meant) {
      return path().<Q>map(meant).map(this::over);
    }
  }

  /// The peer takes connections and requests but answers none, and sends nothing.
  record Freeze<P>(P peer) implements Fault<P> {
    @Override
    public Stream<P> named() {
      return Stream.of(peer);
    }

    @Override
    public boolean freezes(P some) {
      return peer.equals(some);
    }

    @Override
    public Effect effect(P from, P to) {
      return Effect.NONE;
    }

    @Override
    public String words(Function<Set<P>, String> naming) {
      return "freeze of " + naming.apply(Set.of(peer));
    }

    @Override
    public <Q> Stream<Fault<Q>> map(Function<P, ? extends Collection<Q>> meant) {
      return meant.apply(peer).stream().map(Freeze::new);
    }
  }

  /// A share of the messages never arrives.
  ///
  /// @param share 0 to 1
  record Loss<P>(Path<P> path, double share) implements OverPath<P> {
    /// @throws IllegalArgumentException when the share is out of range
    public Loss {
      requireShare("a loss", share);
    }

    @Override
    public <Q> Fault<Q> over(Path<Q> other) {
      return new Loss<>(other, share);
    }

    @Override
    public Effect effect() {
      return Effect.loss(share);
    }

    @Override
    public String name() {
      return "loss of " + percent(share);
    }
  }

  /// Messages arrive later.
  ///
  /// @param mean 0 to [#LONGEST]
  /// @param jitter each delay is spread evenly from `mean - jitter` to `mean + jitter`; at most
  ///     `mean`
  record Delay<P>(Path<P> path, Duration mean, Duration jitter) implements OverPath<P> {
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

    @Override
    public <Q> Fault<Q> over(Path<Q> other) {
      return new Delay<>(other, mean, jitter);
    }

    @Override
    public Effect effect() {
      return Effect.delay(mean, jitter);
    }

    @Override
    public String name() {
      return jitter.isZero()
          ? "delay of %s ms".formatted(mean.toMillis())
          : "delay of %s ± %s ms".formatted(mean.toMillis(), jitter.toMillis());
    }
  }

  /// A share of the messages sets off twice. Requests and answers alike: a request that arrives
  /// twice is answered twice, and whoever asked takes the first answer that comes.
  ///
  /// @param share 0 to 1
  record Duplicate<P>(Path<P> path, double share) implements OverPath<P> {
    /// @throws IllegalArgumentException when the share is out of range
    public Duplicate {
      requireShare("a duplication", share);
    }

    @Override
    public <Q> Fault<Q> over(Path<Q> other) {
      return new Duplicate<>(other, share);
    }

    @Override
    public Effect effect() {
      return Effect.twice(share);
    }

    @Override
    public String name() {
      return "duplication of " + percent(share);
    }
  }

  /// Nothing gets through.
  record Block<P>(Path<P> path) implements OverPath<P> {
    @Override
    public <Q> Fault<Q> over(Path<Q> other) {
      return new Block<>(other);
    }

    @Override
    public Effect effect() {
      return Effect.loss(1);
    }

    @Override
    public String name() {
      return "block";
    }
  }

  /// Nothing gets from one side to another. A peer on no side reaches all.
  ///
  /// @param sides two or more, disjoint
  record Partition<P>(List<Set<P>> sides) implements Fault<P> {
    /// @throws IllegalArgumentException when there are fewer than two sides, or a peer is on two
    public Partition {
      sides = sides.stream().map(Set::copyOf).toList();
      if (sides.size() < 2) {
        throw new IllegalArgumentException("a partition needs two sides or more");
      }
      long all = sides.stream().mapToLong(Set::size).sum();
      long distinct = sides.stream().flatMap(Set::stream).distinct().count();
      if (all != distinct) {
        throw new IllegalArgumentException("a peer can't be on two sides of a partition");
      }
    }

    @Override
    public Stream<P> named() {
      return sides.stream().flatMap(Set::stream);
    }

    @Override
    public Effect effect(P from, P to) {
      boolean apart =
          sides.stream().anyMatch(side -> side.contains(from) && !side.contains(to))
              && sides.stream().anyMatch(side -> side.contains(to));
      return apart ? Effect.loss(1) : Effect.NONE;
    }

    @Override
    public String words(Function<Set<P>, String> naming) {
      return sides.stream().map(naming).collect(Collectors.joining(" | ", "partition ", ""));
    }

    @Override
    public <Q> Stream<Fault<Q>> map(Function<P, ? extends Collection<Q>> meant) {
      List<Set<Q>> mapped =
          sides.stream()
              .map(
                  side ->
                      side.stream()
                          .flatMap(name -> meant.apply(name).stream())
                          .collect(Collectors.<Q>toSet()))
              .toList();
      return Stream.of(new Partition<>(mapped));
    }
  }

  private static void requireShare(String what, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          what + " of " + share * 100 + " % is not between 0 and 100 %");
    }
  }

  private static String percent(double share) {
    double percent = share * 100;
    return percent == Math.rint(percent)
        ? Math.round(percent) + " %"
        : String.format(Locale.ROOT, "%.1f %%", percent);
  }
}

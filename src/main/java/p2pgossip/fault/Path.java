package p2pgossip.fault;

import java.util.Collection;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Between which peers a fault acts.
///
/// @param <P> names a peer, as in [Fault]
public sealed interface Path<P> {

  /// Whether what `from` sends to `to` goes this way.
  boolean covers(P from, P to);

  /// The peers that it names.
  Stream<P> named();

  /// Whether something that one of these peers sends or is sent may go this way.
  default boolean touches(Set<P> some) {
    return named().anyMatch(some::contains);
  }

  /// As in `between 3 and 4`.
  ///
  /// @param naming says in words which peers these are
  String words(Function<Set<P>, String> naming);

  /// The same for peers that are named otherwise. Where a name stands for several peers, the paths
  /// between each of them.
  ///
  /// @param meant the peers that a name stands for
  <Q> Stream<Path<Q>> map(Function<P, ? extends Collection<Q>> meant);

  /// A path for each pair of peers.
  private static <Q> Stream<Path<Q>> ofEachPair(
      Collection<Q> ones, Collection<Q> others, BiFunction<Q, Q, Path<Q>> path) {
    return ones.stream().flatMap(one -> others.stream().map(other -> path.apply(one, other)));
  }

  /// One direction only.
  record OneWay<P>(P from, P to) implements Path<P> {
    @Override
    public boolean covers(P sender, P receiver) {
      return from.equals(sender) && to.equals(receiver);
    }

    @Override
    public Stream<P> named() {
      return Stream.of(from, to);
    }

    @Override
    public String words(Function<Set<P>, String> naming) {
      return "from " + naming.apply(Set.of(from)) + " to " + naming.apply(Set.of(to));
    }

    @Override
    public <Q> Stream<Path<Q>> map(Function<P, ? extends Collection<Q>> meant) {
      return Path.ofEachPair(meant.apply(from), meant.apply(to), OneWay::new);
    }
  }

  /// Both directions between two peers.
  record Between<P>(P one, P other) implements Path<P> {
    @Override
    public boolean covers(P sender, P receiver) {
      return (one.equals(sender) && other.equals(receiver))
          || (other.equals(sender) && one.equals(receiver));
    }

    @Override
    public Stream<P> named() {
      return Stream.of(one, other);
    }

    @Override
    public String words(Function<Set<P>, String> naming) {
      return "between " + naming.apply(Set.of(one)) + " and " + naming.apply(Set.of(other));
    }

    @Override
    public <Q> Stream<Path<Q>> map(Function<P, ? extends Collection<Q>> meant) {
      return Path.ofEachPair(meant.apply(one), meant.apply(other), Between::new);
    }
  }

  /// All that these peers send or are sent.
  record Around<P>(Set<P> peers) implements Path<P> {
    public Around {
      peers = Set.copyOf(peers);
    }

    @Override
    public boolean covers(P sender, P receiver) {
      return peers.contains(sender) || peers.contains(receiver);
    }

    @Override
    public Stream<P> named() {
      return peers.stream();
    }

    @Override
    public String words(Function<Set<P>, String> naming) {
      return "around " + naming.apply(peers);
    }

    @Override
    public <Q> Stream<Path<Q>> map(Function<P, ? extends Collection<Q>> meant) {
      return Stream.of(
          new Around<>(
              peers.stream()
                  .flatMap(name -> meant.apply(name).stream())
                  .collect(Collectors.toSet())));
    }
  }

  /// Every path between any two peers.
  record Everywhere<P>() implements Path<P> {
    @Override
    public boolean covers(P sender, P receiver) {
      return true;
    }

    @Override
    public Stream<P> named() {
      return Stream.of();
    }

    @Override
    public boolean touches(Set<P> some) {
      return true;
    }

    @Override
    public String words(Function<Set<P>, String> naming) {
      return "everywhere";
    }

    @Override
    public <Q> Stream<Path<Q>> map(Function<P, ? extends Collection<Q>> meant) {
      return Stream.of(new Everywhere<>());
    }
  }
}

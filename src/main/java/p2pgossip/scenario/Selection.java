package p2pgossip.scenario;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Some peers of a scenario, by their numbers: the first is 1.
public sealed interface Selection {

  /// The numbers of the peers, if they are known in advance; otherwise none.
  default List<Integer> named() {
    return List.of();
  }

  /// One for each peer where the peers are named, else this one alone.
  default Set<Selection> parts() {
    return Set.of(this);
  }

  /// The opposite of [#parts].
  ///
  /// @throws IllegalArgumentException when there are several, and one of them names no peers
  static Selection join(Set<Selection> parts) {
    if (parts.size() == 1) {
      return parts.iterator().next();
    }
    if (parts.stream().anyMatch(part -> part.named().isEmpty())) {
      throw new IllegalArgumentException("only peers that are named can be joined");
    }
    return new These(parts.stream().flatMap(part -> part.named().stream()).toList());
  }

  /// Every peer that exists at the moment of the action.
  record All() implements Selection {}

  /// The peers with these numbers.
  ///
  /// @param numbers from 1, without repetition, in order
  record These(List<Integer> numbers) implements Selection {
    /// @throws IllegalArgumentException when there are none
    public These {
      numbers = List.copyOf(new TreeSet<>(numbers));
      if (numbers.isEmpty()) {
        throw new IllegalArgumentException("no peers are named");
      }
    }

    /// A single peer.
    public These(int number) {
      this(List.of(number));
    }

    @Override
    public List<Integer> named() {
      return numbers;
    }

    @Override
    public Set<Selection> parts() {
      return numbers.stream().map(These::new).collect(Collectors.toSet());
    }
  }

  /// Some of the peers that run at the moment of the action, chosen at random by the scenario's
  /// seed.
  ///
  /// @param count 1 or more; if fewer run, all of them are chosen
  record AtRandom(int count) implements Selection {
    /// @throws IllegalArgumentException when the count is not positive
    public AtRandom {
      if (count < 1) {
        throw new IllegalArgumentException(
            "a random choice must be of 1 or more peers, not of " + count);
      }
    }
  }
}

package p2pgossip.topology;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/// How the peers of a network are connected with one another. Immutable.
///
/// Each form has a class of its own and an entry in [TopologyForms#ALL]. On the command line and in
/// files a topology is a label: the name of its form and its parameters, separated by colons.
/// Parameters may be left out from the right: `ring`, `tree:3`, `small-world:4:0.1`.
public interface Topology {

  /// Reads a label that names no file.
  ///
  /// @throws IllegalArgumentException when there is no such form, or a parameter is out of range,
  /// saying what there is; or when it names a file
  static Topology parse(String label) {
    return TopologyForms.parse(label, null);
  }

  /// Reads a label of the user's own, and the file that it may name, which may take seconds.
  ///
  /// @param folder in which a file is looked for where its path is relative
  /// @throws IllegalArgumentException as above, or when something is wrong with the file, naming it
  static Topology parse(String label, Path folder) {
    return TopologyForms.parse(label, folder);
  }

  /// The form of this topology.
  TopologyForm form();

  /// The values of the form's parameters, in their order.
  default List<Object> values() {
    return List.of();
  }

  /// Name and parameters; [#parse] reads it again. Of a file it has the name without the folder,
  /// since recordings and reports, which others read, hold it.
  default String label() {
    return form().label(values(), null);
  }

  /// The label as it stands in a file in this folder. The path of another file in it is relative
  /// where that lies in the folder or below.
  default String labelIn(Path folder) {
    return form().label(values(), folder);
  }

  /// Says in one sentence what it is like.
  default String sentence() {
    return form().sentence();
  }

  /// The number of peers that it has; empty if it takes any number.
  default OptionalInt peers() {
    return OptionalInt.empty();
  }

  /// @throws IllegalArgumentException when it has another number of peers, saying which
  default void requirePeers(int count) {
    peers()
        .ifPresent(
            own -> {
              if (own != count) {
                throw new IllegalArgumentException(
                    "%s has %s peers, not %s".formatted(label(), own, count));
              }
            });
  }

  /// Its name within a sentence: "small world".
  default String inWords() {
    return form().title().toLowerCase(Locale.ROOT);
  }

  /// The edges between the peers, numbered from 0. No two edges join the same peers. The edges
  /// and their order depend on nothing but the number of peers and the state of `random`, in this
  /// version and in every later one: that is what a scenario's seed means.
  ///
  /// Unless a topology has a number of [#peers] of its own, it takes any number. With too few peers
  /// for the form, it is as close to the form as possible; with too few for its parameters, it is
  /// complete. All peers are connected: if random choices leave the network in parts, each further
  /// part is joined to the first by one more edge. Only a network from a file may be in parts. Time
  /// and memory are linear in the edges.
  ///
  /// @throws IllegalArgumentException when there is not at least one peer, when it has another
  /// number of peers, or when an array can't hold the edges
  Edges edges(int peers, RandomGenerator random);

  /// Whether the peers are numbered along rows as long as [Grid#columns], and those next to each
  /// other in a row or a column are neighbours.
  default boolean standsInRows() {
    return false;
  }

  /// The places of the peers in a small picture that shows the form.
  ///
  /// @param edges what [#edges] gives for this number of peers
  default Places places(int peers, Edges edges) {
    return Places.circle(peers);
  }
}

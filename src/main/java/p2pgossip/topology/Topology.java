package p2pgossip.topology;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// How the peers of a network are connected with one another. Immutable.
///
/// Each form has a class of its own and an entry in [TopologyForms#ALL]. On the command line and in
/// files a topology is a label: the name of its form and, each behind a colon, its parameters, which
/// may be left out from the right: `ring`, `tree:3`, `small-world:4:0.1`.
public interface Topology {

  /// Reads a label.
  ///
  /// @throws IllegalArgumentException when there is no such form, or a parameter is out of range,
  /// saying what there is
  static Topology parse(String label) {
    return TopologyForms.parse(label);
  }

  /// What all topologies of this form have in common.
  TopologyForm form();

  /// The values of the form's parameters, in their order.
  default List<Object> values() {
    return List.of();
  }

  /// Name and parameters; [#parse] reads it again.
  default String label() {
    return form().label(values());
  }

  /// As it is called within a sentence: "small world".
  default String inWords() {
    return form().title().toLowerCase(Locale.ROOT);
  }

  /// The edges between so many peers, numbered from 0. No two edges join the same peers. The edges
  /// and their order depend on nothing but the number of peers and the state of `random`, in this
  /// version and in every later one: that is what a scenario's seed means.
  ///
  /// A topology takes every number of peers. With too few for its form it is as near to it as can
  /// be, and with too few for its parameters it is complete. All peers hang together: where chance
  /// leaves them in parts, each further part is joined to the first by one more edge. Time and memory
  /// are linear in the edges.
  ///
  /// @throws IllegalArgumentException when there is not at least one peer, or when an array can't
  /// hold the edges
  Edges edges(int peers, RandomGenerator random);

  /// Where the peers stand in a small picture, such that the form is recognised at a glance.
  ///
  /// @param edges what [#edges] gives for this number of peers
  default Places places(int peers, Edges edges) {
    return Places.circle(peers);
  }
}

package p2pgossip.topology;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import p2pgossip.gossip.Quote;

/// The list of all forms of topology. Flags, their help, menus, dialogs, files and the tests of the
/// documents read it: a form that stands here is everywhere.
public final class TopologyForms {

  /// In the order of a menu.
  public static final List<TopologyForm> ALL =
      List.of(
          Line.FORM,
          Ring.FORM,
          Star.FORM,
          Grid.FORM,
          Torus.FORM,
          Tree.FORM,
          Complete.FORM,
          RandomOut.FORM,
          SmallWorld.FORM,
          ScaleFree.FORM);

  /// The one that is taken where none is chosen.
  public static final TopologyForm USUAL = SmallWorld.FORM;

  private TopologyForms() {}

  /// The usual topology, which a swarm has where none is chosen.
  public static Topology usual() {
    return USUAL.with(USUAL.parameters().stream().map(Parameter::usual).toList());
  }

  /// A label of each form, with the usual parameters: "line, ring and tree:2".
  ///
  /// @param last the word before the last: "and", "or"
  public static String examples(String last) {
    int before = ALL.size() - 1;
    return ALL.stream().limit(before).map(TopologyForm::example).collect(Collectors.joining(", "))
        + " "
        + last
        + " "
        + ALL.get(before).example();
  }

  static Topology parse(String label) {
    List<String> parts = Arrays.asList(label.strip().split(":", -1));
    return ALL.stream()
        .filter(form -> form.name().equals(parts.getFirst()))
        .findFirst()
        .orElseThrow(() -> unknown(label))
        .read(parts.subList(1, parts.size()), label);
  }

  private static IllegalArgumentException unknown(String label) {
    return new IllegalArgumentException(
        "there is no topology %s; there are %s, the numbers to be chosen or left out"
            .formatted(Quote.of(label), examples("and")));
  }
}

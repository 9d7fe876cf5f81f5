package p2pgossip.topology;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
          ScaleFree.FORM,
          FromFile.FORM);

  /// The one that is taken where none is chosen.
  public static final TopologyForm USUAL = SmallWorld.FORM;

  private TopologyForms() {}

  /// The usual topology, which a swarm has where none is chosen.
  public static Topology usual() {
    return Topology.parse(USUAL.name());
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

  /// @param folder as in [Parameter#read]
  static Topology parse(String label, @Nullable Path folder) {
    // Blanks before the end may belong to the name of a file.
    String stripped = label.stripLeading();
    int colon = stripped.indexOf(':');
    String name = (colon < 0 ? stripped : stripped.substring(0, colon)).strip();
    return ALL.stream()
        .filter(form -> form.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(label))
        .read(colon < 0 ? null : stripped.substring(colon + 1), label, folder);
  }

  private static IllegalArgumentException unknown(String label) {
    return new IllegalArgumentException(
        "there is no topology %s; there are %s, the numbers to be chosen or left out"
            .formatted(Quote.of(label), examples("and")));
  }
}

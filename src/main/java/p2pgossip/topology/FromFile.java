package p2pgossip.topology;

import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import p2pgossip.gossip.ShownText;

/// A network as it stands in a file of the user's own. It has as many peers as the file, and stays
/// in parts where the file has it so.
///
/// @param graph as it was when the file was read
public record FromFile(GraphFile graph) implements Topology {

  private static final FileParameter FILE = new FileParameter("File");

  static final TopologyForm FORM =
      new TopologyForm(
          "file",
          "From a file",
          "A network of your own, in GraphML, in DOT, or as a list of links.",
          List.of(FILE),
          values -> new FromFile(values.of(FILE)));

  @Override
  public TopologyForm form() {
    return FORM;
  }

  @Override
  public List<Object> values() {
    return List.of(graph);
  }

  @Override
  public String inWords() {
    return ShownText.of(graph.name());
  }

  @Override
  public String sentence() {
    return "%s: %s, %s%s."
        .formatted(
            inWords(),
            counted(graph.peers(), "peer"),
            counted(graph.edges().size(), "link"),
            graph.parts() == 1 ? "" : ", in " + graph.parts() + " parts that no link joins");
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  @Override
  public OptionalInt peers() {
    return OptionalInt.of(graph.peers());
  }

  @Override
  public Edges edges(int peers, RandomGenerator random) {
    requirePeers(peers);
    return graph.edges();
  }

  @Override
  public Places places(int peers, Edges edges) {
    return ForceLayout.of(peers, edges);
  }
}

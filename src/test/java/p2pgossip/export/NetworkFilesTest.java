package p2pgossip.export;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.export.SampleSession.ANN;
import static p2pgossip.export.SampleSession.BOB;
import static p2pgossip.export.SampleSession.EVE;
import static p2pgossip.export.SampleSession.RUMOR;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.BaseEventDrivenImporter;
import org.jgrapht.nio.GraphImporter;
import org.jgrapht.nio.dot.DOTImporter;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.network.Link;
import p2pgossip.network.Naming;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Role;
import p2pgossip.network.Spread;
import p2pgossip.network.WholeNetwork;
import p2pgossip.topology.GraphFile;

class NetworkFilesTest {

  /// A graph as another program reads it.
  private record Read(
      Map<String, Map<String, String>> nodes, Map<String, Map<String, String>> links) {}

  private static final Map<String, Map<String, String>> NODES =
      Map.of(
          "127.0.0.1:8081",
          Map.of(
              "label",
              "127.0.0.1:8081",
              "role",
              "self",
              "heard_at",
              "2026-11-22T08:00:00.100Z",
              "heard_after",
              "0.0",
              "hops",
              "0"),
          "127.0.0.1:8082",
          Map.of(
              "label",
              "127.0.0.1:8082",
              "role",
              "connected",
              "heard_at",
              "2026-11-22T08:00:00.103Z",
              "heard_after",
              "0.003",
              "hops",
              "1",
              "heard_from",
              "127.0.0.1:8081"),
          "127.0.0.1:8083",
          Map.of(
              "label",
              "127.0.0.1:8083",
              "role",
              "heard_of",
              "heard_at",
              "2026-11-22T08:00:00.402Z",
              "heard_after",
              "0.302",
              "hops",
              "2",
              "heard_from",
              "127.0.0.1:8082"));

  private static final Map<String, Map<String, String>> LINKS =
      Map.of(
          "127.0.0.1:8081>127.0.0.1:8082",
          Map.of("mutual", "true", "tree", "true"),
          "127.0.0.1:8082>127.0.0.1:8081",
          Map.of("mutual", "true", "tree", "false"),
          "127.0.0.1:8082>127.0.0.1:8083",
          Map.of("mutual", "true", "tree", "true"),
          "127.0.0.1:8083>127.0.0.1:8082",
          Map.of("mutual", "true", "tree", "false"));

  @TempDir private Path folder;

  /// Before the last of three leaves.
  private static WholeNetwork network() {
    WholeNetwork network = new WholeNetwork();
    SampleSession.ofThree().observations().subList(0, 13).forEach(network::note);
    return network;
  }

  private static NetworkPicture picture() {
    return network().picture(ANN, true);
  }

  private static Spread spread() {
    return Objects.requireNonNull(network().spread(RUMOR.id()));
  }

  private static Read graphMl(Path file) {
    GraphMLImporter<String, DefaultEdge> importer = new GraphMLImporter<>();
    importer.setSchemaValidation(true);
    importer.setVertexFactory(id -> id);
    return read(file, importer, importer);
  }

  private static Read dot(Path file) {
    DOTImporter<String, DefaultEdge> importer = new DOTImporter<>();
    importer.setVertexFactory(id -> id);
    return read(file, importer, importer);
  }

  private static Read read(
      Path file,
      GraphImporter<String, DefaultEdge> importer,
      BaseEventDrivenImporter<String, DefaultEdge> events) {
    Graph<String, DefaultEdge> graph =
        new DirectedPseudograph<>(SupplierUtil.createStringSupplier(), DefaultEdge::new, false);
    Map<String, Map<String, String>> nodes = new HashMap<>();
    Map<DefaultEdge, Map<String, String>> links = new HashMap<>();
    events.addVertexAttributeConsumer(
        (of, value) -> put(nodes, of.getFirst(), of.getSecond(), value));
    events.addEdgeAttributeConsumer(
        (of, value) -> put(links, of.getFirst(), of.getSecond(), value));
    importer.importGraph(graph, file.toFile());
    for (String id : graph.vertexSet()) {
      nodes.computeIfAbsent(id, _ -> new TreeMap<>()).keySet().removeAll(Set.of("ID", "id"));
    }
    return new Read(
        nodes,
        graph.edgeSet().stream()
            .collect(
                Collectors.toMap(
                    edge -> graph.getEdgeSource(edge) + ">" + graph.getEdgeTarget(edge),
                    edge -> links.getOrDefault(edge, Map.of()))));
  }

  private static <K> void put(Map<K, Map<String, String>> all, K of, String name, Attribute value) {
    if (!Set.of("source", "target").contains(name)) {
      all.computeIfAbsent(of, _ -> new TreeMap<>()).put(name, value.getValue());
    }
  }

  @Test
  void graphMlIsReadByAnotherReader() throws IOException {
    Path file = folder.resolve("network.graphml");

    NetworkFiles.writeGraphMl(file, picture(), spread());

    assertThat(graphMl(file)).isEqualTo(new Read(NODES, LINKS));
  }

  @Test
  void dotIsReadByAnotherReader() throws IOException {
    Path file = folder.resolve("network.dot");

    NetworkFiles.writeDot(file, picture(), spread());

    assertThat(dot(file)).isEqualTo(new Read(NODES, LINKS));
  }

  @Test
  void aSwarmCanBeWiredLikeWhatIsWritten() throws IOException {
    Path graphMl = folder.resolve("network.graphml");
    Path dot = folder.resolve("network.dot");
    NetworkFiles.writeGraphMl(graphMl, picture(), spread());
    NetworkFiles.writeDot(dot, picture(), spread());

    GraphFile read = GraphFile.read(graphMl);
    assertThat(read.peers()).isEqualTo(picture().nodes().size());
    assertThat(read.edges().size())
        .isEqualTo(
            picture().links().stream()
                .map(link -> Set.of(link.from(), link.to()))
                .distinct()
                .count());
    assertThat(GraphFile.read(dot).edges()).isEqualTo(read.edges());
  }

  @Test
  void withoutARumourNodesHaveTheirRolesOnly() throws IOException {
    Path graphMl = folder.resolve("network.graphml");
    Path dot = folder.resolve("network.dot");

    NetworkFiles.writeGraphMl(graphMl, picture(), null);
    NetworkFiles.writeDot(dot, picture(), null);

    Map<String, Map<String, String>> nodes =
        Map.of(
            ANN.toString(), Map.of("label", ANN.toString(), "role", "self"),
            BOB.toString(), Map.of("label", BOB.toString(), "role", "connected"),
            EVE.toString(), Map.of("label", EVE.toString(), "role", "heard_of"));
    Map<String, Map<String, String>> links =
        LINKS.keySet().stream().collect(Collectors.toMap(it -> it, _ -> Map.of("mutual", "true")));
    assertThat(graphMl(graphMl)).isEqualTo(new Read(nodes, links));
    assertThat(dot(dot)).isEqualTo(new Read(nodes, links));
  }

  @Test
  void anAddressOfIpVersion6IsANodeLikeAnother() throws IOException {
    PeerAddress six = PeerAddress.parse("[2001:db8::1]:8080");
    NetworkPicture alone = new WholeNetwork().picture(six, true);
    Path graphMl = folder.resolve("network.graphml");
    Path dot = folder.resolve("network.dot");

    NetworkFiles.writeGraphMl(graphMl, alone, null);
    NetworkFiles.writeDot(dot, alone, null);

    Map<String, String> attributes = Map.of("label", "[2001:db8::1]:8080", "role", "self");
    assertThat(graphMl(graphMl).nodes()).isEqualTo(Map.of("_2001:db8::1_:8080", attributes));
    assertThat(dot(dot).nodes()).isEqualTo(Map.of("[2001:db8::1]:8080", attributes));
  }

  @Test
  void aLinkWithUnknownMutualityIsMarked() throws IOException {
    Path graphMl = folder.resolve("unsure.graphml");
    NetworkPicture unsure =
        new NetworkPicture(
            Map.of(ANN, new NetworkNode(ANN, Role.SELF), BOB, new NetworkNode(BOB, Role.CONNECTED)),
            Set.of(new Link(ANN, BOB)),
            Set.of(new Link(BOB, ANN)),
            false);

    NetworkFiles.writeGraphMl(graphMl, unsure, null);

    assertThat(graphMl(graphMl).links())
        .isEqualTo(Map.of(ANN + ">" + BOB, Map.of("mutual", "false", "unknown", "true")));
  }

  @Test
  void aNameIsAnAttributeOfItsOwnWhateverItHolds() throws IOException {
    Map<PeerAddress, PeerName> names =
        Map.of(ANN, new PeerName("A<b>&\"';-->"), BOB, new PeerName("שרה 🐝"));
    NetworkPicture picture = picture();
    NetworkPicture named =
        new NetworkPicture(
            picture.nodes(),
            picture.links(),
            picture.unsure(),
            picture.secure(),
            new Naming(names, true));
    Path graphMl = folder.resolve("network.graphml");
    Path dot = folder.resolve("network.dot");

    NetworkFiles.writeGraphMl(graphMl, named, spread());
    NetworkFiles.writeDot(dot, named, spread());

    for (Read read : List.of(graphMl(graphMl), dot(dot))) {
      assertThat(read.nodes().get(ANN.toString()))
          .containsEntry("name", "A<b>&\"';-->")
          .containsEntry("label", ANN.toString());
      assertThat(read.nodes().get(BOB.toString())).containsEntry("name", "שרה 🐝");
      assertThat(read.nodes().get(EVE.toString())).doesNotContainKey("name");
    }
  }
}

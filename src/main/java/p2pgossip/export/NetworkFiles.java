package p2pgossip.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.dot.DOTExporter;
import org.jgrapht.nio.graphml.GraphMLExporter;
import org.jgrapht.nio.graphml.GraphMLExporter.AttributeCategory;
import org.jspecify.annotations.Nullable;
import p2pgossip.file.WholeFile;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.network.Arrival;
import p2pgossip.network.Link;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Spread;
import p2pgossip.network.SpreadTimes;

/// Writes the network at one moment as a directed graph for other programs: GraphML for Gephi, yEd
/// and NetworkX, and DOT for Graphviz.
///
/// A node's id is its address; in GraphML, whose ids may not contain brackets, underscores replace
/// them. It has `label` (the address too), `name` if the peer has one (the attribute is declared
/// only if one of them has), and `role` (one of [p2pgossip.network.Role] in lower
/// case) and, if it has heard the rumour, `heard_at` (RFC 3339), `heard_after` (seconds since the
/// rumour's birth), `hops` and, except at the origin, `heard_from`. A link has `mutual` (whether
/// there is one back), `unknown` if that is not known, and, if there is a rumour, `tree` (whether
/// the first copy took this link).
public final class NetworkFiles {

  private NetworkFiles() {}

  /// @param spread of the rumour; null for none
  /// @throws IOException when it can't be written; an old file stays as it was
  public static void writeGraphMl(Path file, NetworkPicture picture, @Nullable Spread spread)
      throws IOException {
    WholeFile.save(file, out -> writeGraphMl(out, picture, spread));
  }

  /// @param spread of the rumour; null for none
  /// @throws IOException when it can't be written; an old file stays as it was
  public static void writeDot(Path file, NetworkPicture picture, @Nullable Spread spread)
      throws IOException {
    WholeFile.save(file, out -> writeDot(out, picture, spread));
  }

  static void writeGraphMl(OutputStream out, NetworkPicture picture, @Nullable Spread spread)
      throws IOException {
    GraphMLExporter<PeerAddress, Link> exporter = new GraphMLExporter<>(NetworkFiles::nameToken);
    exporter.registerAttribute("label", AttributeCategory.NODE, AttributeType.STRING);
    if (!picture.names().names().isEmpty()) {
      exporter.registerAttribute("name", AttributeCategory.NODE, AttributeType.STRING);
    }
    exporter.registerAttribute("role", AttributeCategory.NODE, AttributeType.STRING);
    exporter.registerAttribute("mutual", AttributeCategory.EDGE, AttributeType.BOOLEAN);
    exporter.registerAttribute("unknown", AttributeCategory.EDGE, AttributeType.BOOLEAN);
    if (spread != null) {
      exporter.registerAttribute("heard_at", AttributeCategory.NODE, AttributeType.STRING);
      exporter.registerAttribute("heard_after", AttributeCategory.NODE, AttributeType.DOUBLE);
      exporter.registerAttribute("hops", AttributeCategory.NODE, AttributeType.INT);
      exporter.registerAttribute("heard_from", AttributeCategory.NODE, AttributeType.STRING);
      exporter.registerAttribute("tree", AttributeCategory.EDGE, AttributeType.BOOLEAN);
    }
    exporter.setVertexAttributeProvider(nodeAttributes(picture, spread));
    exporter.setEdgeAttributeProvider(link -> linkAttributes(link, picture, spread));
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    exporter.exportGraph(graph(picture), writer);
    writer.flush();
  }

  /// The schema of GraphML requires an `xs:NMTOKEN`.
  private static String nameToken(PeerAddress peer) {
    return peer.toString().replace('[', '_').replace(']', '_');
  }

  static void writeDot(OutputStream out, NetworkPicture picture, @Nullable Spread spread)
      throws IOException {
    DOTExporter<PeerAddress, Link> exporter = new DOTExporter<>(peer -> "\"" + peer + "\"");
    exporter.setVertexAttributeProvider(nodeAttributes(picture, spread));
    exporter.setEdgeAttributeProvider(link -> linkAttributes(link, picture, spread));
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    exporter.exportGraph(graph(picture), writer);
    writer.flush();
  }

  /// In the order of the addresses, so that equal networks give equal files.
  private static Graph<PeerAddress, Link> graph(NetworkPicture picture) {
    Graph<PeerAddress, Link> graph = new DefaultDirectedGraph<>(Link.class);
    picture.nodes().keySet().stream().sorted().forEach(graph::addVertex);
    picture.links().stream()
        .sorted(NetworkLives.LINK_ORDER)
        .forEach(link -> graph.addEdge(link.from(), link.to(), link));
    return graph;
  }

  private static Function<PeerAddress, Map<String, Attribute>> nodeAttributes(
      NetworkPicture picture, @Nullable Spread spread) {
    SpreadTimes times = spread == null ? null : SpreadTimes.of(spread);
    return peer -> {
      Map<String, Attribute> attributes = new LinkedHashMap<>();
      attributes.put("label", text(peer));
      PeerName name = picture.names().of(peer);
      if (name != null) {
        attributes.put("name", text(name));
      }
      NetworkNode node = picture.nodes().get(peer);
      if (node != null) {
        attributes.put("role", text(node.role().name().toLowerCase(Locale.ROOT)));
      }
      Arrival arrival = spread == null ? null : spread.arrivals().get(peer);
      if (arrival != null && times != null) {
        attributes.put("heard_at", text(arrival.at()));
        double after = times.since(arrival.at()).toNanos() / 1e9;
        attributes.put("heard_after", DefaultAttribute.createAttribute(after));
        attributes.put("hops", DefaultAttribute.createAttribute(arrival.hops()));
        PeerAddress from = arrival.from();
        if (from != null) {
          attributes.put("heard_from", text(from));
        }
      }
      return attributes;
    };
  }

  private static Map<String, Attribute> linkAttributes(
      Link link, NetworkPicture picture, @Nullable Spread spread) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    boolean mutual = picture.links().contains(link.reversed());
    attributes.put("mutual", DefaultAttribute.createAttribute(mutual));
    if (picture.unsure().contains(link.reversed())) {
      attributes.put("unknown", DefaultAttribute.createAttribute(true));
    }
    if (spread != null) {
      Arrival arrival = spread.arrivals().get(link.to());
      boolean tree = arrival != null && link.from().equals(arrival.from());
      attributes.put("tree", DefaultAttribute.createAttribute(tree));
    }
    return attributes;
  }

  private static Attribute text(Object value) {
    return DefaultAttribute.createAttribute(value.toString());
  }
}

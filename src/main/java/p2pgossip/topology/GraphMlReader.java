package p2pgossip.topology;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jgrapht.alg.util.Triple;
import org.jgrapht.nio.graphml.SimpleGraphMLEventDrivenImporter;
import p2pgossip.gossip.Quote;

/// GraphML, read by JGraphT. Its importer is given the nodes and edges alone: the parser that it
/// makes would follow a document type to other files and to other machines, and it refuses what yEd
/// says of the look of a graph.
final class GraphMlReader {

  private static final String NODE = "node";

  private static final String EDGE = "edge";

  private static final String GRAPH = "graph";

  /// Behind it, the parser says what is wrong.
  private static final String REASON = "\nMessage: ";

  private static final int LONGEST_WORDS = 160;

  private static final String ROOT = "graphml";

  private GraphMlReader() {}

  /// @throws RefusedGraph when it is no GraphML, saying where, or there is too much in it
  static void read(String text, GraphDraft draft) {
    SimpleGraphMLEventDrivenImporter importer = new SimpleGraphMLEventDrivenImporter();
    // The schema knows no extensions.
    importer.setSchemaValidation(false);
    List<Triple<String, String, Double>> edges = new ArrayList<>();
    importer.addVertexConsumer(draft::vertex);
    importer.addEdgeConsumer(edges::add);
    String graph = nodesAndEdges(text);
    try {
      importer.importInput(new StringReader(graph));
    } catch (RuntimeException e) {
      throw RefusedGraph.in(e, "it is no GraphML that can be read");
    }
    // A node may stand behind its edges.
    edges.forEach(edge -> draft.edgeOfKnown(edge.getFirst(), edge.getSecond()));
  }

  /// A file with the same nodes and edges, and nothing else.
  private static String nodesAndEdges(String text) {
    StringWriter written = new StringWriter();
    try {
      XMLInputFactory inputs = XMLInputFactory.newDefaultFactory();
      inputs.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      inputs.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      XMLStreamReader in = inputs.createXMLStreamReader(new StringReader(text));
      XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
      new Copy(in, out).copy();
      out.close();
    } catch (XMLStreamException e) {
      throw new RefusedGraph(inWords(e), e);
    } catch (RuntimeException e) {
      // For some errors the parser lacks the words, and throws a MissingResourceException.
      throw RefusedGraph.in(e, "it is no well-formed XML");
    }
    return written.toString();
  }

  private static String inWords(XMLStreamException thrown) {
    String message = String.valueOf(thrown.getMessage());
    String reason = message.substring(message.indexOf(REASON) < 0 ? 0 : message.indexOf(REASON));
    Location at = thrown.getLocation();
    return "%s is no well-formed XML: %s"
        .formatted(
            at == null ? "it" : "line " + at.getLineNumber(),
            Quote.shorten(reason.replace(REASON, ""), LONGEST_WORDS));
  }

  /// Copies the nodes and edges of one file.
  ///
  /// @param in at its beginning
  private record Copy(XMLStreamReader in, XMLStreamWriter out) {

    private void copy() throws XMLStreamException {
      out.writeStartElement(ROOT);
      out.writeStartElement(GRAPH);
      // Of the elements that are open; those in which a graph can stand are few.
      Deque<String> open = new ArrayDeque<>();
      int edges = 0;
      while (in.hasNext()) {
        switch (in.next()) {
          case XMLStreamConstants.DTD ->
              throw refused("has a document type (DOCTYPE); delete it from the file");
          case XMLStreamConstants.START_ELEMENT -> {
            String name = in.getLocalName();
            if (open.isEmpty() && !name.equals(ROOT)) {
              throw refused("begins with <%s>, not <graphml>".formatted(Quote.shorten(name)));
            }
            String parent = open.peek();
            open.push(name);
            if (parent != null && parent.equals(NODE) && name.equals(GRAPH)) {
              throw refused("has a graph within a node; give its nodes to the graph around it");
            }
            if (parent != null && parent.equals(GRAPH) && name.equals(NODE)) {
              copyElement(NODE, "id");
            } else if (parent != null && parent.equals(GRAPH) && name.equals(EDGE)) {
              edges++;
              if (edges > GraphFile.MOST_EDGES) {
                throw new RefusedGraph(
                    "there are more than " + GraphFile.MOST_EDGES + " edges in it");
              }
              copyElement(EDGE, "source", "target");
            }
          }
          case XMLStreamConstants.END_ELEMENT -> open.pop();
          default -> {}
        }
      }
      out.writeEndDocument();
    }

    private void copyElement(String element, String... attributes) throws XMLStreamException {
      out.writeEmptyElement(element);
      for (String attribute : attributes) {
        String value = in.getAttributeValue(null, attribute);
        if (value == null) {
          throw refused("has <%s> without \"%s\"".formatted(element, attribute));
        }
        out.writeAttribute(attribute, value);
      }
    }

    private RefusedGraph refused(String words) {
      return new RefusedGraph("line " + in.getLocation().getLineNumber() + " " + words);
    }
  }
}

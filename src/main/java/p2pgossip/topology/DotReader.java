package p2pgossip.topology;

import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jgrapht.nio.dot.DOTEventDrivenImporter;
import p2pgossip.gossip.Quote;

/// DOT, the language of Graphviz, read by JGraphT.
final class DotReader {

  /// Each vertex and each edge has those that are set for all, too.
  private static final int MOST_ATTRIBUTES = 2_000_000;

  /// How the importer says that something can't stand where it does.
  private static final Pattern SYNTAX =
      Pattern.compile(".*?line ([0-9]+):[0-9]+ (.*?)( expecting .*)?", Pattern.DOTALL);

  private static final int LONGEST_WORDS = 120;

  private final GraphDraft draft;
  private int attributes;

  private DotReader(GraphDraft draft) {
    this.draft = draft;
  }

  /// @throws RefusedGraph when it is no DOT, saying where, or there is too much in it
  static void read(String text, GraphDraft draft) {
    DotCheck.requireReadable(text);
    new DotReader(draft).read(text);
  }

  private void read(String text) {
    DOTEventDrivenImporter importer = new DOTEventDrivenImporter();
    importer.addVertexConsumer(draft::vertex);
    importer.addEdgeConsumer(edge -> draft.edge(edge.getFirst(), edge.getSecond()));
    importer.addVertexAttributeConsumer((vertex, attribute) -> countAttribute());
    importer.addEdgeAttributeConsumer((edge, attribute) -> countAttribute());
    try {
      importer.importInput(new StringReader(text));
    } catch (RuntimeException e) {
      // Of a damaged file, the importer throws exceptions of many kinds.
      throw RefusedGraph.in(e, inWords(String.valueOf(e.getMessage())));
    }
  }

  private void countAttribute() {
    attributes++;
    if (attributes > MOST_ATTRIBUTES) {
      throw new RefusedGraph("there are more than " + MOST_ATTRIBUTES + " attributes in it");
    }
  }

  private static String inWords(String thrown) {
    Matcher syntax = SYNTAX.matcher(thrown);
    return syntax.matches()
        ? "line %s is no DOT: %s"
            .formatted(syntax.group(1), Quote.shorten(syntax.group(2), LONGEST_WORDS))
        : "it is no DOT that can be read; see whether Graphviz reads it";
  }
}

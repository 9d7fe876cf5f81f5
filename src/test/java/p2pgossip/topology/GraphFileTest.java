package p2pgossip.topology;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.file.NonFile;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GraphFileTest {

  /// A triangle with one more vertex at its last corner.
  private static final List<String> KITE = List.of("0-1", "1-2", "2-0", "2-3");

  @TempDir private Path folder;

  private GraphFile read(String name, String text) throws IOException {
    return GraphFile.read(Files.writeString(folder.resolve(name), text));
  }

  private static List<String> edges(GraphFile graph) {
    List<String> edges = new ArrayList<>();
    for (int edge = 0; edge < graph.edges().size(); edge++) {
      edges.add(graph.edges().from(edge) + "-" + graph.edges().to(edge));
    }
    return edges;
  }

  private String refusal(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    try {
      return "read: " + GraphFile.read(file);
    } catch (FileSystemException e) {
      assertThat(e).hasMessageStartingWith(file + ": ");
      return String.valueOf(e.getReason());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"kite.edges", "kite.edgelist", "kite.txt", "KITE.TXT", "a:b .txt"})
  void anEdgeListHasTwoNamesInALine(String name) throws IOException {
    GraphFile graph =
        read(name, "# a kite\n\nann bob\nbob   eve\n eve\tann\r\n% weight:\neve joe 0.5");

    assertThat(graph.file()).isEqualTo(folder.resolve(name));
    assertThat(graph.peers()).isEqualTo(4);
    assertThat(edges(graph)).isEqualTo(KITE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "source,target,weight\na,b,1\nb,c,1\nc,a,1\nc,d,1\n",
        "Source;Target\na;b\nb ; c\nc;a\nc;d",
        "\uFEFFfrom\tto\na\tb\nb\tc\nc\ta\nc\td"
      })
  void anEdgeListMayBeATableWithAHeader(String text) throws IOException {
    assertThat(edges(read("kite.csv", text))).isEqualTo(KITE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "graph { a -- b -- c -- a; c -- d }",
        "strict digraph kite { node [color=red] a; b; a -> b; b -> c [w=2]; c -> a c -> d"
            + " /* {done} -- */\n# -- {\n}",
        "graph { \"a{\" -- b [label=\"}{\"] b [l=<<b>-- {</b>>]; b -- c c -- \"a{\" subgraph"
            + " cluster_1 { c -- d } }"
      })
  void aDotFileIsReadAsGraphvizReadsIt(String text) throws IOException {
    GraphFile graph = read("kite.gv", text);

    assertThat(graph.peers()).isEqualTo(4);
    assertThat(edges(graph)).isEqualTo(KITE);
  }

  @Test
  void aGraphMlFileMayNameAnEdgeBeforeItsEndsAndHoldWhatOthersAdd() throws IOException {
    GraphFile graph =
        read(
            "kite.graphml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
              <key id="d6" for="node" yfiles.type="nodegraphics"/>
              <graph edgedefault="directed" id="G">
                <edge source="a&amp;" target="b"/>
                <node id="a&amp;"><data key="d6"><y:ShapeNode><y:node id="z"/></y:ShapeNode></data></node>
                <node id="b"/><node id="c"/>
                <edge source="b" target="c"/><edge source="c" target="a&amp;"/>
                <node id="d"/><edge source="c" target="d"/>
              </graph>
            </graphml>
            """);

    assertThat(graph.peers()).isEqualTo(4);
    assertThat(edges(graph)).isEqualTo(KITE);
  }

  @Test
  void directionsAreIgnoredAndSoAreLoopsAndWhatIsThereAlready() throws IOException {
    GraphFile graph = read("loops.txt", "a a\na b\nb a\na b\nb b\n");

    assertThat(graph.peers()).isEqualTo(2);
    assertThat(edges(graph)).containsExactly("0-1");
  }

  @Test
  void aNetworkInPartsStaysInParts() throws IOException {
    GraphFile graph = read("parts.txt", "a b\nc d\nalone\n");

    assertThat(graph.parts()).isEqualTo(3);
    assertThat(graph.peers()).isEqualTo(5);
    assertThat(edges(graph)).containsExactly("0-1", "2-3");
  }

  @ParameterizedTest
  @CsvSource({"'10 2\n2 9', '2-0 0-1'", "'10 b\nb 9', '0-1 1-2'", "'1 0\n01 2', '1-0 2-3'"})
  void verticesAreNumberedAsTheyComeOrByTheirNumbers(String text, String edges) throws IOException {
    assertThat(String.join(" ", edges(read("numbered.txt", text)))).isEqualTo(edges);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.txt | 'a b\n,c' | line 2 lacks a name; write two in each line, as in \"a b\"",
        "a.csv | '\"a\",b' | line 1 has a name in quotes; write names without quotes and blanks",
        "a.txt | '# nothing' | there is no vertex in it",
        "a.dot | 'graph {\n a -- \n ;}' | line 3 is no DOT: mismatched input ';'",
        "a.dot | 'graph { a= }' | it is no DOT that can be read; see whether Graphviz reads it",
        "a.dot | 'graph { \"a' | it is no DOT that can be read; see whether Graphviz reads it",
        "a.dot | 'graph {a\n"
            + "b {c d} a\n"
            + "-- {b c} }' | line 3 has an edge of a group in braces; write an edge for each of its"
            + " nodes",
        "a.dot | 'graph { {a b} // x\n"
            + "-- c }' | line 2 has an edge of a group in braces; write an edge for each of its"
            + " nodes",
        "a.dot | 'digraph { a -> subgraph x {b} }' | line 1 has an edge of a group in braces; write"
            + " an edge for each of its nodes",
        "a.dot | 'graph { a -- b }\n\n"
            + "graph { c }' | line 3 stands behind the end of the graph; leave one graph in the"
            + " file",
        "a.dot | 'graph { }' | there is no vertex in it",
        "a.xml | '<svg/>' | line 1 begins with <svg>, not <graphml>",
        "a.xml | '<graphml><graph>\n<node/></graph></graphml>' | line 2 has <node> without \"id\"",
        "a.xml | '<graphml><graph><node id=\"a\"/><edge source=\"a\""
            + " target=\"z\"/></graph></graphml>' | an edge leads to the node \"z\", which is not"
            + " there",
        "a.xml | '<graphml><graph><node id=\"a\"><graph/></node></graph></graphml>' | line 1 has a"
            + " graph within a node; give its nodes to the graph around it",
        "a.graphml | '<graphml/>' | there is no vertex in it"
      })
  void aDamagedFileIsRefusedInWords(String name, String text, String words) throws IOException {
    assertThat(refusal(name, text)).isEqualTo(words);
  }

  @Test
  void brokenXmlIsRefusedWithItsLine() throws IOException {
    assertThat(refusal("a.graphml", "<graphml>\n<graph>\n<node id='a'>\n</graph></graphml>"))
        .startsWith("line 4 is no well-formed XML: ")
        .hasSizeLessThan(200);
    assertThat(refusal("b.graphml", "graph { a -- b }"))
        .startsWith("line 1 is no well-formed XML: ");
  }

  /// The first would be a gigabyte, the second reads another file, the third calls another machine.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE graphml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>",
        "<!DOCTYPE graphml [<!ENTITY a SYSTEM 'SECRET'>]>",
        "<!DOCTYPE graphml SYSTEM 'http://127.0.0.1:9/graphml.dtd'>",
        "<!DOCTYPE graphml [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/a'> %a;]>"
      })
  void aDocumentTypeIsRefusedAndNothingThatItNamesIsRead(String type) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "<node id='stolen'/>");
    String text =
        "<?xml version='1.0'?>\n"
            + type.replace("SECRET", secret.toUri().toString())
            + "<graphml><graph>&a;<node id='&a;'/></graph></graphml>";

    assertThat(refusal("a.graphml", text))
        .isEqualTo("line 2 has a document type (DOCTYPE); delete it from the file");
  }

  @Test
  void anEntityThatNobodyDeclaresIsRefused() throws IOException {
    assertThat(refusal("a.graphml", "<graphml><graph>&a;<node id='a'/></graph></graphml>"))
        .startsWith("line 1 is no well-formed XML: ");
  }

  @Test
  void aFileOfAnotherKindIsRefusedByItsName() throws IOException {
    assertThat(refusal("a.pdf", "a b"))
        .isEqualTo(
            "the end of its name says what it is, and must be one of .graphml, .xml, .dot, .gv,"
                + " .edges, .edgelist, .csv, .tsv, .txt");
    assertThat(refusal("dot", "graph { a -- b }")).startsWith("the end of its name");
  }

  @Test
  void whatIsNoTextInUtf8IsRefused() throws IOException {
    Path file = Files.write(folder.resolve("a.txt"), "Zoë Bö".getBytes(ISO_8859_1));

    assertThatThrownBy(() -> GraphFile.read(file))
        .hasMessage(file + ": it is no text in UTF-8; save it as such");
    assertThat(GraphFile.read(Files.write(file, "Zoë Bö".getBytes(UTF_8))).peers()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(NonFile.class)
  void whatIsNoFileIsRefusedAtOnce(NonFile kind) throws Exception {
    Path place = kind.make(folder);

    assertThatThrownBy(() -> GraphFile.read(place))
        .isInstanceOf(FileSystemException.class)
        .hasMessageStartingWith(place + ": ");
  }

  @Test
  void aLargeFileIsRefusedBeforeItIsParsed() throws IOException {
    Path file = folder.resolve("large.dot");
    Files.write(file, new byte[GraphFile.LARGEST + 1]);

    assertThatThrownBy(() -> GraphFile.read(file))
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining("larger than " + GraphFile.LARGEST);
  }

  private static String lines(int count, String line) {
    return IntStream.range(0, count)
        .mapToObj(i -> line.replace("#", Integer.toString(i)))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void tooMuchOfAnythingIsRefused() throws IOException {
    int nodes = GraphFile.MOST_PEERS + 1;
    int edges = GraphFile.MOST_EDGES + 1;

    assertThat(refusal("a.txt", lines(nodes, "#")))
        .isEqualTo("there are more than 100000 vertices in it");
    assertThat(refusal("b.txt", lines(edges, "a b")))
        .isEqualTo("there are more than 500000 edges in it");
    assertThat(refusal("a.gv", "graph {" + lines(nodes, "n#") + "}"))
        .isEqualTo("there are more than 100000 vertices in it");
    assertThat(refusal("c.gv", "graph " + "{".repeat(60) + "a" + "}".repeat(60)))
        .isEqualTo("line 1 has a subgraph that is more than 50 deep");
    assertThat(
            refusal("d.gv", "graph { node [" + lines(9_000, "k#=1") + "]" + lines(999, "n#") + "}"))
        .isEqualTo("there are more than 2000000 attributes in it");
    assertThat(
            refusal(
                "e.gv", "graph { node [" + lines(9_000, "k#=1") + "]" + lines(999, "{a}") + "}"))
        .isEqualTo("it has too many subgraphs and attributes; leave out the attributes");
    assertThat(
            refusal(
                "a.xml",
                "<graphml><graph>" + lines(nodes, "<node id='#'/>") + "</graph></graphml>"))
        .isEqualTo("there are more than 100000 vertices in it");
  }
}

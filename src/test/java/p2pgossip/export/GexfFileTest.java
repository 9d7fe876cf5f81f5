package p2pgossip.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.export.SampleSession.ANN;
import static p2pgossip.export.SampleSession.BOB;
import static p2pgossip.export.SampleSession.EVE;
import static p2pgossip.export.SampleSession.RUMOR;
import static p2pgossip.export.SampleSession.at;
import static p2pgossip.export.SampleSession.mutual;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import p2pgossip.gossip.GossipEvent;
import p2pgossip.gossip.Origin;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.gossip.PeerName;
import p2pgossip.gossip.RumorId;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Recorded;

class GexfFileTest {

  private static final String NAMESPACE = "http://gexf.net/1.3";

  private static Document document(Recorded recorded, @Nullable RumorId rumor) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GexfFile.write(out, recorded, ANN, rumor, Progress.UNHEARD);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(out.toByteArray()));
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static List<Element> all(Element within, String name) {
    return elements(within.getElementsByTagNameNS(NAMESPACE, name));
  }

  /// `from..to` of each spell of each node or edge, after its name.
  private static List<String> spells(Document document, String kind) {
    List<String> told = new ArrayList<>();
    for (Element element : all(document.getDocumentElement(), kind)) {
      StringBuilder line = new StringBuilder();
      line.append(
          element.hasAttribute("source")
              ? element.getAttribute("source") + ">" + element.getAttribute("target")
              : element.getAttribute("id"));
      for (Element spell : all(element, "spell")) {
        line.append(' ')
            .append(spell.getAttribute("start"))
            .append("..")
            .append(spell.getAttribute("end"));
      }
      told.add(line.toString());
    }
    return told;
  }

  private static List<String> values(Document document, String id) {
    return all(document.getDocumentElement(), "node").stream()
        .filter(node -> node.getAttribute("id").equals(id))
        .flatMap(node -> all(node, "attvalue").stream())
        .map(
            value ->
                value.getAttribute("for")
                    + "="
                    + value.getAttribute("value")
                    + (value.hasAttribute("start")
                        ? " " + value.getAttribute("start") + ".." + value.getAttribute("end")
                        : ""))
        .toList();
  }

  /// Bob knows Eve, loses her, and gets her back.
  private static Recorded withAPause() {
    return new SampleSession()
        .seen(0, ANN, mutual(BOB))
        .seen(0, BOB, mutual(ANN), mutual(EVE))
        .happened(BOB, new GossipEvent.PeerLeft(at(2_000), EVE))
        .happened(BOB, new GossipEvent.PeerConnected(at(5_000), EVE, new Origin.Called()))
        .happened(ANN, new GossipEvent.PeriodBegan(at(10_000), 1, null, 1))
        .recorded();
  }

  @Test
  void itIsOfVersionOnePointThreeAndDynamic() throws Exception {
    Document document = document(SampleSession.ofThree(), RUMOR.id());
    Element root = document.getDocumentElement();
    Element graph = all(root, "graph").getFirst();

    assertThat(root.getNamespaceURI()).isEqualTo(NAMESPACE);
    assertThat(root.getTagName()).isEqualTo("gexf");
    assertThat(root.getAttribute("version")).isEqualTo("1.3");
    assertThat(all(root, "description").getFirst().getTextContent())
        .isEqualTo("Times are seconds since 2026-11-22T08:00:00Z");
    assertThat(
            List.of(
                graph.getAttribute("mode"),
                graph.getAttribute("defaultedgetype"),
                graph.getAttribute("timeformat"),
                graph.getAttribute("timerepresentation"),
                graph.getAttribute("start"),
                graph.getAttribute("end")))
        .containsExactly("dynamic", "directed", "double", "interval", "0.0", "1.0");
    assertThat(elements(graph.getElementsByTagName("*")).stream().map(Element::getTagName))
        .containsOnly(
            "attributes",
            "attribute",
            "nodes",
            "node",
            "attvalues",
            "attvalue",
            "spells",
            "spell",
            "edges",
            "edge");
  }

  @Test
  void everyAttributeThatIsUsedIsDeclaredAndEveryEndOfALinkIsANode() throws Exception {
    Element root = document(SampleSession.random(20, 500, 3), RUMOR.id()).getDocumentElement();
    List<String> declared =
        all(root, "attribute").stream().map(it -> it.getAttribute("id")).toList();
    List<String> nodes = all(root, "node").stream().map(it -> it.getAttribute("id")).toList();

    assertThat(nodes).hasSize(21).doesNotHaveDuplicates();
    assertThat(all(root, "attvalue"))
        .isNotEmpty()
        .allMatch(it -> declared.contains(it.getAttribute("for")));
    assertThat(all(root, "edge"))
        .isNotEmpty()
        .allMatch(it -> nodes.contains(it.getAttribute("source")))
        .allMatch(it -> nodes.contains(it.getAttribute("target")));
  }

  @Test
  void aPeerThatComesAndGoesHasASpellForEachStay() throws Exception {
    Document document = document(withAPause(), null);

    assertThat(spells(document, "node"))
        .containsExactly(
            "127.0.0.1:8081 0.0..10.0",
            "127.0.0.1:8082 0.0..10.0",
            "127.0.0.1:8083 0.0..2.0 5.0..10.0");
    assertThat(spells(document, "edge"))
        .containsExactly(
            "127.0.0.1:8081>127.0.0.1:8082 0.0..10.0",
            "127.0.0.1:8082>127.0.0.1:8081 0.0..10.0",
            "127.0.0.1:8082>127.0.0.1:8083 0.0..2.0 5.0..10.0",
            "127.0.0.1:8083>127.0.0.1:8082 0.0..2.0 5.0..10.0");
  }

  @Test
  void aRumourIsHeardAtItsTime() throws Exception {
    Document document = document(SampleSession.ofThree(), RUMOR.id());

    assertThat(values(document, BOB.toString()))
        .contains("heard=true 0.103..1.0", "heard_after=0.003 0.103..1.0", "hops=1 0.103..1.0");
    assertThat(values(document, EVE.toString()))
        .contains("heard=true 0.402..1.0", "heard_after=0.302 0.402..1.0", "hops=2 0.402..1.0");
  }

  @Test
  void declaresItsAttributesInOneBlockForAClassAndTimesEachValue() throws Exception {
    Element root = document(SampleSession.random(20, 500, 3), RUMOR.id()).getDocumentElement();

    assertThat(all(root, "attributes"))
        .extracting(it -> it.getAttribute("class") + " " + it.getAttribute("mode"))
        .containsExactly("node dynamic");
    // NetworkX reads no value of a dynamic attribute without both.
    assertThat(all(root, "attvalue"))
        .isNotEmpty()
        .allMatch(it -> !it.getAttribute("start").isEmpty() && !it.getAttribute("end").isEmpty());
  }

  @Test
  void heardAfterMeansTheSameAsInGraphMl() throws Exception {
    Recorded recorded = SampleSession.ofThree();
    Document gexf = document(recorded, RUMOR.id());
    NetworkLives lives = NetworkLives.of(recorded, ANN, Progress.UNHEARD);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NetworkPicture end = lives.end().picture(ANN, true);
    NetworkFiles.writeGraphMl(out, end, lives.end().spread(RUMOR.id()));
    String graphMl = out.toString(UTF_8);

    List<String> said =
        all(gexf.getDocumentElement(), "node").stream()
            .filter(it -> end.nodes().containsKey(PeerAddress.parse(it.getAttribute("id"))))
            .flatMap(it -> all(it, "attvalue").stream())
            .filter(it -> it.getAttribute("for").equals("heard_after"))
            .map(it -> it.getAttribute("value"))
            .toList();

    assertThat(said).contains("0.003").allMatch(after -> graphMl.contains(">" + after + "<"));
  }

  @Test
  void aChangeOfRoleDoesNotInterruptASpell() throws Exception {
    Recorded recorded =
        new SampleSession()
            .seen(0, ANN, mutual(BOB))
            .happened(
                ANN,
                new GossipEvent.PeerUnreachable(at(4_000), BOB, 1, at(9_000), SampleSession.NOBODY))
            .happened(ANN, new GossipEvent.PeerRecovered(at(6_000), BOB))
            .happened(ANN, new GossipEvent.PeriodBegan(at(10_000), 1, null, 1))
            .recorded();

    Document document = document(recorded, null);

    assertThat(spells(document, "node"))
        .containsExactly("127.0.0.1:8081 0.0..10.0", "127.0.0.1:8082 0.0..10.0");
    assertThat(values(document, BOB.toString()))
        .containsExactly(
            "role=connected 0.0..4.0", "role=unreachable 4.0..6.0", "role=connected 6.0..10.0");
  }

  @Test
  void earlierNodesAndLinksAreThereFromTheStart() throws Exception {
    Recorded session = withAPause();
    Recorded later =
        new Recorded(session.observations().subList(0, 3), session.observations().subList(3, 5));

    assertThat(spells(document(later, null), "node"))
        .containsExactly(
            "127.0.0.1:8081 0.0..5.0", "127.0.0.1:8082 0.0..5.0", "127.0.0.1:8083 0.0..5.0");
  }

  @Test
  void anEmptySessionIsAPeerAlone() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    GexfFile.write(out, new Recorded(List.of(), List.of()), ANN, null, Progress.UNHEARD);

    assertThat(out.toString(UTF_8)).contains("<node id=\"127.0.0.1:8081\"");
  }

  @Test
  void aNameIsAnAttributeOfItsOwnWhateverItHolds() throws Exception {
    Recorded recorded =
        new SampleSession()
            .seen(0, ANN, mutual(BOB).named(new PeerName("B<b>&\"' 🐝")))
            .happened(ANN, new GossipEvent.PeriodBegan(at(1_000), 1, null, 1))
            .recorded();
    Document document = document(recorded, null);

    assertThat(values(document, BOB.toString())).contains("name=B<b>&\"' 🐝 0.0..1.0");
    assertThat(values(document, ANN.toString())).noneMatch(value -> value.startsWith("name="));
  }
}

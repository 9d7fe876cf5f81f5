package p2pgossip.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import p2pgossip.heatmap.HeatMap;

class HeatMapPictureTest {

  private static HeatMap map(boolean share, List<List<Double>> cells) {
    return new HeatMap(
        "Less < more & \u001b[31m",
        "loss",
        List.of("0", "0.5", "0.8"),
        "fanout",
        List.of("1", "2"),
        "reached",
        share,
        cells);
  }

  private static List<Element> elements(String svg, String name) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    Document document =
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    NodeList found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength())
        .mapToObj(place -> (Element) found.item(place))
        .toList();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  @Test
  void eachPairHasItsFigureInACellOfItsColourAndTheLowestRowIsTheFirst() throws Exception {
    String svg =
        HeatMapPicture.of(
            map(true, List.of(List.of(1.0, 0.5, Double.NaN), List.of(0.99999, 0.0001, 0.0))));

    List<Element> figures =
        elements(svg, "text").stream().filter(it -> it.hasAttribute("fill")).toList();
    assertThat(figures)
        .extracting(Element::getTextContent)
        .containsExactly("100", "50.0", "–", ">99.9", "<0.1", "0");
    assertThat(number(figures.getFirst(), "y")).isGreaterThan(number(figures.getLast(), "y"));
    assertThat(elements(svg, "rect"))
        .filteredOn(it -> it.getAttribute("class").equals("cell"))
        .extracting(it -> it.getAttribute("fill"))
        .containsExactly("#fde725", "#21918c", "#d0d7de", "#fde725", "#440154", "#440154");
    assertThat(elements(svg, "title").getFirst().getTextContent())
        .startsWith("Less < more & ")
        .doesNotContain("\u001b");
    assertThat(elements(svg, "desc").getFirst().getTextContent())
        .startsWith("fanout 1: 100 at loss 0, 50.0 at loss 0.5, – at loss 0.8. fanout 2: ");
  }

  @Test
  void whatIsNoShareHasAScaleFromItsLeastToItsGreatest() throws Exception {
    String svg =
        HeatMapPicture.of(map(false, List.of(List.of(2.0, 1234.5, 1e-7), List.of(5.0, 5.0, 5.0))));

    List<String> figures =
        elements(svg, "text").stream()
            .filter(it -> it.hasAttribute("fill"))
            .map(Element::getTextContent)
            .toList();
    assertThat(figures).containsExactly("2", "1230", "0.0000001", "5", "5", "5");
    assertThat(elements(svg, "rect"))
        .filteredOn(it -> it.getAttribute("class").equals("cell"))
        .extracting(it -> it.getAttribute("fill"))
        .startsWith("#440255", "#fde725", "#440154")
        .doesNotContain("#d0d7de");
  }

  @Test
  void aHeatMapWithoutAnyValueIsDrawnToo() throws Exception {
    List<Double> none = List.of(Double.NaN, Double.NaN, Double.NaN);

    assertThat(elements(HeatMapPicture.of(map(false, List.of(none, none))), "text"))
        .filteredOn(it -> it.hasAttribute("fill"))
        .extracting(Element::getTextContent)
        .containsOnly("–");
    assertThatThrownBy(() -> map(true, List.of(none))).isInstanceOf(IllegalArgumentException.class);
  }
}

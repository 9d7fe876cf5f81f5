package p2pgossip.ui.draw;

import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// An SVG document as a parser of XML reads it. Paths are of XPath, in which names have no prefix.
public record Svg(Document document) {

  public static Svg of(@Nullable Sketch sketch) {
    return parse(SvgDrawing.document(Objects.requireNonNull(sketch)));
  }

  /// @throws IllegalArgumentException when it is no well-formed XML
  public static Svg parse(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new Svg(factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))));
    } catch (Exception e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  public int count(String path) {
    return found(path).getLength();
  }

  /// The texts of what is found.
  public List<String> texts(String path) {
    NodeList found = found(path);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }

  private NodeList found(String path) {
    try {
      return (NodeList)
          XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}

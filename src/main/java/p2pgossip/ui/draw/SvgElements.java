package p2pgossip.ui.draw;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import javafx.scene.paint.Color;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes the elements of an SVG document in memory, where writing never fails. One thread at a
/// time.
final class SvgElements {

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  SvgElements() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("svg");
      xml.writeDefaultNamespace(NAMESPACE);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  private static IllegalStateException unexpected(XMLStreamException e) {
    return new IllegalStateException("a document in memory can't be written", e);
  }

  /// Ends the document.
  String end() {
    try {
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
    return text.toString();
  }

  /// Begins an element; attributes come next.
  void start(String name) {
    try {
      xml.writeStartElement(name);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  /// Begins an element that has attributes only.
  void empty(String name) {
    try {
      xml.writeEmptyElement(name);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  void endElement() {
    try {
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  void attribute(String name, String value) {
    try {
      xml.writeAttribute(name, value);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  void attribute(String name, double value) {
    attribute(name, number(value));
  }

  /// @param opacity of the attribute that says how opaque the colour is
  void color(String name, String opacity, Color color) {
    attribute(
        name,
        String.format(
            Locale.ROOT,
            "#%02x%02x%02x",
            Math.round(color.getRed() * 255),
            Math.round(color.getGreen() * 255),
            Math.round(color.getBlue() * 255)));
    if (color.getOpacity() < 1) {
      attribute(opacity, color.getOpacity());
    }
  }

  void characters(String words) {
    try {
      xml.writeCharacters(legal(words));
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  /// An element that has text only.
  void element(String name, String words) {
    start(name);
    characters(words);
    endElement();
  }

  static String point(double x, double y) {
    return number(x) + "," + number(y);
  }

  /// To a hundredth of a pixel.
  static String number(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  /// What XML has no place for (W3C, "Extensible Markup Language (XML) 1.0", 2.2) is replaced.
  private static String legal(String words) {
    StringBuilder legal = new StringBuilder(words.length());
    words.codePoints().map(it -> isLegal(it) ? it : 0xfffd).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private static boolean isLegal(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character < Character.MIN_SURROGATE)
        || (character > Character.MAX_SURROGATE && character < 0xfffe)
        || character >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
  }
}

package p2pgossip.file;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes the elements of an SVG document (W3C, "Scalable Vector Graphics (SVG) 1.1") in memory,
/// where writing never fails. One thread at a time.
public final class SvgElements {

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  /// Begins the document with its first element, `svg`; its attributes come next.
  public SvgElements() {
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
  public String end() {
    try {
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
    return text.toString();
  }

  /// Begins an element; attributes come next.
  public void start(String name) {
    try {
      xml.writeStartElement(name);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  /// Begins an element that has attributes only.
  public void empty(String name) {
    try {
      xml.writeEmptyElement(name);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  public void endElement() {
    try {
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  public void attribute(String name, String value) {
    try {
      xml.writeAttribute(name, value);
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  public void attribute(String name, double value) {
    attribute(name, number(value));
  }

  /// @param namesAndValues in turn
  public void attributes(String... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      attribute(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  public void characters(String words) {
    try {
      xml.writeCharacters(legal(words));
    } catch (XMLStreamException e) {
      throw unexpected(e);
    }
  }

  /// An element that has text only.
  public void element(String name, String words) {
    start(name);
    characters(words);
    endElement();
  }

  /// As in `x,y`.
  public static String point(double x, double y) {
    return number(x) + "," + number(y);
  }

  /// To a hundredth of a pixel.
  public static String number(double value) {
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

package p2pgossip.export;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import p2pgossip.gossip.ShownText;
import p2pgossip.scenario.ComparedScale;
import p2pgossip.scenario.ScaleComparison;
import p2pgossip.scenario.ScaleSample;
import p2pgossip.scenario.ScaleSample.Coverage;

/// Draws [ScaleComparison]s as an SVG document (W3C, "Scalable Vector Graphics (SVG) 1.1"): a chart
/// for each, with coverage against time in periods. Real sockets and virtual time are lines with
/// the band of nine runs in ten; what is in step is a mark at each round.
public final class ScalesPicture {

  private static final int COLUMNS = 3;
  private static final double WIDTH = 400;
  private static final double HEIGHT = 300;
  private static final double LEFT = 58;
  private static final double RIGHT = 16;
  private static final double TOP = 40;
  private static final double BOTTOM = 46;
  private static final double LEGEND = 44;
  private static final double MARK = 4;
  private static final String INK = "#24292f";
  private static final String FAINT = "#d0d7de";
  private static final String FONTS = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

  private final XMLStreamWriter svg;

  private ScalesPicture(XMLStreamWriter svg) {
    this.svg = svg;
  }

  /// The document, to be written in UTF-8.
  public static String of(List<ScaleComparison> comparisons) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      new ScalesPicture(writer).draw(comparisons);
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text can be written into memory", e);
    }
    return text.toString();
  }

  private void draw(List<ScaleComparison> comparisons) throws XMLStreamException {
    int columns = Math.clamp(comparisons.size(), 1, COLUMNS);
    double width = columns * WIDTH;
    int rows = Math.ceilDiv(comparisons.size(), columns);
    double height = LEGEND + rows * HEIGHT;
    svg.writeStartDocument();
    start("svg");
    svg.writeDefaultNamespace("http://www.w3.org/2000/svg");
    attributes("width", number(width), "height", number(height));
    attributes("viewBox", "0 0 " + number(width) + " " + number(height), "role", "img");
    attributes("font-family", FONTS, "font-size", "14", "fill", INK);
    element("title", "The same spreads at several scales");
    element("desc", words(comparisons));
    empty("rect", "width", number(width), "height", number(height), "fill", "#ffffff");
    legend(comparisons);
    for (int chart = 0; chart < comparisons.size(); chart++) {
      start("g");
      int row = chart / columns;
      double x = (chart - row * columns) * WIDTH;
      double y = LEGEND + row * HEIGHT;
      attributes("transform", "translate(" + number(x) + " " + number(y) + ")");
      chart(comparisons.get(chart));
      svg.writeEndElement();
    }
    svg.writeEndElement();
    svg.writeEndDocument();
  }

  private static String words(List<ScaleComparison> comparisons) {
    return comparisons.stream()
        .map(
            it ->
                ShownText.of(it.run())
                    + ": "
                    + (it.agrees() ? "the scales agree" : "some figures differ"))
        .collect(Collectors.joining("; "));
  }

  private void legend(List<ScaleComparison> comparisons) throws XMLStreamException {
    List<ScaleSample> first =
        Stream.of(ComparedScale.values())
            .map(
                scale ->
                    comparisons.stream()
                        .map(it -> it.sample(scale))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null))
            .filter(Objects::nonNull)
            .toList();
    double x = LEFT;
    for (ScaleSample sample : first) {
      String words = sample.scale().words() + ", " + sample.runs() + " runs";
      double y = LEGEND / 2;
      if (sample.scale().inStep()) {
        mark(sample.scale(), x + 14, y);
      } else {
        line(sample.scale(), number(x) + "," + number(y) + " " + number(x + 28) + "," + number(y));
      }
      text(x + 36, y + 5, "start", words);
      x += 60 + 7.4 * words.length();
    }
  }

  private void chart(ScaleComparison comparison) throws XMLStreamException {
    double last = 1;
    for (ScaleSample sample : comparison.samples()) {
      last = Math.max(last, sample.curve().getLast().time());
    }
    start("text");
    attributes("x", number(LEFT), "y", "24", "font-weight", "bold");
    svg.writeCharacters(title(comparison));
    svg.writeEndElement();
    double step = Math.max(1, Math.ceil(last / 8));
    for (double time = 0; time <= last; time += step) {
      text(x(time, last), HEIGHT - BOTTOM + 18, "middle", number(time));
    }
    for (int percent = 0; percent <= 100; percent += 25) {
      double y = y(percent / 100.0);
      empty(
          "line",
          "x1",
          number(LEFT),
          "x2",
          number(WIDTH - RIGHT),
          "y1",
          number(y),
          "y2",
          number(y),
          "stroke",
          FAINT);
      text(LEFT - 8, y + 5, "end", percent + " %");
    }
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "middle", "periods since it was told");
    for (ScaleSample sample : comparison.samples()) {
      if (sample.scale().inStep()) {
        marks(sample, last);
      } else {
        band(sample, last);
        line(sample.scale(), points(sample.curve(), last));
      }
    }
  }

  private static String title(ScaleComparison comparison) {
    String run = ShownText.of(comparison.run());
    return comparison.rumor() == 1 ? run : run + ", rumour " + comparison.rumor();
  }

  private void marks(ScaleSample sample, double last) throws XMLStreamException {
    for (Coverage point : sample.curve()) {
      if (point.time() <= last) {
        mark(sample.scale(), x(point.time(), last), y(point.mean()));
      }
    }
  }

  private void band(ScaleSample sample, double last) throws XMLStreamException {
    StringBuilder points = new StringBuilder();
    for (Coverage point : sample.curve()) {
      points.append(at(point.time(), point.high(), last)).append(' ');
    }
    for (Coverage point : sample.curve().reversed()) {
      points.append(at(point.time(), point.low(), last)).append(' ');
    }
    empty(
        "polygon",
        "points",
        points.toString().strip(),
        "fill",
        color(sample.scale()),
        "fill-opacity",
        "0.12");
  }

  private static String points(List<Coverage> curve, double last) {
    return curve.stream()
        .map(point -> at(point.time(), point.mean(), last))
        .collect(Collectors.joining(" "));
  }

  private static String at(double time, double share, double last) {
    return number(x(Math.min(time, last), last)) + "," + number(y(share));
  }

  private static double x(double time, double last) {
    return LEFT + (WIDTH - LEFT - RIGHT) * time / last;
  }

  private static double y(double share) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share;
  }

  private void line(ComparedScale scale, String points) throws XMLStreamException {
    empty("polyline", "points", points, "fill", "none", "stroke", color(scale));
    attributes("stroke-width", "2.5");
    if (scale == ComparedScale.VIRTUAL) {
      attributes("stroke-dasharray", "7 5");
    }
  }

  /// A cross in a circle where both agree.
  private void mark(ComparedScale scale, double x, double y) throws XMLStreamException {
    if (scale == ComparedScale.IN_STEP) {
      empty("circle", "cx", number(x), "cy", number(y), "r", number(MARK + 1.5), "fill", "none");
    } else {
      String cross =
          "M %s %s L %s %s M %s %s L %s %s"
              .formatted(
                  number(x - MARK),
                  number(y - MARK),
                  number(x + MARK),
                  number(y + MARK),
                  number(x - MARK),
                  number(y + MARK),
                  number(x + MARK),
                  number(y - MARK));
      empty("path", "d", cross, "fill", "none");
    }
    attributes("stroke", color(scale), "stroke-width", "1.8");
  }

  /// Four that colour-blind people can tell apart (Okabe, Ito 2008).
  private static String color(ComparedScale scale) {
    return switch (scale) {
      case REAL -> "#0072b2";
      case VIRTUAL -> "#d55e00";
      case IN_STEP -> "#009e73";
      case ARRAYS -> "#555555";
    };
  }

  private void text(double x, double y, String anchor, String words) throws XMLStreamException {
    start("text");
    attributes("x", number(x), "y", number(y), "text-anchor", anchor);
    svg.writeCharacters(words);
    svg.writeEndElement();
  }

  private void element(String name, String words) throws XMLStreamException {
    start(name);
    svg.writeCharacters(words);
    svg.writeEndElement();
  }

  private void start(String name) throws XMLStreamException {
    svg.writeStartElement(name);
  }

  /// @param namesAndValues in turn
  private void empty(String name, String... namesAndValues) throws XMLStreamException {
    svg.writeEmptyElement(name);
    attributes(namesAndValues);
  }

  private void attributes(String... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      svg.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}

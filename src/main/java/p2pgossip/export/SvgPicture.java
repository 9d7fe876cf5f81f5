package p2pgossip.export;

import p2pgossip.file.SvgElements;

/// How the SVG pictures of results begin and how they are written on.
final class SvgPicture {

  static final String INK = "#24292f";
  static final String FAINT = "#d0d7de";

  private static final String WHITE = "#ffffff";
  private static final String FONTS = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

  private SvgPicture() {}

  /// Begins a picture on white.
  ///
  /// @param title what it is
  /// @param words what it shows, for who can't see it
  static SvgElements begin(double width, double height, String title, String words) {
    SvgElements svg = new SvgElements();
    String wide = SvgElements.number(width);
    String high = SvgElements.number(height);
    svg.attributes("width", wide, "height", high);
    svg.attributes("viewBox", "0 0 " + wide + " " + high, "role", "img");
    svg.attributes("font-family", FONTS, "font-size", "14", "fill", INK);
    svg.element("title", title);
    svg.element("desc", words);
    svg.empty("rect");
    svg.attributes("width", wide, "height", high, "fill", WHITE);
    return svg;
  }

  /// @param anchor which part of the words is at the point: `start`, `middle` or `end`
  /// @param namesAndValues of further attributes in turn
  static void text(
      SvgElements svg, double x, double y, String anchor, String words, String... namesAndValues) {
    svg.start("text");
    svg.attribute("x", x);
    svg.attribute("y", y);
    svg.attribute("text-anchor", anchor);
    svg.attributes(namesAndValues);
    svg.characters(words);
    svg.endElement();
  }
}

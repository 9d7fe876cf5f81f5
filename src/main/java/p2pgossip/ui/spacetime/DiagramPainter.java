package p2pgossip.ui.spacetime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import p2pgossip.network.Arrival;
import p2pgossip.network.CopyTrip.Fate;
import p2pgossip.ui.chart.LineRaster;
import p2pgossip.ui.chart.Ticks;
import p2pgossip.ui.chart.TimeAxis;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.theme.RolePalette;

/// Draws the diagram. The copies that were news are few and drawn in full. The others become
/// hairlines when there are many of them.
final class DiagramPainter {

  static final double FONT_SIZE = 12.5;

  /// The number of repeats and losses in view above which they are drawn as plain hairlines.
  static final int THICKET = 300;

  private static final Font FONT = Font.font(FONT_SIZE);
  private static final double LABEL_HEIGHT = 15;
  private static final double HEAD = 8;
  private static final double CROSS = 4;
  private static final double COPY = 3;

  private final Drawing graphics;
  private final LineRaster hairlines = new LineRaster();
  private RolePalette palette = RolePalette.LIGHT;
  private boolean live = true;

  DiagramPainter(Drawing graphics) {
    this.graphics = graphics;
  }

  void setPalette(RolePalette palette) {
    this.palette = palette;
  }

  /// Whether the moment that is shown is the present.
  void setLive(boolean live) {
    this.live = live;
  }

  void clear(double width, double height) {
    graphics.setFill(palette.background());
    graphics.fillRect(0, 0, width, height);
  }

  void draw(Diagram diagram, Geometry geometry, double width, double height) {
    clear(width, height);
    graphics.setFont(FONT);
    graphics.setLineDashes();
    drawTimes(geometry);
    graphics.clipped(
        geometry.left(),
        0,
        geometry.right() - geometry.left(),
        geometry.bottom() + 1,
        () -> drawCourse(diagram, geometry));
    drawLabels(diagram, geometry);
  }

  private void drawCourse(Diagram diagram, Geometry geometry) {
    drawLanes(diagram, geometry);
    drawStop(diagram, geometry);
    drawArrows(diagram, geometry);
    drawHearings(diagram, geometry);
    drawNow(diagram, geometry);
  }

  private Color faint(double part) {
    return palette.background().interpolate(palette.ink(), part);
  }

  private void drawTimes(Geometry geometry) {
    Span times = geometry.times();
    TimeAxis unit = TimeAxis.of(times.length());
    double room = geometry.right() - geometry.left();
    int parts = (int) Math.clamp(room / 90, 2, 12);
    double step = Ticks.step(times.length() / unit.seconds(), parts) * unit.seconds();
    graphics.setTextAlign(TextAlignment.CENTER);
    graphics.setTextBaseline(VPos.TOP);
    graphics.setLineWidth(1);
    for (double tick : Ticks.between(Math.max(0, times.from()), times.to(), step)) {
      double x = Math.rint(geometry.x(tick)) + 0.5;
      graphics.setStroke(faint(0.12));
      graphics.strokeLine(x, geometry.top(), x, geometry.bottom());
      graphics.setFill(palette.mutedInk());
      String label = unit.label(tick, step);
      graphics.fillText(
          label, Math.min(x, geometry.right() - label.length() * 3.3), geometry.bottom() + 5);
    }
  }

  private void drawLanes(Diagram diagram, Geometry geometry) {
    double thick = geometry.rowHeight() >= 7 ? 2 : 1;
    // Nothing is known after the moment shown.
    double end = Math.min(geometry.right(), geometry.x(diagram.now()));
    for (int lane = 0; lane < diagram.lanes().count(); lane++) {
      double y = geometry.y(lane);
      if (y < geometry.top() - 1 || y > geometry.bottom() + 1) {
        continue;
      }
      double line = thick == 1 ? Math.floor(y) + 0.5 : Math.rint(y);
      graphics.setLineWidth(1);
      graphics.setStroke(faint(0.16));
      graphics.strokeLine(geometry.left(), line, Math.max(geometry.left(), end), line);
      Arrival arrival = diagram.arrival(lane);
      if (arrival != null) {
        double x = Math.max(geometry.left(), geometry.x(diagram.seconds(arrival.at())));
        graphics.setLineWidth(thick);
        graphics.setStroke(palette.background().interpolate(palette.accent(), 0.42));
        if (x < end) {
          graphics.strokeLine(x, line, end, line);
        }
      }
    }
  }

  private void drawArrows(Diagram diagram, Geometry geometry) {
    List<Arrow> strong = new ArrayList<>();
    List<Arrow> pale = new ArrayList<>();
    List<Arrow> lost = new ArrayList<>();
    List<Arrow> underWay = new ArrayList<>();
    for (Arrow arrow : diagram.arrows()) {
      if (geometry.shows(arrow)) {
        switch (arrow.trip().fate()) {
          case NEWS -> strong.add(arrow);
          case DUPLICATE, ARRIVED -> pale.add(arrow);
          case LOST -> lost.add(arrow);
          case UNDER_WAY -> underWay.add(arrow);
        }
      }
    }
    if (pale.size() + lost.size() > THICKET) {
      drawThicket(pale, lost, geometry);
    } else {
      drawPale(pale, geometry);
    }
    drawLost(lost, geometry, pale.size() + lost.size() > THICKET);
    drawUnderWay(underWay, geometry);
    drawStrong(strong, geometry);
  }

  private void drawThicket(List<Arrow> pale, List<Arrow> lost, Geometry geometry) {
    if (graphics.isVector()) {
      graphics.setLineWidth(1);
      graphics.setLineCap(StrokeLineCap.BUTT);
      graphics.setStroke(faint(0.27));
      pale.forEach(arrow -> stroke(arrow, geometry));
      graphics.setStroke(palette.background().interpolate(palette.failure(), 0.75));
      lost.forEach(arrow -> stroke(arrow, geometry));
      return;
    }
    double left = geometry.left();
    double top = geometry.top();
    hairlines.begin(geometry.right() - left, geometry.bottom() - top);
    hairlines.setColor(faint(0.27));
    for (Arrow arrow : pale) {
      hairline(arrow, geometry);
    }
    hairlines.setColor(palette.background().interpolate(palette.failure(), 0.75));
    for (Arrow arrow : lost) {
      hairline(arrow, geometry);
    }
    graphics.drawImage(hairlines.end(), left, top);
  }

  private void hairline(Arrow arrow, Geometry geometry) {
    hairlines.line(
        geometry.x(arrow.start()) - geometry.left(),
        geometry.y(arrow.from()) - geometry.top(),
        geometry.endX(arrow) - geometry.left(),
        geometry.endY(arrow) - geometry.top());
  }

  private void drawPale(List<Arrow> arrows, Geometry geometry) {
    graphics.setLineWidth(1.3);
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.setLineDashes(5, 4);
    graphics.setStroke(faint(0.42));
    graphics.setFill(faint(0.42));
    for (Arrow arrow : arrows) {
      stroke(arrow, geometry);
    }
    graphics.setLineDashes();
    for (Arrow arrow : arrows) {
      head(arrow, geometry, HEAD * 0.8);
    }
  }

  private void drawLost(List<Arrow> arrows, Geometry geometry, boolean thicket) {
    graphics.setStroke(palette.failure());
    graphics.setLineCap(StrokeLineCap.ROUND);
    graphics.setLineWidth(1.5);
    if (!thicket) {
      arrows.forEach(arrow -> stroke(arrow, geometry));
    }
    double arm = thicket ? CROSS * 0.6 : CROSS;
    graphics.setLineWidth(thicket ? 1.5 : 2.2);
    for (Arrow arrow : arrows) {
      double x = geometry.endX(arrow);
      double y = geometry.endY(arrow);
      graphics.strokeLine(x - arm, y - arm, x + arm, y + arm);
      graphics.strokeLine(x - arm, y + arm, x + arm, y - arm);
    }
  }

  /// Ends in a square, as the graph shows a copy in transit: whether it is news is not known yet.
  private void drawUnderWay(List<Arrow> arrows, Geometry geometry) {
    graphics.setStroke(palette.mutedInk());
    graphics.setFill(palette.mutedInk());
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.setLineWidth(1.3);
    for (Arrow arrow : arrows) {
      stroke(arrow, geometry);
      graphics.fillRect(
          geometry.endX(arrow) - COPY, geometry.endY(arrow) - COPY, 2 * COPY, 2 * COPY);
    }
  }

  private void drawStrong(List<Arrow> arrows, Geometry geometry) {
    graphics.setStroke(palette.accent());
    graphics.setFill(palette.accent());
    graphics.setLineCap(StrokeLineCap.BUTT);
    graphics.setLineWidth(geometry.rowHeight() >= 7 ? 2 : 1.4);
    for (Arrow arrow : arrows) {
      stroke(arrow, geometry);
      head(arrow, geometry, geometry.rowHeight() >= 7 ? HEAD : HEAD * 0.7);
    }
  }

  private void stroke(Arrow arrow, Geometry geometry) {
    graphics.strokeLine(
        geometry.x(arrow.start()),
        geometry.y(arrow.from()),
        geometry.endX(arrow),
        geometry.endY(arrow));
  }

  /// Leaves the end free for the dot that marks a first hearing.
  private void head(Arrow arrow, Geometry geometry, double size) {
    double wide = geometry.endX(arrow) - geometry.x(arrow.start());
    double high = geometry.endY(arrow) - geometry.y(arrow.from());
    double length = Math.hypot(wide, high);
    double back = arrow.trip().fate() == Fate.NEWS ? dotRadius(geometry) : 0;
    if (length < size + back + 2) {
      return;
    }
    double alongX = wide / length;
    double alongY = high / length;
    double tipX = geometry.endX(arrow) - alongX * back;
    double tipY = geometry.endY(arrow) - alongY * back;
    double baseX = tipX - alongX * size;
    double baseY = tipY - alongY * size;
    double half = size * 0.42;
    graphics.fillPolygon(
        new double[] {tipX, baseX - alongY * half, baseX + alongY * half},
        new double[] {tipY, baseY + alongX * half, baseY - alongX * half},
        3);
  }

  static double dotRadius(Geometry geometry) {
    return Math.clamp(geometry.rowHeight() * 0.22, 2, 5);
  }

  private void drawHearings(Diagram diagram, Geometry geometry) {
    double radius = dotRadius(geometry);
    graphics.setStroke(palette.background());
    graphics.setLineWidth(1.4);
    for (int lane = 0; lane < diagram.lanes().count(); lane++) {
      Arrival arrival = diagram.arrival(lane);
      if (arrival != null) {
        double x = geometry.x(diagram.seconds(arrival.at()));
        double y = geometry.y(lane);
        boolean origin = arrival.peer().equals(diagram.spread().rumor().origin());
        double size = origin ? radius + 2 : radius;
        graphics.setFill(palette.accent());
        graphics.fillOval(x - size, y - size, 2 * size, 2 * size);
        if (radius > 2.5) {
          graphics.strokeOval(x - size, y - size, 2 * size, 2 * size);
        }
        if (origin) {
          graphics.setFill(palette.background());
          graphics.fillOval(x - size / 2.4, y - size / 2.4, size / 1.2, size / 1.2);
        }
      }
    }
  }

  private void drawNow(Diagram diagram, Geometry geometry) {
    drawMoment(diagram.now(), live ? "now" : "shown", geometry);
  }

  /// Marks the last event of a rumour that not all peers have heard.
  private void drawStop(Diagram diagram, Geometry geometry) {
    if (diagram.isStuck()) {
      drawMoment(diagram.last(), "stuck", geometry);
    }
  }

  private void drawMoment(double moment, String words, Geometry geometry) {
    if (geometry.times().contains(moment)) {
      double x = Math.rint(geometry.x(moment)) + 0.5;
      graphics.setStroke(palette.mutedInk());
      graphics.setLineWidth(1);
      graphics.setLineDashes(2, 3);
      graphics.strokeLine(x, geometry.top(), x, geometry.bottom());
      graphics.setLineDashes();
      graphics.setFill(palette.mutedInk());
      graphics.setTextAlign(TextAlignment.RIGHT);
      graphics.setTextBaseline(VPos.BOTTOM);
      graphics.fillText(words, Math.min(x + 11, geometry.right() - 1), geometry.top() - 1);
    }
  }

  private void drawLabels(Diagram diagram, Geometry geometry) {
    int every = (int) Math.max(1, Math.ceil(LABEL_HEIGHT / geometry.rowHeight()));
    graphics.setTextAlign(TextAlignment.RIGHT);
    graphics.setTextBaseline(VPos.CENTER);
    int marked = diagram.lanes().of(diagram.marked());
    for (int lane = 0; lane < diagram.lanes().count(); lane++) {
      double y = geometry.y(lane);
      boolean inView = y >= geometry.top() && y <= geometry.bottom();
      // The marked line always has its label; there may be no room for its neighbour's.
      boolean clear = marked < 0 || Math.abs(lane - marked) >= every;
      if (inView && (lane == marked || (lane % every == 0 && clear))) {
        boolean heard = diagram.arrival(lane) != null;
        graphics.setFill(
            lane == marked
                ? palette.accent()
                : Objects.requireNonNull(heard ? palette.ink() : palette.mutedInk()));
        graphics.fillText(diagram.lanes().label(lane), geometry.left() - 8, y);
      }
    }
  }
}

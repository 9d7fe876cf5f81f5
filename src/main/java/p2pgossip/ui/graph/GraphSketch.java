package p2pgossip.ui.graph;

import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Spread;
import p2pgossip.ui.draw.Box;
import p2pgossip.ui.draw.Drawing;
import p2pgossip.ui.draw.Sketch;
import p2pgossip.ui.draw.TextWidths;
import p2pgossip.ui.graph.live.LiveGraph;
import p2pgossip.ui.hearing.HearingScale;
import p2pgossip.ui.theme.RolePalette;

/// The graph as it stands alone, with the scale of its colours where it has one.
final class GraphSketch {

  private static final double MARGIN = 12;
  private static final double KEY_WIDTH = 176;
  private static final double KEY_HEIGHT = 52;
  private static final double LINE_HEIGHT = 18;
  private static final double RAMP_HEIGHT = 12;
  private static final Font FONT = Font.font(12.5);

  private GraphSketch() {}

  static Sketch of(LiveGraph graph) {
    double width = graph.getWidth();
    double height = graph.getHeight();
    HearingScale scale = graph.spread().scale();
    boolean sized = graph.spread().isSized();
    double keyHeight = KEY_HEIGHT + (sized ? LINE_HEIGHT : 0);
    double top = height - MARGIN - keyHeight;
    return new Sketch(
        "Network",
        words(graph.network().picture(), graph.spread().spread()),
        width,
        height,
        drawing -> {
          drawing.setFill(RolePalette.LIGHT.background());
          drawing.fillRect(0, 0, width, height);
          if (scale == null) {
            graph.drawAlone(drawing, List.of());
          } else {
            graph.drawAlone(
                drawing, List.of(new Box(MARGIN, top, keyWidth(scale, sized), keyHeight)));
            drawKey(drawing, scale, sized, top);
          }
        });
  }

  private static String words(NetworkPicture picture, @Nullable Spread it) {
    String network =
        String.format(
            Locale.UK, "%,d peers, %,d links", picture.nodes().size(), picture.links().size());
    return it == null
        ? network + "."
        : String.format(
            Locale.UK, "%s; %,d peers have heard the rumour.", network, it.arrivals().size());
  }

  /// How far the colours and the words of the scale reach.
  private static double keyWidth(HearingScale scale, boolean sized) {
    TextWidths widths = new TextWidths(FONT);
    double words = widths.of(scale.coloring().meaning());
    return Math.max(KEY_WIDTH, sized ? Math.max(words, widths.of(GraphWords.SIZED)) : words);
  }

  private static void drawKey(Drawing drawing, HearingScale scale, boolean sized, double top) {
    RolePalette palette = RolePalette.LIGHT;
    drawing.setFont(FONT);
    drawing.setTextBaseline(VPos.TOP);
    drawing.setTextAlign(TextAlignment.LEFT);
    drawing.setFill(palette.ink());
    drawing.fillText(scale.coloring().meaning(), MARGIN, top);
    double ramp = top + 20;
    palette.ramp().draw(drawing, MARGIN, ramp, KEY_WIDTH, RAMP_HEIGHT);
    drawing.setFill(palette.mutedInk());
    drawing.fillText(scale.low(), MARGIN, ramp + RAMP_HEIGHT + 3);
    drawing.setTextAlign(TextAlignment.RIGHT);
    drawing.fillText(scale.high(), MARGIN + KEY_WIDTH, ramp + RAMP_HEIGHT + 3);
    drawing.setTextAlign(TextAlignment.LEFT);
    if (sized) {
      drawing.setFill(palette.ink());
      drawing.fillText(GraphWords.SIZED, MARGIN, top + KEY_HEIGHT);
    }
  }
}

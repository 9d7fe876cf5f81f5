package p2pgossip.ui.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import p2pgossip.testing.OnScreen;

@ExtendWith(OnScreen.class)
class SvgDrawingTest {

  private static Svg draw(Consumer<Drawing> painting) {
    return Svg.of(new Sketch("A picture", "All of it.", 200, 100.5, painting));
  }

  @Test
  void saysWhatItShowsAndHowLargeItIs() {
    Svg svg = draw(_ -> {});

    assertThat(svg.texts("/svg/title")).containsExactly("A picture");
    assertThat(svg.texts("/svg/desc")).containsExactly("All of it.");
    assertThat(svg.texts("/svg/@viewBox")).containsExactly("0 0 200 100.5");
    assertThat(svg.texts("/svg/@font-family"))
        .singleElement()
        .satisfies(fonts -> assertThat(fonts).endsWith(", sans-serif"));
    assertThat(svg.document().getDocumentElement().getAttribute("xmlns"))
        .isEqualTo("http://www.w3.org/2000/svg");
  }

  @Test
  void writesEachShapeAsAnElement() {
    Svg svg =
        draw(
            drawing -> {
              drawing.setFill(Color.web("#3050a0", 0.25));
              drawing.fillRect(1, 2, 3, 4);
              drawing.fillOval(0, 0, 10, 20);
              drawing.fillRoundRect(0, 0, 10, 10, 6, 4);
              drawing.setStroke(Color.web("#c93c00"));
              drawing.setLineDashes(5, 4.5);
              drawing.setLineCap(StrokeLineCap.BUTT);
              drawing.strokeLine(0, 0, 1 / 3.0, 1);
              drawing.strokePolyline(new double[] {0, 1, 9}, new double[] {2, 3, 9}, 2);
            });

    assertThat(svg.texts("//rect[1]/@*[name()='x' or name()='height']")).contains("1", "4");
    assertThat(svg.texts("//ellipse/@rx")).containsExactly("5");
    assertThat(svg.texts("//rect[2]/@ry")).containsExactly("2");
    assertThat(svg.texts("//@fill-opacity")).containsExactly("0.25", "0.25", "0.25");
    assertThat(svg.texts("//ellipse/@fill")).containsExactly("#3050a0");
    assertThat(svg.texts("//line/@x2")).containsExactly("0.33");
    assertThat(svg.texts("//line/@stroke")).containsExactly("#c93c00");
    assertThat(svg.texts("//line/@stroke-dasharray")).containsExactly("5 4.5");
    assertThat(svg.texts("//line/@stroke-linecap")).containsExactly("butt");
    assertThat(svg.texts("//polyline/@points")).containsExactly("0,2 1,3");
    assertThat(svg.texts("//polyline/@fill")).containsExactly("none");
  }

  @Test
  void writesEachPieceOfAPathAsAnElement() {
    Svg svg =
        draw(
            drawing -> {
              drawing.beginPath();
              drawing.moveTo(0, 0);
              drawing.lineTo(5, 5);
              drawing.moveTo(10, 0);
              drawing.lineTo(15, 5);
              drawing.closePath();
              drawing.stroke();
            });

    assertThat(svg.texts("//path/@d")).containsExactly("M 0,0 L 5,5", "M 10,0 L 15,5 Z");
  }

  @Test
  void drawsHalfACircleTheWayACanvasDoes() {
    Svg svg = draw(drawing -> drawing.strokeArc(0, 0, 20, 20, 0, 180));

    // From the right over the top to the left.
    assertThat(svg.texts("//path/@d")).containsExactly("M 20,10 A 10 10 0 0 0 0,10");
  }

  @Test
  void escapesTextAndReplacesWhatXmlHasNoPlaceFor() {
    String wild = "a<b> & \"c\" ]]> \u0000 \u001b \ud800 \uffff 😀 \u202e";

    Svg svg = draw(drawing -> drawing.named("peer", wild, () -> drawing.fillText(wild, 0, 0)));

    String expected = "a<b> & \"c\" ]]> \ufffd \ufffd \ufffd \ufffd 😀 \u202e";
    assertThat(svg.texts("//text")).containsExactly(expected);
    assertThat(svg.texts("//g[@class='peer']/title")).containsExactly(expected);
  }

  @Test
  void placesTextByItsFontAlignmentAndBaseline() {
    Svg svg =
        draw(
            drawing -> {
              drawing.setFont(Font.font("System", FontWeight.BOLD, 13));
              drawing.setTextAlign(TextAlignment.RIGHT);
              drawing.setTextBaseline(VPos.TOP);
              drawing.fillText("Hg", 50, 20);
              drawing.setTextBaseline(VPos.CENTER);
              drawing.fillText("Hg", 50, 20);
              drawing.setTextBaseline(VPos.BOTTOM);
              drawing.fillText("Hg", 50, 20);
            });

    assertThat(svg.texts("//text[1]/@text-anchor")).containsExactly("end");
    assertThat(svg.texts("//text[1]/@font-weight")).containsExactly("bold");
    assertThat(svg.texts("//text/@y").stream().map(Double::valueOf).toList())
        .satisfies(
            ys -> {
              assertThat(ys.get(0)).isBetween(28.0, 36.0);
              assertThat(ys.get(1)).isBetween(21.0, 27.0);
              assertThat(ys.get(2)).isBetween(14.0, 20.0);
            });
  }

  @Test
  void clipsAndMovesAGroupAndKeepsItsColoursToItself() {
    Svg svg =
        draw(
            drawing ->
                drawing.clipped(
                    1,
                    2,
                    30,
                    40,
                    () -> {
                      drawing.translated(
                          5,
                          6,
                          () -> {
                            drawing.setFill(Color.RED);
                            drawing.fillRect(0, 0, 1, 1);
                          });
                      drawing.fillOval(0, 0, 1, 1);
                    }));

    assertThat(svg.texts("//clipPath/rect/@width")).containsExactly("30");
    assertThat(svg.texts("/svg/g/@clip-path"))
        .containsExactly("url(#" + svg.texts("//clipPath/@id").getFirst() + ")");
    assertThat(svg.texts("//g/g/@transform")).containsExactly("translate(5 6)");
    assertThat(svg.texts("//g/g/rect/@fill")).containsExactly("#ff0000");
    assertThat(svg.texts("//ellipse/@fill")).containsExactly("#000000");
  }

  @Test
  void takesNoImages() {
    assertThatThrownBy(() -> draw(drawing -> drawing.drawImage(new WritableImage(1, 1), 0, 0)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(new CanvasDrawing(new Canvas()).isVector()).isFalse();
  }
}

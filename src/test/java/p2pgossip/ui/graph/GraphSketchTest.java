package p2pgossip.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Role;
import p2pgossip.network.Spread;
import p2pgossip.testing.Screen;
import p2pgossip.ui.draw.Sketch;
import p2pgossip.ui.draw.Svg;
import p2pgossip.ui.graph.model.SampleNetwork;
import p2pgossip.ui.graph.model.SampleSpreads;
import p2pgossip.ui.hearing.HearingColor;

/// The graph as a drawing of vectors, compared with the picture that it shows.
class GraphSketchTest extends GraphInWindow {

  GraphSketchTest() {
    super(900, 620);
  }

  /// A tree in which each goes both ways, and every third peer knows one more.
  private static NetworkPicture tree(int peers) {
    SampleNetwork network = new SampleNetwork().node(8080, Role.SELF);
    for (int i = 1; i < peers; i++) {
      network.node(8080 + i, i % 5 == 0 ? Role.UNREACHABLE : Role.CONNECTED);
      network.mutual(8080 + i, 8080 + (i - 1) / 2);
    }
    for (int i = 9; i < peers; i += 3) {
      network.oneWay(8080 + i, 8080 + i - 2);
    }
    return network.picture();
  }

  private Svg draw(NetworkPicture picture, @Nullable Spread spread) {
    robot.interact(
        () -> {
          pane.show(picture);
          pane.showSpread(spread);
        });
    graph.rest();
    return Screen.see(() -> Svg.of(pane.sketch()));
  }

  /// What lies between two peers is one line, however many ways it goes.
  private static long lines(NetworkPicture picture) {
    return picture.links().stream()
        .filter(
            link ->
                link.from().compareTo(link.to()) < 0
                    || picture.links().stream()
                        .noneMatch(
                            it -> it.from().equals(link.to()) && it.to().equals(link.from())))
        .count();
  }

  @Test
  void hasEveryPeerAndEveryLinkOfThePicture() {
    for (int peers : new int[] {2, 8, 60}) {
      NetworkPicture picture = tree(peers);

      Svg svg = draw(picture, null);

      assertThat(svg.texts("//g[@class='peer']/title"))
          .hasSize(peers)
          .contains(":8080", ":" + (8079 + peers));
      assertThat(svg.count("//g[@class='links']//path[@fill='none']")).isEqualTo(lines(picture));
      assertThat(svg.texts("/svg/desc"))
          .containsExactly(peers + " peers, " + picture.links().size() + " links.");
    }
  }

  @Test
  void hasTheScaleOfTheColoursAndNoControls() {
    NetworkPicture picture = tree(4);
    Spread spread = new SampleSpreads("r").heard(8081, 8080, 100, 1, 0).spread();

    Svg svg = draw(picture, spread);

    assertThat(svg.texts("//text"))
        .contains(HearingColor.TIME.meaning(), "0 s", "100 ms")
        .doesNotContain("Legend", "When", "Hops", "How often", GraphWords.SIZED);
    assertThat(svg.texts("/svg/desc"))
        .containsExactly("4 peers, 6 links; 2 peers have heard the rumour.");
  }

  @Test
  void saysWhatTheSizesMeanWhereTheyStandForLoad() {
    NetworkPicture picture = tree(4);
    Spread spread = new SampleSpreads("r").heard(8081, 8080, 100, 1, 0).spread();
    robot.interact(() -> pane.sizedProperty().set(true));

    Svg svg = draw(picture, spread);

    assertThat(svg.texts("//text")).containsOnlyOnce(GraphWords.SIZED);
    assertThat(draw(picture, null).texts("//text")).doesNotContain(GraphWords.SIZED);
  }

  @Test
  void standsInLightColoursWithNothingSelected() {
    NetworkPicture picture = tree(4);
    Svg before = draw(picture, null);

    robot.interact(
        () -> {
          pane.setDark(true);
          pane.selectedProperty().set(peer(8081));
        });

    assertThat(draw(picture, null).texts("//@*")).isEqualTo(before.texts("//@*"));
  }

  @Test
  void isNoDrawingWhileThereIsNobody() {
    @Nullable Sketch sketch = Screen.see(pane::sketch);

    assertThat(sketch).isNull();
  }
}

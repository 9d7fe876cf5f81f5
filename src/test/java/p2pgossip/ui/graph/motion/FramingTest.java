package p2pgossip.ui.graph.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.DoubleSummaryStatistics;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import p2pgossip.network.Role;
import p2pgossip.ui.graph.model.NetworkGraph;
import p2pgossip.ui.graph.model.PeerGraph;
import p2pgossip.ui.graph.model.PeerNode;
import p2pgossip.ui.graph.model.SampleNetwork;
import p2pgossip.ui.graph.paint.Projection;

class FramingTest {

  private static final double LABEL = 52;

  private final Viewpoint viewpoint = new Viewpoint();
  private final PeerGraph graph = new PeerGraph();
  private final NetworkGraph network = new NetworkGraph(graph, new Random(1));
  private final Framing framing = new Framing(viewpoint, network.peers());

  /// Shows a square of this many rows, its peers one unit apart.
  private void showSquare(int rows) {
    SampleNetwork square = new SampleNetwork();
    for (int i = 0; i < rows * rows; i++) {
      square.node(8080 + i, i == 0 ? Role.SELF : Role.HEARD_OF);
    }
    network.show(square.picture());
    int i = 0;
    for (PeerNode peer : network.peers()) {
      network.hold(peer.address());
      network.moveHeld(i % rows, i / rows);
      network.release();
      i++;
    }
  }

  /// Where the peers are in a pane of this width, in pixels to the right.
  private DoubleSummaryStatistics across(double width) {
    return network.peers().stream()
        .mapToDouble(peer -> viewpoint.aimedX(peer.x() * viewpoint.aimedStretch(), width))
        .summaryStatistics();
  }

  private DoubleSummaryStatistics down(double height) {
    return network.peers().stream()
        .mapToDouble(peer -> viewpoint.aimedY(peer.y(), height))
        .summaryStatistics();
  }

  @ParameterizedTest
  @CsvSource({"620, 230", "300, 420", "640, 630"})
  void stretchesManyPeersToFillThePane(double width, double height) {
    framing.resize(width, height);
    showSquare(10);
    framing.start();

    assertThat(across(width).getMin()).isCloseTo(LABEL, within(1.0));
    assertThat(across(width).getMax()).isCloseTo(width - LABEL, within(1.0));
    assertThat(down(height).getMin()).isCloseTo(34, within(1.0));
    assertThat(down(height).getMax()).isCloseTo(height - 34, within(1.0));
  }

  @Test
  void stretchesThemOnlyAsFarAsTheirShapeAllows() {
    framing.resize(1_600, 200);
    showSquare(10);
    framing.start();

    double wide = across(1_600).getMax() - across(1_600).getMin();
    double high = down(200).getMax() - down(200).getMin();
    assertThat(wide / high).isCloseTo(3.5, within(0.01));
  }

  @Test
  void doesNotStretchAFewPeers() {
    framing.resize(900, 200);
    showSquare(3);
    framing.start();

    double wide = across(900).getMax() - across(900).getMin();
    double high = down(200).getMax() - down(200).getMin();
    assertThat(wide / high).isCloseTo(1, within(0.01));
  }

  @Test
  void stretchesThemAgainWhenThePaneTakesAnotherShape() {
    framing.resize(620, 230);
    showSquare(10);
    framing.start();
    framing.resize(300, 420);

    assertThat(across(300).getMax()).isCloseTo(300 - LABEL, within(1.0));
    assertThat(down(420).getMax()).isCloseTo(420 - 34, within(1.0));
  }

  @Test
  void convertsPixelsBackToPlaces() {
    Projection projection = new Projection(300, 200, 20, 2.5, 1);

    assertThat(projection.pixelX(4)).isEqualTo(500);
    assertThat(projection.pixelY(4)).isEqualTo(120);
    assertThat(projection.graphX(projection.pixelX(4))).isEqualTo(4);
    assertThat(projection.graphY(projection.pixelY(4))).isEqualTo(4);
  }
}

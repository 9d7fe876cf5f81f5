package p2pgossip.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import p2pgossip.gossip.PeerAddress;
import p2pgossip.network.NetworkNode;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Role;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;
import p2pgossip.ui.graph.model.SampleNetwork;
import p2pgossip.ui.hearing.HearingColor;

@ExtendWith(OnScreen.class)
class GraphLegendTest {

  private static final PeerAddress SELF = PeerAddress.parse("127.0.0.1:1");
  private static final PeerAddress OTHER = PeerAddress.parse("127.0.0.1:2");

  private static List<String> rowsFor(Role other, boolean secure) {
    NetworkPicture picture =
        new NetworkPicture(
            Map.of(SELF, new NetworkNode(SELF, Role.SELF), OTHER, new NetworkNode(OTHER, other)),
            Set.of(),
            Set.of(),
            secure);
    return rowsFor(picture);
  }

  private static List<String> rowsFor(NetworkPicture picture) {
    GraphLegend legend =
        new GraphLegend(
            new SimpleObjectProperty<>(HearingColor.values()[0]), new SimpleBooleanProperty());
    new Hand().interact(() -> legend.show(null, picture, Set.of(), false));
    return texts(legend).toList();
  }

  private static SampleNetwork two() {
    return new SampleNetwork().node(8080, Role.SELF).node(8081, Role.CONNECTED);
  }

  private static Stream<String> texts(Node node) {
    return switch (node) {
      case Labeled label -> Stream.of(label.getText());
      case Parent parent ->
          parent.getChildrenUnmodifiable().stream().flatMap(GraphLegendTest::texts);
      default -> Stream.of();
    };
  }

  @Test
  void explainsRefusedPeersIfThereAreAny() {
    assertThat(rowsFor(Role.REFUSED, false)).contains("Refused");
    assertThat(rowsFor(Role.CONNECTED, false)).doesNotContain("Refused").contains("Unreachable");
  }

  @Test
  void explainsThePadlockIfConnectionsAreEncrypted() {
    assertThat(rowsFor(Role.CONNECTED, true)).contains("Encrypted");
    assertThat(rowsFor(Role.CONNECTED, false)).doesNotContain("Encrypted");
  }

  @Test
  void explainsAnUnsureLinkIfThereIsOne() {
    assertThat(rowsFor(two().unsure(8080, 8081).picture()))
        .containsSubsequence("Know each other", "Knows; back unknown", "Knows, one way");
    assertThat(rowsFor(two().mutual(8080, 8081).picture())).doesNotContain("Knows; back unknown");
  }
}

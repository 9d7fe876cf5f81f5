package p2pgossip.ui.graph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;
import static p2pgossip.ui.graph.model.SampleNetwork.star;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.graphstream.graph.Edge;
import org.graphstream.graph.Element;
import org.graphstream.stream.SinkAdapter;
import org.junit.jupiter.api.Test;
import p2pgossip.gossip.Mutuality;
import p2pgossip.gossip.PeerName;
import p2pgossip.network.Naming;
import p2pgossip.network.NetworkPicture;
import p2pgossip.network.Role;
import p2pgossip.ui.graph.layout.SettlingSpringBox.Place;
import p2pgossip.ui.graph.model.NetworkGraph.Change;

class NetworkGraphTest {

  private final PeerGraph graph = new PeerGraph();
  private final NetworkGraph network = new NetworkGraph(graph, new Random(1));

  private List<String> edges() {
    return graph.edges().map(Element::getId).sorted().toList();
  }

  private PeerNode node(int port) {
    return Objects.requireNonNull(network.peer(peer(port)));
  }

  @Test
  void sharesOneUndirectedEdgeBetweenTwoThatKnowEachOther() {
    network.show(
        new SampleNetwork()
            .node(8080, Role.SELF)
            .node(8081, Role.CONNECTED)
            .node(8082, Role.LEARNED)
            .mutual(8080, 8081)
            .oneWay(8080, 8082)
            .picture());

    assertThat(edges())
        .containsExactly("127.0.0.1:8080 and 127.0.0.1:8081", "127.0.0.1:8080 to 127.0.0.1:8082");
    assertThat(graph.edges().filter(Edge::isDirected).map(Element::getId))
        .containsExactly("127.0.0.1:8080 to 127.0.0.1:8082");
  }

  @Test
  void drawsTheNodesAndEdgesOfTheGraphThemselves() {
    network.show(star(3));

    assertThat(graph.nodes().map(PeerNode.class::cast))
        .containsExactlyInAnyOrderElementsOf(network.peers());
    assertThat(network.links().map(Edge.class::cast))
        .containsExactlyInAnyOrderElementsOf(graph.edges().toList());
  }

  @Test
  void saysWhatAPictureChanges() {
    SampleNetwork sample = new SampleNetwork().node(8080, Role.SELF).node(8081, Role.PENDING);

    assertThat(network.show(sample.picture())).isEqualTo(Change.STRUCTURE);
    assertThat(network.show(sample.picture())).isEqualTo(Change.NOTHING);
    assertThat(network.show(sample.node(8081, Role.UNREACHABLE).picture())).isEqualTo(Change.LOOKS);
    assertThat(node(8081).role()).isEqualTo(Role.UNREACHABLE);
    assertThat(network.show(sample.mutual(8080, 8081).picture())).isEqualTo(Change.STRUCTURE);
  }

  @Test
  void turnsAOneWayLinkIntoAMutualOne() {
    SampleNetwork sample =
        new SampleNetwork().node(8080, Role.SELF).node(8081, Role.LEARNED).oneWay(8080, 8081);
    network.show(sample.picture());
    network.show(sample.oneWay(8081, 8080).picture());

    assertThat(edges()).containsExactly("127.0.0.1:8080 and 127.0.0.1:8081");
  }

  @Test
  void keepsAnUnsureLinkApartFromAOneWayLink() {
    SampleNetwork sample =
        new SampleNetwork().node(8080, Role.SELF).node(8081, Role.CONNECTED).unsure(8080, 8081);
    network.show(sample.picture());

    assertThat(edges()).containsExactly("127.0.0.1:8080 perhaps with 127.0.0.1:8081");
    assertThat(network.links()).extracting(LinkEdge::isUnsure).containsExactly(true);
    assertThat(sample.picture().linkWith(SampleNetwork.peer(8081))).isEqualTo(Mutuality.UNKNOWN);
  }

  @Test
  void addsALargePictureInSeveralSteps() {
    network.show(star(300));
    assertThat(network.isGrowing()).isTrue();
    assertThat(network.peers()).hasSizeLessThan(301);

    finishGrowing();
    assertThat(network.peers()).hasSize(301);
    assertThat(edges()).hasSize(300);
  }

  @Test
  void followsAPictureThatChangesWhileALargeOneIsBeingAdded() {
    network.show(star(300));
    network.show(
        new SampleNetwork()
            .node(8080, Role.SELF)
            .node(8380, Role.UNREACHABLE)
            .mutual(8080, 8380)
            .picture());

    finishGrowing();
    assertThat(network.peers())
        .extracting(PeerNode::address, PeerNode::role)
        .containsExactlyInAnyOrder(
            tuple(peer(8080), Role.SELF), tuple(peer(8380), Role.UNREACHABLE));
    assertThat(edges()).containsExactly("127.0.0.1:8080 and 127.0.0.1:8380");
  }

  private void finishGrowing() {
    for (int frame = 0; network.isGrowing() && frame < 100; frame++) {
      network.grow();
    }
    assertThat(network.isGrowing()).isFalse();
  }

  @Test
  void removesPeersThatHaveLeft() {
    network.show(star(3));
    network.show(star(1));

    assertThat(graph.nodes().map(Element::getId))
        .containsExactlyInAnyOrder("127.0.0.1:8080", "127.0.0.1:8081");
    assertThat(edges()).containsExactly("127.0.0.1:8080 and 127.0.0.1:8081");
    assertThat(network.peers()).hasSize(2);

    network.show(NetworkPicture.EMPTY);

    assertThat(graph.getNodeCount()).isZero();
  }

  @Test
  void leavesPeersInPlaceWhenAnotherJoins() {
    network.show(star(3));
    double x = node(8082).x();
    double y = node(8082).y();

    network.show(star(4));

    assertThat(node(8082).x()).isEqualTo(x);
    assertThat(node(8082).y()).isEqualTo(y);
  }

  @Test
  void putsANewPeerBesideItsNeighbor() {
    network.show(star(3));
    network.show(star(4));

    double off = Math.hypot(node(8084).x() - node(8080).x(), node(8084).y() - node(8080).y());
    assertThat(off).isBetween(0.5, 1.5);
  }

  @Test
  void keepsAPeerWithoutLinksNearByAHiddenEdge() {
    network.show(new SampleNetwork().node(8080, Role.SELF).node(8081, Role.PENDING).picture());

    assertThat(edges()).containsExactly("127.0.0.1:8080 near 127.0.0.1:8081");
    assertThat(network.links()).isEmpty();

    network.show(star(1));

    assertThat(edges()).containsExactly("127.0.0.1:8080 and 127.0.0.1:8081");
  }

  @Test
  void labelsByPortIfAllPeersRunOnOneMachine() {
    network.show(star(1));

    assertThat(node(8081).label()).isEqualTo(":8081");
  }

  @Test
  void glidesTowardsThePlacesOfTheLayout() {
    network.show(star(1));
    Map<String, Place> places =
        Map.of("127.0.0.1:8080", new Place(0, 0), "127.0.0.1:8081", new Place(5, 5));
    double start = node(8081).x();

    assertThat(network.glide(places, 0.05)).isTrue();
    assertThat(node(8081).x()).isGreaterThan(start).isLessThan(5);

    network.glide(places, 60);

    assertThat(network.glide(places, 1)).isFalse();
    assertThat(node(8081).x()).isEqualTo(5);
  }

  @Test
  void leavesAHeldPeerWhereItIsUntilItIsReleased() {
    network.show(star(1));
    network.hold(peer(8081));
    network.moveHeld(3, 4);
    Map<String, Place> places = Map.of("127.0.0.1:8081", new Place(0, 0));

    network.glide(places, 60);

    assertThat(node(8081).x()).isEqualTo(3);
    assertThat(node(8081).y()).isEqualTo(4);

    network.release();
    network.glide(places, 60);

    assertThat(node(8081).x()).isZero();
  }

  @Test
  void tellsTheLayoutWhereAPeerIsPutButNotHowItGlides() {
    network.show(star(1));
    List<Place> told = new ArrayList<>();
    graph.addAttributeSink(
        new SinkAdapter() {
          @Override
          public void nodeAttributeChanged(
              String source, long time, String node, String attribute, Object old, Object now) {
            Object[] place = (Object[]) now;
            told.add(new Place((Double) place[0], (Double) place[1]));
          }
        });
    network.hold(peer(8081));
    network.moveHeld(3, 4);
    network.release();
    network.glide(Map.of("127.0.0.1:8081", new Place(5, 5)), 60);

    assertThat(told).containsExactly(new Place(3, 4));
    assertThat(node(8081).x()).isEqualTo(5);
  }

  @Test
  void aPeerIsLabelledByItsNameWhileNamesAreShown() {
    NetworkPicture unnamed = star(2);
    NetworkPicture named =
        new NetworkPicture(
            unnamed.nodes(),
            unnamed.links(),
            unnamed.unsure(),
            unnamed.secure(),
            new Naming(Map.of(peer(8081), new PeerName("Wolfeschlegelsteinhausen")), true));
    network.show(unnamed);
    assertThat(node(8081).label()).isEqualTo(":8081");

    assertThat(network.show(named)).isEqualTo(Change.LOOKS);
    assertThat(node(8081).label()).isEqualTo("Wolfeschlegelst…");
    assertThat(node(8082).label()).isEqualTo(":8082");

    assertThat(network.show(named.namesShown(false))).isEqualTo(Change.LOOKS);
    assertThat(node(8081).label()).isEqualTo(":8081");
  }
}

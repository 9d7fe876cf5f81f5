package p2pgossip.ui.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static p2pgossip.ui.graph.model.SampleNetwork.star;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import p2pgossip.network.Role;
import p2pgossip.ui.graph.layout.SettlingSpringBox.Place;
import p2pgossip.ui.graph.model.NetworkGraph;
import p2pgossip.ui.graph.model.PeerGraph;
import p2pgossip.ui.graph.model.SampleNetwork;

class LayoutThreadTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final PeerGraph graph = new PeerGraph();
  private final LayoutThread layout = new LayoutThread(graph, new Random(1));
  private final NetworkGraph network = new NetworkGraph(graph, new Random(1));

  @AfterEach
  void close() {
    layout.close();
  }

  private void settle() {
    layout.wake();
    await().atMost(LONG).until(layout::isSettled);
  }

  @Test
  void comesToRestWithThePeersApart() {
    network.show(star(20));
    settle();

    Map<String, Place> places = layout.places();
    assertThat(places).hasSize(21);
    places.forEach(
        (one, place) ->
            places.forEach(
                (other, otherPlace) -> {
                  if (!one.equals(other)) {
                    assertThat(Math.hypot(place.x() - otherPlace.x(), place.y() - otherPlace.y()))
                        .as("%s from %s", one, other)
                        .isGreaterThan(0.4);
                  }
                }));
  }

  @Test
  void stirsAgainWhenAPeerJoins() {
    network.show(star(2));
    settle();
    network.show(star(3));
    settle();

    // Without a change, the old places would still be there.
    assertThat(layout.places()).containsKey("127.0.0.1:8083");
  }

  private static final int RING = 24;

  /// The first peers of a ring, this many, and the links between them.
  private static SampleNetwork ring(int peers) {
    SampleNetwork ring = new SampleNetwork().node(8080, Role.SELF);
    for (int i = 1; i < peers; i++) {
      ring.node(8080 + i, Role.HEARD_OF).mutual(8080 + i - 1, 8080 + i);
    }
    return peers == RING ? ring.mutual(8080, 8080 + RING - 1) : ring;
  }

  private static int crossings(Map<String, Place> places) {
    int[][] neighbors = new int[RING][];
    List<Place> inOrder = new ArrayList<>();
    for (int i = 0; i < RING; i++) {
      neighbors[i] = new int[] {(i + 1) % RING, (i + RING - 1) % RING};
      inOrder.add(Objects.requireNonNull(places.get("127.0.0.1:" + (8080 + i))));
    }
    return Crossings.count(neighbors, inOrder);
  }

  /// Shows the ring in steps of this many peers.
  private static Map<String, Place> placesOfRing(long seed, int atATime, boolean settling) {
    PeerGraph graph = new PeerGraph();
    try (LayoutThread layout = new LayoutThread(graph, new Random(seed))) {
      layout.setWatched(false);
      NetworkGraph network = new NetworkGraph(graph, new Random(seed));
      for (int peers = atATime; peers <= RING; peers += atATime) {
        network.show(ring(peers).picture());
        layout.wake();
        if (settling) {
          await().atMost(LONG).until(layout::isSettled);
        }
        network.glide(layout.places(), 60);
      }
      await().atMost(LONG).until(layout::isSettled);
      return layout.places();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void untanglesARingThatComesAtOnceOrInPieces(long seed) {
    assertThat(crossings(placesOfRing(seed, RING, true))).isZero();
    assertThat(crossings(placesOfRing(seed, 4, false))).isZero();
    assertThat(crossings(placesOfRing(seed, 1, false))).isZero();
  }

  @Test
  void leavesNoThreadBehind() {
    assertThat(layoutThreads()).isPositive();

    layout.close();
    layout.close();

    await().atMost(LONG).until(() -> layoutThreads() == 0);
  }

  private static long layoutThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("graph layout"))
        .count();
  }
}

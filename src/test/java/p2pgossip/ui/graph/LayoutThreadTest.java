package p2pgossip.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static p2pgossip.ui.graph.SampleNetwork.star;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.graphstream.graph.Graph;
import org.graphstream.graph.implementations.SingleGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.graph.SettlingSpringBox.Place;

class LayoutThreadTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final Graph graph = new SingleGraph("network");
  private final NetworkViewer viewer = new NetworkViewer(graph);
  private final LayoutThread layout = new LayoutThread(graph, new Random(1));
  private final NetworkGraph network =
      new NetworkGraph(graph, viewer.getGraphicGraph(), new Random(1));

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
    layout.wake();

    assertThat(layout.isSettled()).isFalse();
    await().atMost(LONG).until(layout::isSettled);
    assertThat(layout.places()).containsKey("127.0.0.1:8083");
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

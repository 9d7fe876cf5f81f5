package p2pgossip.ui.graph.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.graphstream.graph.Graph;
import org.graphstream.graph.implementations.SingleGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import p2pgossip.ui.graph.layout.SettlingSpringBox.Place;

class SettlingSpringBoxTest {

  private static final int RING = 12;

  private final Graph graph = new SingleGraph("network");
  private final SettlingSpringBox springs = new SettlingSpringBox(new Random(1));

  @BeforeEach
  void followTheGraph() {
    graph.addSink(springs);
  }

  private void addRing() {
    for (int i = 0; i < RING; i++) {
      add("" + i, i * 0.1, i % 3);
    }
    for (int i = 0; i < RING; i++) {
      graph.addEdge("to " + i, "" + i, "" + (i + 1) % RING);
    }
  }

  private void add(String id, double x, double y) {
    graph.addNode(id).setAttribute("xyz", x, y, 0.0);
  }

  private void settle() {
    while (!springs.isCold()) {
      springs.compute();
    }
    springs.begin();
  }

  @Test
  void arrangesANewGraphOnce() {
    addRing();
    boolean before = springs.isAllNew();
    springs.arrange();

    assertThat(before).isTrue();
    assertThat(springs.isAnother()).isFalse();
    assertThat(springs.isCold()).isFalse();
  }

  @Test
  void keepsALongChainInRows() {
    for (int i = 0; i < 24; i++) {
      add("" + i, i, 0);
    }
    for (int i = 1; i < 24; i++) {
      graph.addEdge("to " + i, "" + (i - 1), "" + i);
    }
    springs.arrange();
    settle();
    var xs = springs.places().values().stream().mapToDouble(Place::x).summaryStatistics();
    var ys = springs.places().values().stream().mapToDouble(Place::y).summaryStatistics();

    assertThat((xs.getMax() - xs.getMin()) / (ys.getMax() - ys.getMin())).isBetween(0.5, 2.0);
  }

  @Test
  void doesNotArrangeTheGraphAnewForOneThatJoins() {
    addRing();
    springs.arrange();
    settle();
    Map<String, Place> before = springs.places();
    Place neighbor = Objects.requireNonNull(before.get("3"));
    add("new", neighbor.x() + 0.9, neighbor.y());
    graph.addEdge("to new", "3", "new");
    boolean another = springs.isAnother();
    springs.compute();
    Map<String, Place> after = springs.places();
    settle();

    assertThat(another).isFalse();
    assertThat(springs.untangle()).isFalse();
    before.forEach(
        (id, place) -> {
          Place next = Objects.requireNonNull(after.get(id));
          assertThat(Math.hypot(next.x() - place.x(), next.y() - place.y())).as(id).isLessThan(0.3);
        });
  }

  @Test
  void takesAGraphWithMoreThanAThirdNewForAnother() {
    addRing();
    settle();
    for (int i = 0; i < RING - 4; i++) {
      add("new " + i, i, 0);
      graph.addEdge("to new " + i, "" + i, "new " + i);
    }

    assertThat(springs.isAnother()).isTrue();
    assertThat(springs.isAllNew()).isFalse();
  }

  @Test
  void leavesFrozenNodesInPlace() {
    addRing();
    graph.getNode("4").setAttribute("layout.frozen");
    Place held = Objects.requireNonNull(springs.places().get("4"));
    springs.arrange();

    assertThat(springs.places().get("4")).isEqualTo(held);
    assertThat(springs.places().get("5")).isNotEqualTo(new Place(0.5, 2));
  }
}

package p2pgossip.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static p2pgossip.ui.graph.model.SampleNetwork.peer;
import static p2pgossip.ui.graph.model.SampleNetwork.star;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.shape.Circle;
import org.junit.jupiter.api.Test;
import p2pgossip.network.Passing;
import p2pgossip.testing.Recorder;
import p2pgossip.ui.graph.motion.MessageLayer;

/// What is seen of messages on their way.
class GraphPaneMessagesTest extends GraphInWindow {

  GraphPaneMessagesTest() {
    super(700, 500);
  }

  @Test
  void movesMessagesAndThenRests() {
    robot.interact(() -> pane.animatedProperty().set(true));
    graph.show(star(2));
    boolean moves =
        movesAfter(
            () ->
                pane.showPassed(
                    List.of(
                        Passing.messageSent(1, peer(8080), peer(8081)),
                        Passing.messageDelivered(1, peer(8080), peer(8081)),
                        Passing.messageSent(2, peer(8080), peer(8082)),
                        Passing.messageFailed(2, peer(8080), peer(8082)),
                        Passing.messageReceived(peer(8082), peer(8080))),
                    Set.of()));

    assertThat(moves).isTrue();
    graph.rest();
  }

  @Test
  void startsNoMessageWhileNobodyCanSeeIt() {
    graph.show(star(2));
    boolean unseen =
        movesAfter(
            () -> {
              pane.setSeen(false);
              pane.showPassed(
                  List.of(
                      Passing.messageSent(1, peer(8080), peer(8081)),
                      Passing.copyArrived(peer(8080), 1, peer(8082), true)),
                  Set.of());
            });
    boolean seen =
        movesAfter(
            () -> {
              pane.setSeen(true);
              pane.showPassed(List.of(Passing.messageSent(2, peer(8080), peer(8081))), Set.of());
            });

    assertThat(unseen).isFalse();
    assertThat(seen).isTrue();
  }

  @Test
  void endsAMessageThatWasOnItsWayWhenTheWindowWasMinimized() {
    robot.interact(() -> pane.animatedProperty().set(true));
    graph.show(star(2));
    boolean moves =
        movesAfter(
            () -> {
              pane.showPassed(List.of(Passing.messageSent(1, peer(8080), peer(8081))), Set.of());
              pane.setSeen(false);
              pane.showPassed(
                  List.of(Passing.messageDelivered(1, peer(8080), peer(8081))), Set.of());
              pane.setSeen(true);
            });

    assertThat(moves).isTrue();
    // Without an outcome it would wait for half a minute.
    graph.rest();
  }

  /// Whether something moves just after an action, read in the same turn of the FX thread: a
  /// message is gone within a second.
  private boolean movesAfter(Runnable action) {
    AtomicBoolean moves = new AtomicBoolean();
    robot.interact(
        () -> {
          action.run();
          moves.set(pane.isMoving());
        });
    return moves.get();
  }

  @Test
  void movesNothingOnArrivalWithoutAnimation() {
    graph.show(star(1));
    Parent messages = (Parent) robot.lookup(it -> it instanceof MessageLayer).query();
    Recorder<Double> sizes = new Recorder<>();
    robot.interact(
        () -> {
          recordSizes(messages, sizes);
          pane.showPassed(List.of(Passing.messageReceived(peer(8081), peer(8080))), Set.of());
        });
    graph.rest();

    assertThat(sizes).as("a dot, and the ring after it").hasSize(2);
    assertThat(sizes.last()).isGreaterThan(sizes.first());
  }

  /// Records each size of each circle that is added to the layer from now on. It listens from the
  /// start, because a circle may be gone before a test finds it.
  private static void recordSizes(Parent layer, Recorder<Double> sizes) {
    for (Node part : layer.getChildrenUnmodifiable()) {
      ((Parent) part)
          .getChildrenUnmodifiable()
          .addListener(
              (ListChangeListener<Node>)
                  change -> {
                    while (change.next()) {
                      change.getAddedSubList().stream()
                          .filter(Circle.class::isInstance)
                          .map(node -> ((Circle) node).radiusProperty())
                          .forEach(
                              radius ->
                                  radius.subscribe((_, now) -> sizes.accept(now.doubleValue())));
                    }
                  });
    }
  }

  @Test
  void ignoresAMessageToAPeerThatIsNotInTheGraph() {
    graph.show(star(1));
    robot.interact(
        () -> pane.showPassed(List.of(Passing.messageSent(1, peer(8080), peer(9999))), Set.of()));

    assertThat(pane.isMoving()).isFalse();
  }
}

package p2pgossip.ui.graph;

import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import p2pgossip.testing.Hand;
import p2pgossip.testing.OnScreen;

/// A graph in a window of its own, for tests through its real scene.
@ExtendWith(OnScreen.class)
public abstract class GraphInWindow {

  protected final Hand robot = new Hand();

  @SuppressWarnings("NullAway.Init")
  protected ShownGraph graph;

  @SuppressWarnings("NullAway.Init")
  protected GraphPane pane;

  private final double width;
  private final double height;

  /// @param width of the graph, in pixels
  /// @param height of the graph, in pixels
  protected GraphInWindow(double width, double height) {
    this.width = width;
    this.height = height;
  }

  @Start
  void open(Stage stage) {
    graph = new ShownGraph(stage, width, height);
    pane = graph.pane();
  }

  @Stop
  void close() {
    graph.close();
  }
}

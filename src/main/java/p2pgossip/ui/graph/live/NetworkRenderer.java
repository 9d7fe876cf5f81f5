package p2pgossip.ui.graph.live;

import javafx.scene.canvas.GraphicsContext;
import org.graphstream.ui.fx_viewer.FxDefaultView;
import org.graphstream.ui.javafx.FxGraphRenderer;
import org.graphstream.ui.view.View;
import org.graphstream.ui.view.Viewer;
import p2pgossip.ui.draw.CanvasDrawing;
import p2pgossip.ui.graph.motion.Viewpoint;
import p2pgossip.ui.graph.paint.GraphPainter;
import p2pgossip.ui.graph.paint.Projection;

/// Draws GraphStream's graph as its camera sees it, with a brush of our own: GraphStream's knows
/// neither half-filled shapes nor labels that keep out of each other's way.
final class NetworkRenderer extends FxGraphRenderer {

  private final GraphPainter painter;
  private final Viewpoint viewpoint;
  private Projection projection = Projection.NONE;
  private long frames;

  NetworkRenderer(GraphPainter painter, Viewpoint viewpoint) {
    this.painter = painter;
    this.viewpoint = viewpoint;
  }

  /// How the last frame mapped graph units to pixels.
  Projection projection() {
    return projection;
  }

  long frames() {
    return frames;
  }

  @Override
  public View createDefaultView(Viewer viewer, String id) {
    return new FxDefaultView(viewer, id, this);
  }

  @Override
  public void render(GraphicsContext graphics, int x, int y, int width, int height) {
    if (graph == null || width <= 0 || height <= 0) {
      return;
    }
    backend.prepareNewFrame(graphics);
    camera.setBackend(backend);
    graph.computeBounds();
    camera.setBounds(graph);
    camera.setViewport(0, 0, width, height);
    aim(width, height);
    camera.pushView(graph);
    projection = Projection.of(camera, viewpoint.stretch(), graph.getNodeCount());
    camera.popView();
    painter.paint(new CanvasDrawing(graphics), graph, projection, width, height);
    frames++;
  }

  /// Hands our viewpoint to the camera. Its zoom is relative to a rectangle of the graph, by
  /// default the bounds, which would make the picture jump whenever they change: so a fixed one.
  private void aim(int width, int height) {
    camera.setGraphViewport(-0.5, -0.5, 0.5, 0.5);
    camera.setViewCenter(viewpoint.x(), viewpoint.y(), 0);
    camera.setViewPercent(Math.min(width, height) / viewpoint.scale());
  }

  /// GraphStream's own would fail where no frame was drawn yet.
  @Override
  public void close() {
    if (graph != null) {
      graph.getStyleGroups().removeListener(this);
      backend.close();
      graph = null;
    }
  }
}

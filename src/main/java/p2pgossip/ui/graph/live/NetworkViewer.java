package p2pgossip.ui.graph.live;

import org.graphstream.graph.Graph;
import org.graphstream.stream.ProxyPipe;
import org.graphstream.stream.Source;
import org.graphstream.ui.fx_viewer.FxViewer;
import org.graphstream.ui.graphicGraph.GraphicGraph;
import org.graphstream.ui.view.View;
import org.jspecify.annotations.Nullable;

/// GraphStream's JavaFX viewer without its timer, which would run for ever and is started from a
/// thread that may lose the race against `close`. Frames are drawn when asked for, by
/// [#actionPerformed()], and then only when the graph or the camera changed.
public final class NetworkViewer extends FxViewer {

  public NetworkViewer(Graph graph) {
    super(graph, ThreadingModel.GRAPH_IN_GUI_THREAD);
    // Gliding nodes need not be told to the graph: the layout decides where they stand.
    enableXYZfeedback(false);
  }

  @Override
  public void init(GraphicGraph drawn, @Nullable ProxyPipe pipe, Source source) {
    graph = drawn;
    sourceInSameThread = source;
    source.addSink(drawn);
  }

  @Override
  public void close() {
    for (View view : views.values()) {
      view.close(graph);
    }
    views.clear();
    sourceInSameThread.removeSink(graph);
  }
}

package p2pgossip.ui.graph;

import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import p2pgossip.ui.form.ViewButton;

/// The buttons to zoom in, out and to the whole graph, in the corner of the graph.
final class ZoomButtons extends VBox {

  ZoomButtons(Runnable in, Runnable out, Runnable fit) {
    super();
    getStyleClass().add("zoom-buttons");
    getChildren()
        .addAll(
            new ViewButton("Zoom in", "+", Feather.PLUS, in),
            new ViewButton("Zoom out", "-", Feather.MINUS, out),
            new ViewButton("Show all", "0", Feather.MAXIMIZE, fit));
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }
}

package p2pgossip.ui.graph;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import p2pgossip.ui.hint.Hint;

/// In, out, and all of it: the three buttons in the corner of the graph.
final class ZoomButtons extends VBox {

  ZoomButtons(Runnable in, Runnable out, Runnable fit) {
    super();
    getStyleClass().add("zoom-buttons");
    getChildren()
        .addAll(
            button("Zoom in", "+", Feather.PLUS, in),
            button("Zoom out", "-", Feather.MINUS, out),
            button("Show all", "0", Feather.MAXIMIZE, fit));
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
  }

  private static Button button(String name, String key, Feather icon, Runnable action) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().add("zoom-button");
    Hint.on(button, name + " (" + key + ")");
    button.setAccessibleText(name);
    // The same is done by the keys of the graph, so the keyboard need not stop here.
    button.setFocusTraversable(false);
    button.setOnAction(event -> action.run());
    return button;
  }
}

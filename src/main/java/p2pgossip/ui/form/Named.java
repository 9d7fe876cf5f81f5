package p2pgossip.ui.form;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A control with its name above it.
public final class Named extends VBox {

  public Named(String name, Node control) {
    super(4);
    Label label = new Label(name);
    label.getStyleClass().add("form-label");
    label.setLabelFor(control);
    getChildren().addAll(label, control);
  }
}
